SELECT ifnull(sum(debit_fen - credit_fen), 0) AS balance_fen
FROM voucher_line
WHERE account_id = :account_id AND project = :project AND dated_on <= :last_day;
