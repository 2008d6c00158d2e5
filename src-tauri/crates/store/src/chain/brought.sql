SELECT
    batch.first_seq,
    chain.seq AS own_seq
FROM import_batch AS batch
JOIN chain ON chain.subject_id = batch.id AND chain.kind = ?2 AND chain.seq >= batch.first_seq
WHERE batch.id = ?1;
