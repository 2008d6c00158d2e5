SELECT id, cooperative_id, year, state, posting_date, reason FROM year_change WHERE id = :id;
