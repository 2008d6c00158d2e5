SELECT step FROM closing_step WHERE id = :id;
