DELETE FROM draft WHERE cooperative_id = :cooperative_id AND opening = 1;
