SELECT id FROM voucher_origin WHERE draft_id = :draft_id ORDER BY id;
