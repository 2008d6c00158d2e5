SELECT
    line.summary,
    account.code AS account,
    line.debit_fen,
    line.credit_fen,
    member.code AS member,
    line.counterparty,
    line.project,
    line.quantity_millionths,
    line.price_millionths
FROM voucher_line AS line
JOIN account ON account.id = line.account_id
LEFT JOIN member ON member.id = line.member_id
WHERE line.voucher_id = :voucher_id
ORDER BY line.line;
