SELECT
    product,
    unit,
    sum(quantity_millionths) AS quantity_millionths,
    count(*) AS records
FROM yield
WHERE cooperative_id = :cooperative_id AND made_on BETWEEN :first_day AND :last_day
GROUP BY product, unit
ORDER BY product, unit;
