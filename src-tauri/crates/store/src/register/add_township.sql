INSERT INTO township (name) VALUES (:name) ON CONFLICT (name) DO NOTHING;
