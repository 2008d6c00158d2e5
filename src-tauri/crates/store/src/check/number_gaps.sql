SELECT
    cooperative.code AS cooperative,
    printf('%d-%02d %s', voucher.month / 100, voucher.month % 100, voucher.word) AS series,
    max(voucher.number) - count(*) AS missing
FROM voucher
JOIN cooperative ON cooperative.id = voucher.cooperative_id
GROUP BY voucher.cooperative_id, voucher.month, voucher.word
HAVING missing <> 0;
