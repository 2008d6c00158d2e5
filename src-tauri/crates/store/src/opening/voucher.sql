SELECT month, word, number, import_batch_id
FROM voucher
WHERE cooperative_id = :cooperative_id AND opening = 1;
