INSERT INTO flock_move (flock_id, made_on, kind, birds, weight_millionths, amount_fen, note)
VALUES (:flock_id, :made_on, :kind, :birds, :weight_millionths, :amount_fen, :note);
