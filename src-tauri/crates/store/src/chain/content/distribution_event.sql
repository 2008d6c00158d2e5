SELECT id, distribution_id, kind, made_on, meeting_on, reason
FROM distribution_event
WHERE id = :id;
