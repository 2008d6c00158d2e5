SELECT fund, rate_millionths, amount_fen
FROM distribution_appropriation
WHERE distribution_id = :distribution_id
ORDER BY step;
