SELECT
    delivery.id,
    delivery.made_on,
    member.code AS member,
    member.name AS member_name,
    delivery.product,
    delivery.quantity_millionths,
    delivery.unit,
    delivery.amount_fen,
    used.draft_id,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number
FROM delivery
JOIN member ON member.id = delivery.member_id
LEFT JOIN voucher_source AS used
    ON used.delivery_id = delivery.id
    AND (
        used.draft_id IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
    )
LEFT JOIN voucher AS made ON made.id = used.voucher_id
WHERE
    member.cooperative_id = :cooperative_id
    AND delivery.made_on BETWEEN :first_day AND :last_day
    AND (:id IS NULL OR delivery.id = :id)
ORDER BY used.id IS NOT NULL, delivery.made_on DESC, delivery.id DESC;
