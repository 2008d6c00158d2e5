DELETE FROM {table} WHERE rowid = :id;
