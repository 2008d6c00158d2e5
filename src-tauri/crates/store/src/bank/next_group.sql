SELECT 1 + ifnull(max(group_number), 0) AS group_number
FROM bank_match
WHERE account_id = :account_id;
