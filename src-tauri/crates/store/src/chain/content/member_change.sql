SELECT id, member_id, made_on, field, before, after, reason
FROM member_change
WHERE id = :id;
