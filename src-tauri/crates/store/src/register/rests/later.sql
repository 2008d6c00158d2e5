SELECT
    cooperative.code AS cooperative,
    later.month,
    later.word,
    min(later.number) AS number,
    later.import_batch_id
FROM cooperative
JOIN (
    SELECT cooperative_id, month, word, max(number) AS number
    FROM voucher
    WHERE import_batch_id = :batch_id
    GROUP BY cooperative_id, month, word
) AS last ON last.cooperative_id = cooperative.id
JOIN voucher AS later
    ON later.cooperative_id = last.cooperative_id
    AND later.month = last.month
    AND later.word = last.word
    AND later.number > last.number
WHERE later.import_batch_id IS NOT :batch_id
GROUP BY later.cooperative_id, later.month, later.word
ORDER BY later.cooperative_id, later.month, later.word
LIMIT 1;
