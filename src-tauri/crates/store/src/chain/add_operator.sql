INSERT INTO operator (name) VALUES (:name);
