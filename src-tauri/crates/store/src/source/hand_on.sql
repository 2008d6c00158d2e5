INSERT INTO voucher_source (draft_id, contribution_id, yield_id, delivery_id)
SELECT
    draft.id,
    source.contribution_id,
    source.yield_id,
    source.delivery_id
FROM voucher_source AS source
JOIN draft ON draft.corrects_id = source.voucher_id
WHERE
    source.voucher_id = :voucher_id
    -- What was taken back before may have made another voucher since.
    AND NOT EXISTS (
        SELECT 1
        FROM voucher_source AS used
        WHERE
            used.id <> source.id
            AND (
                used.contribution_id = source.contribution_id
                OR used.yield_id = source.yield_id
                OR used.delivery_id = source.delivery_id
            )
            AND (
                used.draft_id IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
            )
    );
