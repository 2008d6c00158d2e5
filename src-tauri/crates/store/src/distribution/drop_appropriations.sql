DELETE FROM distribution_appropriation WHERE distribution_id = :distribution_id;
