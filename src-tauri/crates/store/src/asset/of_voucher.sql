SELECT asset.code, asset.name
FROM asset_charge AS charge
JOIN asset ON asset.id = charge.asset_id
WHERE charge.voucher_id = :voucher_id
ORDER BY asset.code;
