UPDATE voucher
SET
    number = 1 + (
        SELECT ifnull(max(posted.number), 0)
        FROM voucher AS posted
        WHERE
            posted.cooperative_id = voucher.cooperative_id
            AND posted.month = voucher.month
            AND posted.word = voucher.word
            AND posted.number IS NOT NULL
    )
WHERE id = :id
RETURNING number;
