INSERT INTO policy_tier (from_year, completion_below_millionths, cut_millionths)
VALUES (:from_year, :completion_below_millionths, :cut_millionths);
