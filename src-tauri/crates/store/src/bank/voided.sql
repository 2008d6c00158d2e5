SELECT count(*) AS statements
FROM voided
JOIN bank_statement AS statement ON statement.id = voided.statement_id
WHERE statement.account_id = :account_id;
