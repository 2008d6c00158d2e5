SELECT
    book.name,
    (SELECT count(*) FROM township) AS townships,
    (SELECT count(*) FROM village) AS villages,
    (SELECT count(*) FROM cooperative) AS cooperatives,
    (SELECT count(*) FROM member) AS members,
    (SELECT count(*) FROM voucher WHERE number IS NOT NULL) AS vouchers,
    (SELECT max(dated_on) FROM voucher WHERE number IS NOT NULL) AS last_voucher
FROM book;
