UPDATE distribution SET status = :status WHERE id = :id;
