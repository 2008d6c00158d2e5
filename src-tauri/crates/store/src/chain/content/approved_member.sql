SELECT
    place,
    member_id,
    name,
    kind,
    village_id,
    reserve_fen,
    subsidy_fen,
    donation_fen,
    patronage_fen,
    patronage_refund_fen,
    guaranteed_fen,
    residual_dividend_fen
FROM approved_member
WHERE distribution_id = :id
ORDER BY place;
