UPDATE asset SET gone_on = :gone_on, gone_for = :gone_for WHERE id = :id;
