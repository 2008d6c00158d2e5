INSERT INTO bank_line (statement_id, line, dated_on, amount_fen, balance_fen, summary)
VALUES (:statement_id, :line, :dated_on, :amount_fen, :balance_fen, :summary);
