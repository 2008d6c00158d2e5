SELECT step, fund, rate_millionths, amount_fen
FROM distribution_appropriation
WHERE distribution_id = :id
ORDER BY step;
