SELECT id FROM operator WHERE name = :name;
