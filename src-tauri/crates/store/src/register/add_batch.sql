INSERT INTO import_batch (kind, file_name, file_hash, cooperative_code, row_count, first_seq)
VALUES (:kind, :file_name, :file_hash, :cooperative_code, :row_count, :first_seq);
