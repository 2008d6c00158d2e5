SELECT
    batch.first_seq,
    undo.last_seq
FROM import_undo AS undo
JOIN import_batch AS batch ON batch.id = undo.batch_id;
