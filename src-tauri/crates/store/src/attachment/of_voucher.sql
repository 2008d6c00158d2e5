SELECT id, name, length(content) AS size, draft_id
FROM attachment
WHERE voucher_id = :voucher_id
ORDER BY id;
