SELECT code, name FROM account WHERE id = :id;
