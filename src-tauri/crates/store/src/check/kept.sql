WITH recounted (account_id, month, closing, debit_fen, credit_fen) AS (
    SELECT
        line.account_id,
        iif(voucher.opening = 1, 0, line.dated_on / 100) AS month,
        voucher.closing,
        sum(line.debit_fen),
        sum(line.credit_fen)
    FROM voucher_line AS line
    JOIN voucher ON voucher.id = line.voucher_id
    GROUP BY line.account_id, 2, voucher.closing
),

differing (account_id, month) AS (
    SELECT account_id, month FROM (
        SELECT * FROM recounted
        EXCEPT
        SELECT account_id, month, closing, debit_fen, credit_fen FROM month_balance
    )
    UNION
    SELECT account_id, month FROM (
        SELECT account_id, month, closing, debit_fen, credit_fen FROM month_balance
        EXCEPT
        SELECT * FROM recounted
    )
)

SELECT
    cooperative.code AS cooperative,
    account.code AS account,
    differing.month
FROM differing
LEFT JOIN account ON account.id = differing.account_id
LEFT JOIN cooperative ON cooperative.id = account.cooperative_id
ORDER BY cooperative.code, account.code, differing.month;
