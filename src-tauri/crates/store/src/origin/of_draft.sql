SELECT recurring_id, month, flock_move_id, asset_id, cash_count_id
FROM voucher_origin
WHERE draft_id = :draft_id
ORDER BY id;
