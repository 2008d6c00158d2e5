DELETE FROM approved_member WHERE distribution_id = :distribution_id;
