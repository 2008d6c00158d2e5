SELECT year FROM distribution WHERE cooperative_id = :cooperative_id ORDER BY year DESC;
