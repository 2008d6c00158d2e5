SELECT id, name, sha256, content FROM attachment WHERE voucher_id = :id ORDER BY id;
