SELECT voucher.id
FROM json_each(:only) AS only
-- In this order: the list has no index.
CROSS JOIN voucher ON voucher.id = only.value
WHERE
    voucher.cooperative_id = :cooperative_id
    AND voucher.dated_on BETWEEN :first_day AND :last_day
    AND (voucher.dated_on, voucher.id) < (:before_day, :before_id)
ORDER BY voucher.dated_on DESC, voucher.id DESC;
