WITH recent AS (
    SELECT id
    FROM voucher
    WHERE cooperative_id = :cooperative_id
    ORDER BY month DESC
    LIMIT 5000
)

SELECT line.counterparty AS text
FROM recent
JOIN voucher_line AS line ON line.voucher_id = recent.id
WHERE line.counterparty IS NOT NULL
GROUP BY line.counterparty
ORDER BY count(*) DESC, line.counterparty
LIMIT 200;
