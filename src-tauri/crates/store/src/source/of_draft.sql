SELECT contribution_id, yield_id, delivery_id
FROM voucher_source
WHERE draft_id = :draft_id
ORDER BY id;
