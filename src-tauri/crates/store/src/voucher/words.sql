WITH recent AS (
    SELECT word
    FROM voucher
    WHERE cooperative_id = :cooperative_id AND opening = 0
    ORDER BY month DESC
    LIMIT 5000
)

SELECT word AS text
FROM recent
GROUP BY word
ORDER BY count(*) DESC, word;
