SELECT 1 FROM bank_statement WHERE account_id = :account_id AND file_hash = :file_hash;
