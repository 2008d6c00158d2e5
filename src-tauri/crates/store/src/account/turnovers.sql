SELECT
    account.code,
    account.name,
    sum(iif(voucher.dated_on < :year_begins, line.debit_fen - line.credit_fen, 0)) AS opening_fen,
    sum(iif(voucher.dated_on >= :first_day, line.debit_fen, 0)) AS debit_fen,
    sum(iif(voucher.dated_on >= :first_day, line.credit_fen, 0)) AS credit_fen
FROM account
JOIN voucher_line AS line ON line.account_id = account.id
JOIN voucher ON voucher.id = line.voucher_id
WHERE
    account.cooperative_id = :cooperative_id
    AND voucher.number IS NOT NULL
    AND voucher.dated_on <= :last_day
GROUP BY account.id
ORDER BY account.code;
