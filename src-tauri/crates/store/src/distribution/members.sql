SELECT
    approved.member_id,
    member.code,
    approved.name,
    approved.kind,
    approved.village_id,
    approved.reserve_fen,
    approved.subsidy_fen,
    approved.donation_fen,
    approved.patronage_fen,
    approved.patronage_refund_fen,
    approved.guaranteed_fen,
    approved.residual_dividend_fen
FROM approved_member AS approved
JOIN member ON member.id = approved.member_id
WHERE approved.distribution_id = :distribution_id
ORDER BY approved.place;
