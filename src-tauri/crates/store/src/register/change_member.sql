UPDATE member
SET
    name = :name,
    village_id = :village_id,
    joined_on = :joined_on,
    id_number = :id_number,
    bank_account = :bank_account
WHERE id = :id;
