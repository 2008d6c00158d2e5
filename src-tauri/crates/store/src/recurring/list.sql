SELECT id, name, entry, first_month, last_month, every_months, on_day
FROM recurring
WHERE cooperative_id = :cooperative_id
ORDER BY name;
