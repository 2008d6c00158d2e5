SELECT id, cooperative_id, account_id, file_name, file_hash
FROM bank_statement
WHERE id = :id;
