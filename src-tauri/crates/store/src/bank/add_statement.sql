INSERT INTO bank_statement (cooperative_id, account_id, file_name, file_hash)
VALUES (:cooperative_id, :account_id, :file_name, :file_hash);
