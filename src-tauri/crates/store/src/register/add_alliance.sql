INSERT INTO alliance (name) VALUES (:name) ON CONFLICT (name) DO NOTHING;
