SELECT
    member.id,
    member.code,
    member.name,
    member.kind,
    village.code AS village,
    member.joined_on,
    member.id_number,
    member.bank_account
FROM member
LEFT JOIN village ON village.id = member.village_id
WHERE member.cooperative_id = :cooperative_id
ORDER BY member.id;
