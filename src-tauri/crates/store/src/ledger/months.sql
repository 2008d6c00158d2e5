WITH RECURSIVE below (id) AS (
    VALUES (:account_id)
    UNION ALL
    SELECT account.id
    FROM below
    JOIN account ON account.parent_id = below.id
)

SELECT
    kept.month,
    sum(kept.debit_fen) AS debit_fen,
    sum(kept.credit_fen) AS credit_fen
FROM below
JOIN month_balance AS kept ON kept.account_id = below.id
WHERE kept.month BETWEEN :first_month AND :last_month
GROUP BY kept.month
ORDER BY kept.month;
