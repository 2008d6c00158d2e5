SELECT id, cooperative_id, month, closed, reason FROM month_change WHERE id = :id;
