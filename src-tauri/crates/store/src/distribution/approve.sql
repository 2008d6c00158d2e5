UPDATE distribution
SET status = 'approved', resolution = :resolution, approved_on = :approved_on
WHERE id = :id;
