SELECT rowid AS voucher_id
FROM voucher_search
WHERE voucher_search MATCH :grams AND rowid BETWEEN :first_id AND :last_id;
