INSERT INTO member_change (member_id, made_on, field, before, after, reason)
VALUES (:member_id, :made_on, :field, :before, :after, :reason);
