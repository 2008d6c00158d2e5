SELECT rowid AS voucher_id
FROM voucher_search
WHERE voucher_search MATCH :grams
ORDER BY rowid DESC;
