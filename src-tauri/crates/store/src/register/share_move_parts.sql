SELECT
    contribution.id,
    contribution.member_id,
    contribution.amount_fen,
    contribution.form,
    contribution.share_class
FROM share_move_part AS part
JOIN contribution ON contribution.id = part.contribution_id
WHERE part.share_move_id = :share_move_id
ORDER BY contribution.id;
