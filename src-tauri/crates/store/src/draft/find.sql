SELECT
    draft.id,
    draft.cooperative_id,
    draft.entry,
    draft.preparer_id,
    preparer.name AS preparer,
    draft.reviewer_id,
    reviewer.name AS reviewer,
    draft.reverses_id,
    draft.reason,
    draft.corrects_id,
    draft.changed_at,
    (
        SELECT count(*) FROM attachment WHERE attachment.draft_id = draft.id
    ) AS attachments
FROM draft
JOIN operator AS preparer ON preparer.id = draft.preparer_id
LEFT JOIN operator AS reviewer ON reviewer.id = draft.reviewer_id
WHERE draft.id = :id AND draft.opening = 0;
