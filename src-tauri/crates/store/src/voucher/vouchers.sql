SELECT id, number
FROM voucher
WHERE cooperative_id = :cooperative_id
ORDER BY dated_on, word, number;
