INSERT INTO voided (asset_id, flock_move_id, statement_id, reason)
VALUES (:asset_id, :flock_move_id, :statement_id, :reason);
