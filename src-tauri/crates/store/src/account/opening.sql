WITH RECURSIVE below (id) AS (
    VALUES (:account_id)
    UNION ALL
    SELECT account.id
    FROM below
    JOIN account ON account.parent_id = below.id
)

SELECT ifnull(sum(line.debit_fen - line.credit_fen), 0) AS opening_fen
FROM below
JOIN voucher_line AS line ON line.account_id = below.id
JOIN voucher ON voucher.id = line.voucher_id
WHERE voucher.number IS NOT NULL AND voucher.dated_on < :first_day;
