INSERT INTO account (cooperative_id, code, name, parent_id, side, detail, import_batch_id)
VALUES (:cooperative_id, :code, :name, :parent_id, :side, :detail, :import_batch_id);
