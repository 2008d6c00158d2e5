INSERT INTO cooperative (
    code, name, credit_code, alliance_id, line, starts_month, import_batch_id
)
VALUES (
    :code,
    :name,
    :credit_code,
    (SELECT id FROM alliance WHERE name = :alliance),
    :line,
    :starts_month,
    :import_batch_id
);
