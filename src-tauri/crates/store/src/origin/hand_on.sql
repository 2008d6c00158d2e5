INSERT INTO voucher_origin (
    draft_id, recurring_id, month, flock_move_id, asset_id, cash_count_id
)
SELECT
    draft.id,
    origin.recurring_id,
    origin.month,
    origin.flock_move_id,
    origin.asset_id,
    origin.cash_count_id
FROM voucher_origin AS origin
JOIN draft ON draft.corrects_id = origin.voucher_id
WHERE
    origin.voucher_id = :voucher_id
    -- What was taken back before may have made another voucher since.
    AND NOT EXISTS (
        SELECT 1
        FROM voucher_origin AS used
        WHERE
            used.id <> origin.id
            AND (
                (used.recurring_id = origin.recurring_id AND used.month = origin.month)
                OR used.flock_move_id = origin.flock_move_id
                OR used.asset_id = origin.asset_id
                OR used.cash_count_id = origin.cash_count_id
            )
            AND (
                used.draft_id IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
            )
    );
