SELECT delivery.member_id, sum(delivery.amount_fen) AS amount_fen
FROM member
JOIN delivery ON delivery.member_id = member.id
WHERE
    member.cooperative_id = :cooperative_id
    AND delivery.made_on BETWEEN :first_day AND :last_day
GROUP BY delivery.member_id;
