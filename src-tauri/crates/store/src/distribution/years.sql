SELECT year
FROM distribution
WHERE cooperative_id = :cooperative_id AND status <> 'reversed'
ORDER BY year DESC;
