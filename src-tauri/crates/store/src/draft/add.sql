INSERT INTO draft (
    cooperative_id, entry, preparer_id, reverses_id, reason, corrects_id, changed_at
)
VALUES (
    :cooperative_id, :entry, :preparer_id, :reverses_id, :reason, :corrects_id, :changed_at
);
