INSERT INTO attachment (draft_id, name, sha256, content)
VALUES (:draft_id, :name, :sha256, :content);
