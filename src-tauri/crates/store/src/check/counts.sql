SELECT
    (SELECT count(*) FROM voucher WHERE number IS NOT NULL) AS vouchers,
    (
        SELECT count(*)
        FROM voucher_line AS line
        JOIN voucher ON voucher.id = line.voucher_id
        WHERE voucher.number IS NOT NULL
    ) AS lines,
    (SELECT count(*) FROM distribution) AS distributions;
