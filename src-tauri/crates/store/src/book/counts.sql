SELECT
    book.name,
    (SELECT count(*) FROM township) AS townships,
    (SELECT count(*) FROM village) AS villages,
    (SELECT count(*) FROM cooperative) AS cooperatives,
    (SELECT count(*) FROM member) AS members,
    (SELECT count(*) FROM voucher) AS vouchers,
    (SELECT max(dated_on) FROM voucher) AS last_voucher
FROM book;
