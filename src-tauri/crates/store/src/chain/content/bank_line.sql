SELECT line, dated_on, amount_fen, balance_fen, summary
FROM bank_line
WHERE statement_id = :id
ORDER BY line;
