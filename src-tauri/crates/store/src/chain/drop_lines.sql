DELETE FROM voucher_line WHERE voucher_id = :voucher_id;
