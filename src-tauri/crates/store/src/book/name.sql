INSERT INTO book (id, name) VALUES (1, :name);
