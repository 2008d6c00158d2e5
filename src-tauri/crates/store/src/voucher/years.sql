-- From year to year along the index, not through all vouchers.
WITH RECURSIVE stood (month) AS (
    SELECT min(month)
    FROM voucher
    WHERE cooperative_id = :cooperative_id
    UNION ALL
    SELECT (
        SELECT min(voucher.month)
        FROM voucher
        WHERE
            voucher.cooperative_id = :cooperative_id
            AND voucher.month > stood.month / 100 * 100 + 12
    )
    FROM stood
    WHERE stood.month IS NOT NULL
)

SELECT month / 100 AS year
FROM stood
WHERE month IS NOT NULL
ORDER BY year;
