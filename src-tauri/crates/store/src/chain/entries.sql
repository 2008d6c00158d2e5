SELECT seq, kind, subject_id, made_at, operator_id, digest, hash
FROM chain
ORDER BY seq;
