UPDATE recurring SET last_month = :last_month WHERE id = :id;
