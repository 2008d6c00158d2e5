SELECT contribution_id, yield_id, delivery_id
FROM voucher_source
WHERE voucher_id = :voucher_id
ORDER BY id;
