INSERT INTO voucher_source (draft_id, contribution_id, yield_id, delivery_id)
VALUES (:draft_id, :contribution_id, :yield_id, :delivery_id);
