DELETE FROM approved_contribution WHERE distribution_id = :distribution_id;
