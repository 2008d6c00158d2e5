INSERT INTO reserve_share (member_id, made_on, amount_fen, reason, share_move_id)
VALUES (:member_id, :made_on, :amount_fen, :reason, :share_move_id);
