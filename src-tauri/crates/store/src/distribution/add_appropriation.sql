INSERT INTO distribution_appropriation (distribution_id, step, fund, rate_millionths, amount_fen)
VALUES (:distribution_id, :step, :fund, :rate_millionths, :amount_fen);
