SELECT place, item, made_on, amount_fen
FROM approved_contribution
WHERE distribution_id = :id
ORDER BY place, item;
