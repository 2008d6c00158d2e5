SELECT EXISTS (
    SELECT 1 FROM voucher_line WHERE account_id = :account_id AND project IS NOT NULL
) AS has_projects;
