INSERT INTO village (code, name, township_id, performance_pay_fen, joint, import_batch_id)
SELECT :code, :name, id, :performance_pay_fen, :joint, :import_batch_id
FROM township
WHERE name = :township;
