SELECT id, code, name, township_id, performance_pay_fen, joint, import_batch_id
FROM village
WHERE id = :id;
