SELECT id, name, purpose, egg_cost, note
FROM flock
WHERE cooperative_id = :cooperative_id
ORDER BY id;
