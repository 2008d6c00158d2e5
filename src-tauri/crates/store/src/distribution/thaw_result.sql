DELETE FROM approved_result WHERE distribution_id = :distribution_id;
