SELECT share.member_id, share.made_on, share.amount_fen, share.reason
FROM reserve_share AS share
JOIN member ON member.id = share.member_id
WHERE member.cooperative_id = :cooperative_id
ORDER BY share.made_on, share.id;
