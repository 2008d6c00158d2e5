SELECT
    approved.village_id,
    distribution.year,
    cooperative.name AS cooperative,
    approved.patronage_refund_fen
    + approved.guaranteed_fen
    + approved.residual_dividend_fen AS amount_fen
FROM distribution
JOIN cooperative ON cooperative.id = distribution.cooperative_id
JOIN approved_member AS approved ON approved.distribution_id = distribution.id
WHERE
    distribution.status = 'approved'
    AND distribution.year BETWEEN :first AND :last
    AND approved.kind = 'village_collective'
ORDER BY approved.village_id, distribution.year, cooperative.code;
