SELECT id, name FROM township WHERE id = :id;
