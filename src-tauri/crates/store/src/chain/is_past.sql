UPDATE chain
SET digest = :digest
WHERE kind = :kind AND subject_id = :subject_id AND digest IS NULL;
