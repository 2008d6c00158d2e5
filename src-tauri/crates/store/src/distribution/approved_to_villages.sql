SELECT
    ifnull(sum(patronage_refund_fen + guaranteed_fen + residual_dividend_fen), 0) AS amount_fen
FROM approved_member
WHERE distribution_id = :distribution_id AND kind = 'village_collective';
