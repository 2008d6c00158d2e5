SELECT
    chain.seq,
    chain.kind,
    chain.subject_id,
    chain.made_at,
    operator.name AS operator
FROM chain
LEFT JOIN operator ON operator.id = chain.operator_id
WHERE chain.seq < :before
ORDER BY chain.seq DESC
LIMIT :most;
