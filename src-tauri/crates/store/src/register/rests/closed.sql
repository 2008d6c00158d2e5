SELECT cooperative.code AS cooperative, closed_month.month
FROM voucher
JOIN cooperative ON cooperative.id = voucher.cooperative_id
JOIN closed_month ON closed_month.cooperative_id = voucher.cooperative_id
WHERE
    voucher.import_batch_id = :batch_id
    AND (voucher.opening = 1 OR closed_month.month = voucher.month)
ORDER BY closed_month.month DESC
LIMIT 1;
