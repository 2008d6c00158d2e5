SELECT id
FROM import_batch
WHERE kind = :kind AND file_hash = :file_hash AND cooperative_id IS :cooperative_id;
