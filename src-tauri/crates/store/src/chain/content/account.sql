SELECT id, cooperative_id, code, name, parent_id, side, detail, active, import_batch_id
FROM account
WHERE id = :id;
