SELECT
    made_on / 10000 AS year,
    product,
    unit,
    sum(quantity_millionths) AS quantity_millionths,
    sum(amount_fen) AS amount_fen,
    count(*) AS records
FROM delivery
WHERE member_id = :member_id
GROUP BY year, product, unit
ORDER BY year DESC, amount_fen DESC, product, unit;
