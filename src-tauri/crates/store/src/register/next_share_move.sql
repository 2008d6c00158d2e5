SELECT 1 + ifnull(max(id), 0) AS id FROM share_move;
