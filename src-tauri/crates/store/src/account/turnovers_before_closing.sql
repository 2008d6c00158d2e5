SELECT
    account.code,
    account.name,
    sum(iif(kept.month < :first_month, kept.debit_fen - kept.credit_fen, 0)) AS opening_fen,
    sum(iif(kept.month >= :first_month, kept.debit_fen, 0)) AS debit_fen,
    sum(iif(kept.month >= :first_month, kept.credit_fen, 0)) AS credit_fen
FROM account
JOIN month_balance AS kept ON kept.account_id = account.id
WHERE
    account.cooperative_id = :cooperative_id
    AND kept.month <= :last_month
    AND NOT (kept.closing = 1 AND kept.month >= :first_month)
GROUP BY account.id
ORDER BY account.code;
