SELECT id, name, entry
FROM voucher_template
WHERE cooperative_id = :cooperative_id
ORDER BY name;
