WITH RECURSIVE
span (first, last) AS (
    -- Each by itself, which the index answers at once.
    SELECT
        (SELECT min(month) / 100 FROM voucher WHERE cooperative_id = :cooperative_id),
        (SELECT max(month) / 100 FROM voucher WHERE cooperative_id = :cooperative_id)
),

years (year) AS (
    SELECT first FROM span WHERE first IS NOT NULL
    UNION ALL
    SELECT year + 1 FROM years WHERE year < (SELECT last FROM span)
)

SELECT year
FROM years
WHERE EXISTS (
    SELECT 1
    FROM voucher
    WHERE
        cooperative_id = :cooperative_id
        AND month BETWEEN year * 100 AND year * 100 + 12
        AND number IS NOT NULL
);
