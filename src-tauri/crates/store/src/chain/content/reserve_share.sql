SELECT id, member_id, made_on, amount_fen, reason, share_move_id
FROM reserve_share
WHERE id = :id;
