SELECT
    voucher.dated_on,
    voucher.word,
    voucher.number,
    line.line,
    ifnull(line.summary, voucher.summary) AS summary,
    line.account_id,
    line.debit_fen,
    line.credit_fen,
    member.code AS member,
    member.name AS member_name,
    line.counterparty,
    line.project,
    line.quantity_millionths,
    line.price_millionths,
    1 AS own
FROM member
JOIN voucher_line AS line ON line.member_id = member.id
JOIN voucher ON voucher.id = line.voucher_id
WHERE
    member.cooperative_id = :cooperative_id
    AND member.code = :member
    AND line.dated_on BETWEEN :first_day AND :last_day
    AND voucher.opening = 0;
