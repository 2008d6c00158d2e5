SELECT id, name, length(content) AS size, draft_id
FROM attachment
WHERE draft_id = :draft_id
ORDER BY id;
