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
    voucher.id,
    voucher.dated_on,
    voucher.month,
    voucher.word,
    voucher.number,
    ifnull(line.summary, voucher.summary) AS summary,
    account.code AS account,
    account.name AS account_name,
    line.debit_fen,
    line.credit_fen,
    account.id IN (SELECT below.id FROM below) AS own
FROM touching
-- In this order: SQLite would rather go through the lines of all vouchers.
CROSS JOIN voucher ON voucher.id = touching.id
CROSS JOIN voucher_line AS line ON line.voucher_id = voucher.id
CROSS JOIN account ON account.id = line.account_id
-- What the books opened with is no move of theirs.
WHERE voucher.opening = 0
ORDER BY voucher.dated_on, voucher.word, voucher.number, line.line;
