SELECT count(*) FROM voucher_line;
