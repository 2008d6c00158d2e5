INSERT INTO asset_charge (asset_id, month, amount_fen, units_millionths, voucher_id)
VALUES (:asset_id, :month, :amount_fen, :units_millionths, :voucher_id);
