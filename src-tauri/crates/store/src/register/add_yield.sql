INSERT INTO yield (
    cooperative_id, made_on, product, quantity_millionths, unit, batch, note, import_batch_id
)
VALUES (
    :cooperative_id, :made_on, :product, :quantity_millionths, :unit, :batch, :note,
    :import_batch_id
);
