INSERT INTO flock (cooperative_id, name, purpose, egg_cost, note)
VALUES (:cooperative_id, :name, :purpose, :egg_cost, :note);
