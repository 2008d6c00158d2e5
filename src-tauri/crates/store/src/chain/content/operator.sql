SELECT id, name FROM operator WHERE id = :id;
