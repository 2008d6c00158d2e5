SELECT id, dated_on, word, number, summary
FROM voucher
WHERE cooperative_id = :cooperative_id AND number IS NOT NULL
ORDER BY dated_on, word, number;
