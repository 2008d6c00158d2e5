SELECT DISTINCT line.voucher_id
FROM json_each(:members) AS member
CROSS JOIN voucher_line AS line ON line.member_id = member.value
WHERE line.dated_on BETWEEN :first_day AND :last_day;
