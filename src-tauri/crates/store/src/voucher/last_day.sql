SELECT max(dated_on) AS dated_on
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    AND month = (
        SELECT max(month)
        FROM voucher
        WHERE cooperative_id = :cooperative_id
    )
    AND opening = 0;
