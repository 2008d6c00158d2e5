SELECT
    delivery.made_on / 10000 AS year,
    delivery.product,
    delivery.unit,
    sum(delivery.quantity_millionths) AS quantity_millionths,
    sum(delivery.amount_fen) AS amount_fen,
    count(*) AS records
FROM member
JOIN delivery ON delivery.member_id = member.id
WHERE
    member.cooperative_id = :cooperative_id
    AND delivery.made_on BETWEEN :first_day AND :last_day
GROUP BY delivery.product, delivery.unit
ORDER BY amount_fen DESC, delivery.product, delivery.unit;
