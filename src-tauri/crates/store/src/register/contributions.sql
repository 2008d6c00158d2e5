SELECT
    contribution.member_id,
    contribution.made_on,
    contribution.amount_fen,
    contribution.form,
    contribution.share_class
FROM member
JOIN contribution ON contribution.member_id = member.id
WHERE member.cooperative_id = :cooperative_id
ORDER BY member.id, contribution.made_on, contribution.id;
