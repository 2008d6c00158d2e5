SELECT share_move_id FROM share_move_part WHERE contribution_id = :contribution_id;
