SELECT id, step, distribution_id FROM closing_step WHERE id = :id;
