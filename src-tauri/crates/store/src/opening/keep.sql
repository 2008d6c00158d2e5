INSERT INTO draft (cooperative_id, entry, opening, preparer_id, changed_at)
VALUES (:cooperative_id, :entry, 1, :preparer_id, :changed_at)
ON CONFLICT (cooperative_id) WHERE opening = 1 DO UPDATE SET
    entry = excluded.entry,
    preparer_id = excluded.preparer_id,
    changed_at = excluded.changed_at;
