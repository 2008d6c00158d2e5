INSERT INTO distribution_event (distribution_id, kind, made_on, meeting_on, reason)
VALUES (:distribution_id, :kind, :made_on, :meeting_on, :reason);
