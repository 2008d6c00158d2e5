SELECT id
FROM import_batch
WHERE
    kind = :kind
    AND file_hash = :file_hash
    AND (
        cooperative_id IS NULL
        OR :cooperative_id IS NULL
        OR cooperative_id = :cooperative_id
    )
    AND id NOT IN (SELECT batch_id FROM import_undo)
ORDER BY id
LIMIT 1;
