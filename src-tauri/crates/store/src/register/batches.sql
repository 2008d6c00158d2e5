WITH entry AS MATERIALIZED (
    SELECT seq, kind, subject_id, made_at, operator_id
    FROM chain
    WHERE kind IN (:import_kind, :undo_kind)
)
SELECT
    batch.id,
    batch.kind,
    batch.file_name,
    batch.file_hash,
    batch.cooperative_code,
    batch.row_count,
    batch.first_seq,
    made.seq,
    made.made_at,
    maker.name AS operator,
    undone.made_at AS undone_at,
    undoer.name AS undone_by
FROM import_batch AS batch
JOIN entry AS made ON made.subject_id = batch.id AND made.kind = :import_kind
LEFT JOIN operator AS maker ON maker.id = made.operator_id
LEFT JOIN entry AS undone ON undone.subject_id = batch.id AND undone.kind = :undo_kind
LEFT JOIN operator AS undoer ON undoer.id = undone.operator_id
ORDER BY batch.id DESC;
