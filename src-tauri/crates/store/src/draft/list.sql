SELECT id
FROM draft
WHERE cooperative_id = :cooperative_id AND opening = 0
ORDER BY id DESC;
