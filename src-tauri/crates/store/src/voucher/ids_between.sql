SELECT
    min(id) AS first_id,
    max(id) AS last_id
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    AND month BETWEEN :first_month AND :last_month;
