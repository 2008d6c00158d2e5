SELECT id, village_id, year, kind, amount_fen, evidence, import_batch_id
FROM village_income
WHERE id = :id;
