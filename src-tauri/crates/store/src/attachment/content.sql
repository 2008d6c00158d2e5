SELECT sha256, content FROM attachment WHERE id = :id;
