SELECT
    contribution.id,
    contribution.made_on,
    member.code AS member,
    member.name AS member_name,
    contribution.amount_fen,
    contribution.form,
    used.draft_id,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number
FROM contribution
JOIN member ON member.id = contribution.member_id
LEFT JOIN voucher_source AS used
    ON used.contribution_id = contribution.id
    AND (
        used.draft_id IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
    )
LEFT JOIN voucher AS made ON made.id = used.voucher_id
WHERE
    member.cooperative_id = :cooperative_id
    AND contribution.made_on BETWEEN :first_day AND :last_day
    AND (:id IS NULL OR contribution.id = :id)
    -- What was taken back makes no voucher.
    AND NOT EXISTS (
        SELECT 1
        FROM share_move_part AS part
        JOIN share_move AS moved ON moved.id = part.share_move_id
        WHERE
            part.contribution_id = contribution.id
            AND (
                moved.reverses_id IS NOT NULL
                OR EXISTS (SELECT 1 FROM share_move AS back WHERE back.reverses_id = moved.id)
            )
    )
ORDER BY used.id IS NOT NULL, contribution.made_on DESC, contribution.id DESC;
