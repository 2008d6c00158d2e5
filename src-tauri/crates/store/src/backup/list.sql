SELECT made_at, path, seq FROM backup_made ORDER BY id DESC LIMIT :most;
