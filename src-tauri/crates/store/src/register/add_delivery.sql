INSERT INTO delivery (
    member_id, made_on, product, quantity_millionths, unit, amount_fen, import_batch_id
)
VALUES (
    :member_id, :made_on, :product, :quantity_millionths, :unit, :amount_fen, :import_batch_id
);
