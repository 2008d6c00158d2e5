SELECT DISTINCT line.counterparty AS name
FROM account
JOIN voucher_line AS line ON line.account_id = account.id
WHERE account.cooperative_id = :cooperative_id AND line.counterparty IS NOT NULL
ORDER BY line.counterparty;
