SELECT count(*) AS vouchers
FROM voucher
WHERE cooperative_id = :cooperative_id AND month = :month AND opening = 0;
