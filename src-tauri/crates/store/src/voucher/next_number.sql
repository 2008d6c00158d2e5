SELECT 1 + ifnull(max(number), 0) AS number
FROM voucher
WHERE cooperative_id = :cooperative_id AND month = :month AND word = :word;
