SELECT id, asset_id, flock_move_id, statement_id, reason
FROM voided
WHERE id = :id;
