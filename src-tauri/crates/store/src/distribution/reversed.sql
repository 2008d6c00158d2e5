SELECT
    distribution.id,
    distribution.year,
    distribution.run,
    distribution.resolution,
    distribution.approved_on,
    event.made_on AS reversed_on,
    event.reason,
    result.patronage_pool_fen + result.residual_pool_fen AS pool_fen
FROM distribution
JOIN distribution_event AS event
    ON event.distribution_id = distribution.id AND event.kind = 'reversed'
JOIN approved_result AS result ON result.distribution_id = distribution.id
WHERE distribution.cooperative_id = :cooperative_id AND distribution.year = :year
ORDER BY distribution.run;
