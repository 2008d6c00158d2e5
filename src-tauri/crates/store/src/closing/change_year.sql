INSERT INTO year_change (cooperative_id, year, state, posting_date, reason)
VALUES (:cooperative_id, :year, :state, :posting_date, :reason);
