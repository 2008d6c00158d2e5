INSERT INTO voucher_search (rowid, grams) VALUES (:voucher_id, :grams);
