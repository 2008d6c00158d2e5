SELECT completion_below_millionths, cut_millionths
FROM policy_tier
WHERE from_year = :from_year
ORDER BY completion_below_millionths DESC;
