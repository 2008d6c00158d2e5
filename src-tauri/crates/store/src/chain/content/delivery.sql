SELECT
    id,
    member_id,
    made_on,
    product,
    quantity_millionths,
    unit,
    amount_fen,
    import_batch_id
FROM delivery
WHERE id = :id;
