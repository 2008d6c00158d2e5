SELECT id, name, length(content) AS size, draft_id FROM attachment WHERE id = :id;
