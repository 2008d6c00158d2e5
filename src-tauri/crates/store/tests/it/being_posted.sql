-- A second voucher that is about to be posted.
INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, preparer_id)
VALUES (2, 1, 20250105, '记', '卖蛋', 1);
INSERT INTO voucher_line (voucher_id, line, account_id, dated_on, debit_fen, credit_fen)
VALUES (2, 1, 1, 20250105, 50000, 0), (2, 2, 3, 20250105, 0, 50000);
