SELECT id, contribution_id, yield_id, delivery_id
FROM voucher_source
WHERE voucher_id = :id
ORDER BY id;
