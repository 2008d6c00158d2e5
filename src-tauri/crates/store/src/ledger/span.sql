SELECT
    min(kept.month) AS first_month,
    max(kept.month) AS last_month
FROM account
JOIN month_balance AS kept ON kept.account_id = account.id
WHERE account.cooperative_id = :cooperative_id AND kept.month > 0;
