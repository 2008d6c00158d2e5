-- The lines of a second voucher that is about to be posted.
INSERT INTO voucher_line (voucher_id, line, account_id, dated_on, debit_fen, credit_fen)
VALUES (2, 1, 1, 20250105, 50000, 0), (2, 2, 3, 20250105, 0, 50000);

-- Another operator, a draft with a file that is made of a contribution, and a reviewed one.
INSERT INTO operator (id, name) VALUES (2, '出纳');
INSERT INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
VALUES (1, 1, '{"summary": "收股金"}', 1, 0), (2, 1, '{"summary": "买料"}', 1, 0);
INSERT INTO attachment (id, draft_id, name, sha256, content)
VALUES (1, 1, '收据.pdf', zeroblob(32), x'25'), (2, 2, '发票.pdf', zeroblob(32), x'25');
INSERT INTO voucher_source (id, draft_id, contribution_id) VALUES (1, 1, 1);
INSERT INTO voucher_template (id, cooperative_id, name, entry) VALUES (1, 1, '工资', '{}');
UPDATE draft SET reviewer_id = 2 WHERE id = 2;
