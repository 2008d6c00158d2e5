INSERT INTO closing_step (id, step, distribution_id) VALUES (:id, :step, :distribution_id);
