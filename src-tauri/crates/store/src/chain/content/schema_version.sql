SELECT id, program FROM schema_version WHERE id = :id;
