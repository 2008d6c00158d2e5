INSERT INTO import_batch (kind, file_name, file_hash, cooperative_id, row_count)
VALUES (:kind, :file_name, :file_hash, :cooperative_id, :row_count);
