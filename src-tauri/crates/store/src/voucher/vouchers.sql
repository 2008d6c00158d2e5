SELECT id, number
FROM voucher
WHERE cooperative_id = :cooperative_id AND number IS NOT NULL
ORDER BY dated_on, word, number;
