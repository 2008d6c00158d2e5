SELECT
    id, cooperative_id, name, entry, first_month, last_month, every_months, on_day
FROM recurring
WHERE id = :id;
