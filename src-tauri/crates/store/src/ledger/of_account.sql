WITH RECURSIVE below (id) AS (
    VALUES (:account_id)
    UNION ALL
    SELECT account.id
    FROM below
    JOIN account ON account.parent_id = below.id
),

-- The vouchers that touch the account, each once.
touching (id) AS (
    SELECT DISTINCT line.voucher_id
    FROM below
    JOIN voucher_line AS line ON line.account_id = below.id
    WHERE line.dated_on BETWEEN :first_day AND :last_day
)

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
    line.account_id IN (SELECT below.id FROM below) AS own
FROM touching
-- In this order: SQLite would rather go through the lines of all vouchers.
CROSS JOIN voucher ON voucher.id = touching.id
CROSS JOIN voucher_line AS line ON line.voucher_id = voucher.id
LEFT JOIN member ON member.id = line.member_id
-- What the books opened with is no move of theirs.
WHERE voucher.opening = 0;
