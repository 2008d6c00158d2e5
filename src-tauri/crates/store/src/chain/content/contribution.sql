SELECT id, member_id, made_on, amount_fen, form, share_class, import_batch_id
FROM contribution
WHERE id = :id;
