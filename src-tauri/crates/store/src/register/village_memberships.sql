SELECT village_id, cooperative_id
FROM member
WHERE kind = 'village_collective'
ORDER BY village_id, cooperative_id;
