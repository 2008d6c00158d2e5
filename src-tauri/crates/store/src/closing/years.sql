SELECT year, state, posting_date
FROM year_state
WHERE cooperative_id = :cooperative_id
ORDER BY year;
