INSERT INTO voucher_template (cooperative_id, name, entry)
VALUES (:cooperative_id, :name, :entry)
ON CONFLICT (cooperative_id, name) DO UPDATE SET entry = excluded.entry;
