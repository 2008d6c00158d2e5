SELECT voucher.word, max(voucher.number) - count(*) AS missing
FROM voucher
WHERE voucher.cooperative_id = :cooperative_id AND voucher.month = :month
GROUP BY voucher.word
HAVING missing <> 0
ORDER BY voucher.word;
