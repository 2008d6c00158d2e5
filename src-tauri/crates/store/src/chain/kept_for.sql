SELECT DISTINCT
    line.account_id,
    iif(voucher.opening = 1, 0, voucher.month) AS month,
    voucher.closing
FROM voucher
JOIN voucher_line AS line ON line.voucher_id = voucher.id
WHERE voucher.import_batch_id = :batch_id;
