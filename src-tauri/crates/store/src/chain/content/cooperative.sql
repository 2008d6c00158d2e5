SELECT id, code, name, credit_code, alliance_id, line, starts_month, import_batch_id
FROM cooperative
WHERE id = :id;
