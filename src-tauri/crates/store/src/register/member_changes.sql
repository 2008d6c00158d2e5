SELECT
    change.member_id,
    change.made_on,
    change.field,
    change.before,
    change.after,
    change.reason
FROM member_change AS change
JOIN member ON member.id = change.member_id
WHERE member.cooperative_id = :cooperative_id
ORDER BY change.id;
