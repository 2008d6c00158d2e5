INSERT INTO contribution (member_id, made_on, amount_fen, form, share_class, import_batch_id)
VALUES (:member_id, :made_on, :amount_fen, :form, :share_class, :import_batch_id);
