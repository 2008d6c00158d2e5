SELECT contribution_id, share_move_id
FROM share_move_part
WHERE share_move_id = :id
ORDER BY contribution_id;
