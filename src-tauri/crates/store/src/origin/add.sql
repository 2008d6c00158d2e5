INSERT INTO voucher_origin (
    draft_id, recurring_id, month, flock_move_id, asset_id, cash_count_id
)
VALUES (:draft_id, :recurring_id, :month, :flock_move_id, :asset_id, :cash_count_id);
