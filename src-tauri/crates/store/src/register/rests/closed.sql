SELECT cooperative.code AS cooperative, change.month
FROM voucher
JOIN cooperative ON cooperative.id = voucher.cooperative_id
JOIN month_change AS change ON change.cooperative_id = voucher.cooperative_id
WHERE
    voucher.import_batch_id = :batch_id
    AND (voucher.opening = 1 OR change.month = voucher.month)
    AND change.closed = 1
    AND NOT EXISTS (
        SELECT 1
        FROM month_change AS later
        WHERE
            later.cooperative_id = change.cooperative_id
            AND later.month = change.month
            AND later.id > change.id
    )
ORDER BY change.month DESC
LIMIT 1;
