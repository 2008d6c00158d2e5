SELECT id FROM draft WHERE reverses_id = :voucher_id OR corrects_id = :voucher_id;
