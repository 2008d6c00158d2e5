SELECT id, cooperative_id, dated_on, word, summary FROM voucher WHERE id = :id;
