SELECT month
FROM closed_month
WHERE cooperative_id = :cooperative_id
ORDER BY month;
