SELECT id
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    AND month BETWEEN :first_month AND :last_month
    AND number = :number
    AND (:word IS NULL OR word = :word);
