SELECT award, places, prize_fen, team_share_millionths, ranking, weak_below_fen
FROM policy_award
WHERE from_year = :id
ORDER BY award;
