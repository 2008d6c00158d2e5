SELECT
    cooperative.code AS cooperative,
    printf('%d-%02d %s-%03d', voucher.month / 100, voucher.month % 100, word, number) AS voucher,
    ifnull(sum(line.debit_fen - line.credit_fen), 0) AS difference_fen
FROM voucher
JOIN cooperative ON cooperative.id = voucher.cooperative_id
LEFT JOIN voucher_line AS line ON line.voucher_id = voucher.id
GROUP BY voucher.id
HAVING count(line.line) < 2 OR difference_fen <> 0;
