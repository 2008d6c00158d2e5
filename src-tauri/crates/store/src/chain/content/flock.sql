SELECT id, cooperative_id, name, purpose, egg_cost, note FROM flock WHERE id = :id;
