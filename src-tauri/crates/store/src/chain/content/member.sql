SELECT
    id,
    cooperative_id,
    code,
    name,
    kind,
    village_id,
    joined_on,
    id_number,
    bank_account,
    import_batch_id
FROM member
WHERE id = :id;
