SELECT id, name FROM alliance WHERE id = :id;
