SELECT seq, kind, subject_id
FROM chain
WHERE seq BETWEEN :first AND :last
ORDER BY seq DESC;
