-- Two cooperatives, one posted voucher, one approved dividend and one draft: enough
-- for every rule to have something to refuse.

INSERT INTO operator (id, name) VALUES (1, '会计');

INSERT INTO import_batch (id, kind, file_name, file_hash, cooperative_code, row_count, first_seq)
VALUES (1, 'yields', '产量.csv', printf('%064d', 1), NULL, 1, 3);

INSERT INTO township (id, name) VALUES (1, '东河镇');
INSERT INTO village (id, code, name, township_id, performance_pay_fen, joint)
VALUES (1, 'V1', '甲村', 1, 1880000, 1), (2, 'V2', '乙村', 1, 0, 0);

INSERT INTO cooperative (id, code, name, starts_month)
VALUES (1, 'C1', '一号合作社', 202501), (2, 'C2', '二号合作社', 202501);

INSERT INTO member (id, cooperative_id, code, name, kind, village_id, joined_on)
VALUES
(1, 1, 'A1', '甲村', 'village_collective', 1, 20250102),
(2, 1, 'H1', '村民001', 'household', 1, 20250102),
(3, 2, 'H1', '村民002', 'household', NULL, NULL);

INSERT INTO contribution (id, member_id, made_on, amount_fen)
VALUES (1, 1, 20250102, 100000), (2, 1, 20250601, -60000), (3, 1, 20250901, 5000);

INSERT INTO account (id, cooperative_id, code, name, parent_id, side, detail)
VALUES
(1, 1, '102', '银行存款', NULL, 'debit', 'bank'),
(2, 1, '301', '股金', NULL, 'credit', 'member'),
(3, 1, '501', '经营收入', NULL, 'credit', NULL),
(4, 1, '121', '产品物资', NULL, 'debit', NULL),
(5, 1, '121-01', '饲料', 4, 'debit', NULL),
(6, 2, '102', '银行存款', NULL, 'debit', 'bank');

INSERT INTO voucher_line (
    voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
)
VALUES (1, 1, 1, 20250102, 100000, 0, NULL), (1, 2, 2, 20250102, 0, 100000, 1);
INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
VALUES (1, 1, 20250102, '记', 1, '收股金', 1);

INSERT INTO village_income (id, village_id, year, kind, amount_fen)
VALUES (1, 1, 2025, 'lease', 2100000);

INSERT INTO policy (from_year, target_fen, township_share_millionths)
VALUES (2025, 10000000, 1000000);

INSERT INTO distribution (
    id, cooperative_id, year, status, patronage_share_millionths, capital_weighting, retain_fen
)
VALUES (1, 1, 2025, 'draft', 600000, 'year_end', 0), (2, 1, 2026, 'draft', 600000, 'year_end', 0);
INSERT INTO distribution_appropriation (distribution_id, step, fund, rate_millionths)
VALUES (1, 1, '盈余公积', 100000), (2, 1, '盈余公积', 100000);
INSERT INTO approved_result
VALUES (1, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
INSERT INTO approved_member
VALUES
(1, 1, 1, '甲村', 'village_collective', 1, 0, 0, 0, 0, 0, 0, 200),
(1, 2, 2, '村民001', 'household', 1, 0, 0, 0, 7000, 540, 60, 100);
INSERT INTO approved_contribution VALUES (1, 1, 1, 20250102, 100000);
UPDATE distribution
SET status = 'approved', resolution = '社〔2026〕1号', approved_on = 20260118
WHERE id = 1;
