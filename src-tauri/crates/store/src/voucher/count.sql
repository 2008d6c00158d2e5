SELECT count(*)
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    AND month BETWEEN :first_month AND :last_month
    AND number IS NOT NULL;
