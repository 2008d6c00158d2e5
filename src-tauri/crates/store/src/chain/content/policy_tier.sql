SELECT completion_below_millionths, cut_millionths
FROM policy_tier
WHERE from_year = :id
ORDER BY completion_below_millionths;
