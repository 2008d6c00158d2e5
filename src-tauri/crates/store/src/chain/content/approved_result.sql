SELECT
    surplus_fen,
    opening_deficit_fen,
    opening_undistributed_fen,
    losses_made_up_fen,
    deficit_carried_fen,
    appropriated_fen,
    distributable_fen,
    retained_fen,
    patronage_pool_fen,
    residual_pool_fen,
    reserve_not_quantified_fen
FROM approved_result
WHERE distribution_id = :id;
