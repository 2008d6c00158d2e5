SELECT
    line.summary,
    line.account_id,
    account.code AS account,
    account.name AS account_name,
    line.debit_fen,
    line.credit_fen,
    line.member_id,
    member.code AS member,
    member.name AS member_name,
    line.counterparty,
    line.project,
    line.quantity_millionths,
    line.price_millionths
FROM voucher_line AS line
JOIN account ON account.id = line.account_id
LEFT JOIN member ON member.id = line.member_id
WHERE line.voucher_id = :voucher_id
ORDER BY line.line;
