SELECT place, made_on, amount_fen
FROM approved_contribution
WHERE distribution_id = :distribution_id
ORDER BY place, item;
