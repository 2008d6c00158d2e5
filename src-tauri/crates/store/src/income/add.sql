INSERT INTO village_income (village_id, year, kind, amount_fen, evidence, import_batch_id)
VALUES (:village_id, :year, :kind, :amount_fen, :evidence, :import_batch_id);
