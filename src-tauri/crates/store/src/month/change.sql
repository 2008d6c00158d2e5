INSERT INTO month_change (cooperative_id, month, closed, reason)
VALUES (:cooperative_id, :month, :closed, :reason);
