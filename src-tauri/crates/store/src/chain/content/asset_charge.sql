SELECT id, asset_id, month, amount_fen, units_millionths, voucher_id
FROM asset_charge
WHERE id = :id;
