SELECT id, kind, file_name, file_hash, cooperative_code, row_count, first_seq
FROM import_batch
WHERE id = :id;
