DELETE FROM bank_match WHERE account_id = :account_id AND group_number = :group_number;
