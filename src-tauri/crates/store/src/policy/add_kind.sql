INSERT INTO policy_kind (from_year, kind) VALUES (:from_year, :kind);
