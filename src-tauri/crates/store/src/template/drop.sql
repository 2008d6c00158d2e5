DELETE FROM voucher_template WHERE id = :id RETURNING cooperative_id;
