SELECT EXISTS (
    SELECT 1 FROM asset WHERE cooperative_id = :cooperative_id AND code = :code
) AS used;
