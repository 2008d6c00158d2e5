UPDATE draft
SET entry = :entry, preparer_id = :preparer_id, changed_at = :changed_at
WHERE id = :id;
