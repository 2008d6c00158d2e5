SELECT DISTINCT line.voucher_id
FROM json_each(:accounts) AS account
CROSS JOIN voucher_line AS line ON line.account_id = account.value
WHERE line.dated_on BETWEEN :first_day AND :last_day;
