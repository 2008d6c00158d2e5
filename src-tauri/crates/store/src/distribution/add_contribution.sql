INSERT INTO approved_contribution (distribution_id, place, item, made_on, amount_fen)
VALUES (:distribution_id, :place, :item, :made_on, :amount_fen);
