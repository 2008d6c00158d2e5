SELECT
    (SELECT count(*) FROM voucher) AS vouchers,
    (
        SELECT count(*)
        FROM voucher_line AS line
        JOIN voucher ON voucher.id = line.voucher_id
    ) AS lines,
    (SELECT count(*) FROM distribution) AS distributions;
