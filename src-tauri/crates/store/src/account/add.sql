INSERT INTO account (cooperative_id, code, name, parent_id, side, detail)
VALUES (:cooperative_id, :code, :name, :parent_id, :side, :detail);
