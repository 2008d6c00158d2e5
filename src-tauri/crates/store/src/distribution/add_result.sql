INSERT INTO approved_result (
    distribution_id,
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
)
VALUES (
    :distribution_id,
    :surplus_fen,
    :opening_deficit_fen,
    :opening_undistributed_fen,
    :losses_made_up_fen,
    :deficit_carried_fen,
    :appropriated_fen,
    :distributable_fen,
    :retained_fen,
    :patronage_pool_fen,
    :residual_pool_fen,
    :reserve_not_quantified_fen
);
