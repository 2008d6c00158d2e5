INSERT INTO chain (seq, kind, subject_id, made_at, operator_id, hash)
VALUES (:seq, :kind, :subject_id, :made_at, :operator_id, :hash);
