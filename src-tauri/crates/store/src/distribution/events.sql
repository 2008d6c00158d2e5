SELECT kind, made_on, meeting_on, reason
FROM distribution_event
WHERE distribution_id = :distribution_id
ORDER BY id;
