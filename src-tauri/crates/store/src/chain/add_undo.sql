INSERT INTO import_undo (batch_id, last_seq) VALUES (:batch_id, :last_seq);
