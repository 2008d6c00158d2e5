SELECT count(*) FROM {table} WHERE {only};
