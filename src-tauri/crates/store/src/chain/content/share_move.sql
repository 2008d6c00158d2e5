SELECT
    id,
    kind,
    made_on,
    member_id,
    to_member_id,
    capital_fen,
    premium_fen,
    reserve_fen,
    loss_fen,
    account_id,
    evaluation,
    reason,
    reverses_id
FROM share_move
WHERE id = :id;
