SELECT origin.month
FROM voucher_origin AS origin
WHERE
    origin.recurring_id = :recurring_id
    AND NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id)
ORDER BY origin.month;
