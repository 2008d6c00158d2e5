SELECT
    id,
    cooperative_id,
    made_on,
    product,
    quantity_millionths,
    unit,
    batch,
    note,
    import_batch_id
FROM yield
WHERE id = :id;
