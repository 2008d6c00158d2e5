INSERT INTO backup_made (made_at, path, seq) VALUES (:made_at, :path, :seq);
