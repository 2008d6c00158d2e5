INSERT INTO month_balance (account_id, month, closing, debit_fen, credit_fen)
VALUES (:account_id, :month, :closing, :debit_fen, :credit_fen)
ON CONFLICT (account_id, month, closing) DO UPDATE SET
debit_fen = debit_fen + excluded.debit_fen,
credit_fen = credit_fen + excluded.credit_fen;
