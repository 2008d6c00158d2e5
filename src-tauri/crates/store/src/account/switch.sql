UPDATE account SET active = :active WHERE id = :id;
