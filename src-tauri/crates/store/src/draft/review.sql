UPDATE draft SET reviewer_id = :reviewer_id, changed_at = :changed_at WHERE id = :id;
