DELETE FROM month_balance
WHERE account_id = :account_id AND month = :month AND closing = :closing;
