SELECT
    moved.id,
    moved.kind,
    moved.made_on,
    moved.member_id,
    moved.to_member_id,
    moved.capital_fen,
    moved.premium_fen,
    moved.reserve_fen,
    moved.loss_fen,
    account.code AS account,
    moved.evaluation,
    moved.reason,
    moved.reverses_id,
    (SELECT back.id FROM share_move AS back WHERE back.reverses_id = moved.id) AS reversed_by,
    used.draft_id,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number
FROM share_move AS moved
JOIN member ON member.id = moved.member_id
LEFT JOIN account ON account.id = moved.account_id
LEFT JOIN voucher_source AS used
    ON used.id = (
        SELECT max(source.id)
        FROM share_move_part AS part
        JOIN voucher_source AS source ON source.contribution_id = part.contribution_id
        WHERE
            part.share_move_id = moved.id
            AND (
                source.draft_id IS NOT NULL
                OR NOT EXISTS (
                    SELECT 1 FROM voucher AS red WHERE red.reverses_id = source.voucher_id
                )
            )
    )
LEFT JOIN voucher AS made ON made.id = used.voucher_id
WHERE member.cooperative_id = :cooperative_id
ORDER BY moved.id;
