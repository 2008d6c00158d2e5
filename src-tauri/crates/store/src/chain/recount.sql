INSERT INTO month_balance (account_id, month, closing, debit_fen, credit_fen)
SELECT
    line.account_id,
    :month,
    voucher.closing,
    sum(line.debit_fen),
    sum(line.credit_fen)
FROM voucher_line AS line
JOIN voucher ON voucher.id = line.voucher_id
WHERE
    line.account_id = :account_id
    AND iif(:month = 0, voucher.opening = 1, voucher.opening = 0 AND line.dated_on / 100 = :month)
    AND voucher.closing = :closing
GROUP BY line.account_id;
