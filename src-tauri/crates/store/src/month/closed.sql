SELECT change.month
FROM month_change AS change
WHERE
    change.cooperative_id = :cooperative_id
    AND change.closed = 1
    AND NOT EXISTS (
        SELECT 1
        FROM month_change AS later
        WHERE
            later.cooperative_id = change.cooperative_id
            AND later.month = change.month
            AND later.id > change.id
    )
ORDER BY change.month;
