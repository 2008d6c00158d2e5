SELECT id, flock_id, made_on, kind, birds, weight_millionths, amount_fen, note
FROM flock_move
WHERE id = :id;
