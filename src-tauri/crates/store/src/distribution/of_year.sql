SELECT
    id,
    year,
    patronage_share_millionths,
    guaranteed_rate_millionths,
    capital_weighting,
    retain_fen,
    resolution,
    approved_on
FROM distribution
WHERE
    cooperative_id = :cooperative_id
    AND year = :year
    AND (status = 'reversed') = :reversed
ORDER BY run DESC
LIMIT 1;
