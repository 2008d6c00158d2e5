WITH recent AS (
    SELECT id
    FROM voucher
    WHERE cooperative_id = :cooperative_id
    ORDER BY month DESC
    LIMIT 5000
)

SELECT line.project AS text
FROM recent
JOIN voucher_line AS line ON line.voucher_id = recent.id
WHERE line.project IS NOT NULL
GROUP BY line.project
ORDER BY count(*) DESC, line.project
LIMIT 200;
