INSERT INTO schema_version (id, program) VALUES (:id, :program);
