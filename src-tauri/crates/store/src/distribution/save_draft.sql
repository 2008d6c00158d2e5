INSERT INTO distribution (
    cooperative_id,
    year,
    run,
    status,
    patronage_share_millionths,
    guaranteed_rate_millionths,
    capital_weighting,
    retain_fen
)
VALUES (
    :cooperative_id,
    :year,
    (
        SELECT 1 + count(*)
        FROM distribution
        WHERE cooperative_id = :cooperative_id AND year = :year AND status = 'reversed'
    ),
    'draft',
    :patronage_share_millionths,
    :guaranteed_rate_millionths,
    :capital_weighting,
    :retain_fen
)
ON CONFLICT (cooperative_id, year) WHERE status <> 'reversed' DO UPDATE SET
patronage_share_millionths = excluded.patronage_share_millionths,
guaranteed_rate_millionths = excluded.guaranteed_rate_millionths,
capital_weighting = excluded.capital_weighting,
retain_fen = excluded.retain_fen
RETURNING id;
