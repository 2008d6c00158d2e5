INSERT INTO share_move_part (contribution_id, share_move_id)
VALUES (:contribution_id, :share_move_id);
