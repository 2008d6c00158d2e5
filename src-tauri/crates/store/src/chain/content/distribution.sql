SELECT
    id,
    cooperative_id,
    year,
    status,
    patronage_share_millionths,
    guaranteed_rate_millionths,
    capital_weighting,
    retain_fen,
    resolution,
    approved_on
FROM distribution
WHERE id = :id AND status IN ('approved', 'reversed');
