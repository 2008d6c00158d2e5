SELECT id, name, reviewed_by_another FROM book WHERE id = :id;
