SELECT from_year, target_fen, township_share_millionths AS township_share
FROM policy
WHERE from_year <= :year
ORDER BY from_year DESC
LIMIT 1;
