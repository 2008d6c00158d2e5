UPDATE voucher_origin SET draft_id = NULL, voucher_id = :voucher_id WHERE draft_id = :draft_id;
