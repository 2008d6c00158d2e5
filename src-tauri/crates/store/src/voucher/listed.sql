SELECT id
FROM voucher
WHERE
    cooperative_id = :cooperative_id
    -- The month stands in the index, the day does not.
    AND month BETWEEN :first_day / 100 AND :last_day / 100
    AND dated_on BETWEEN :first_day AND :last_day
    AND (dated_on, id) < (:before_day, :before_id)
-- By month first, which a day implies: so the first ones are there before all are sorted.
ORDER BY month DESC, dated_on DESC, id DESC;
