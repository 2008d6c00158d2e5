SELECT
    happened.id,
    happened.flock_id,
    happened.made_on,
    happened.kind,
    happened.birds,
    happened.weight_millionths,
    happened.amount_fen,
    happened.note,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number,
    (
        SELECT max(origin.draft_id)
        FROM voucher_origin AS origin
        WHERE origin.flock_move_id = happened.id
    ) AS draft_id
FROM flock
JOIN flock_move AS happened ON happened.flock_id = flock.id
LEFT JOIN voucher AS made
    ON made.id = (
        SELECT max(origin.voucher_id)
        FROM voucher_origin AS origin
        WHERE
            origin.flock_move_id = happened.id
            AND NOT EXISTS (
                SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id
            )
    )
WHERE
    flock.cooperative_id = :cooperative_id
    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.flock_move_id = happened.id)
ORDER BY happened.made_on, happened.id;
