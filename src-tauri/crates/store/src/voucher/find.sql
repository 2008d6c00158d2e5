SELECT id
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    AND month = :month
    AND word = :word
    AND number = :number;
