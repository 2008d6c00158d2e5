SELECT id
FROM import_batch
WHERE
    kind = :kind
    AND file_hash = :file_hash
    AND (
        cooperative_code IS NULL
        OR :cooperative_code IS NULL
        OR cooperative_code = :cooperative_code
    )
    AND id NOT IN (SELECT batch_id FROM import_undo)
ORDER BY id
LIMIT 1;
