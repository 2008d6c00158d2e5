SELECT DISTINCT line.project AS name
FROM account
JOIN voucher_line AS line ON line.account_id = account.id
WHERE account.cooperative_id = :cooperative_id AND line.project IS NOT NULL
ORDER BY line.project;
