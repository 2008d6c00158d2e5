WITH recent AS (
    SELECT id, summary
    FROM voucher
    WHERE
        cooperative_id = :cooperative_id
        AND opening = 0
        AND reverses_id IS NULL
    ORDER BY month DESC
    LIMIT 5000
),

typed (text) AS (
    SELECT summary FROM recent
    UNION ALL
    SELECT line.summary
    FROM recent
    JOIN voucher_line AS line ON line.voucher_id = recent.id
    WHERE line.summary IS NOT NULL
)

SELECT text
FROM typed
GROUP BY text
ORDER BY count(*) DESC, text
LIMIT 200;
