INSERT INTO voucher_search (voucher_search, rowid, grams) VALUES ('delete', :voucher_id, :grams);
