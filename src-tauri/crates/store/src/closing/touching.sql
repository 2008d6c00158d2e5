WITH touching (id) AS (
    SELECT DISTINCT line.voucher_id
    FROM account
    CROSS JOIN voucher_line AS line ON line.account_id = account.id
    WHERE
        account.cooperative_id = :cooperative_id
        AND substr(account.code, 1, 3) IN ('301', '311', '321', '322', '331', '332')
        AND line.dated_on BETWEEN :first_day AND :last_day
)

SELECT
    voucher.id AS voucher_id,
    voucher.reverses_id IS NOT NULL AS red,
    account.code AS account,
    -- The name with what the line says of itself: a source of 311 is told by either.
    account.name || ' ' || ifnull(line.project, '') || ' ' || ifnull(line.summary, voucher.summary)
        AS name,
    line.credit_fen - line.debit_fen AS amount_fen
FROM touching
CROSS JOIN voucher ON voucher.id = touching.id
CROSS JOIN voucher_line AS line ON line.voucher_id = voucher.id
JOIN account ON account.id = line.account_id
WHERE voucher.closing = 0 AND voucher.opening = 0
ORDER BY voucher.id, line.line;
