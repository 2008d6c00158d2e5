-- A row's number is one more than the largest that there was, and each of those has an entry: the
-- voucher's own stands at its number or soon after it. No index of the chain is needed for that.
SELECT
    chain.seq,
    chain.made_at,
    operator.name AS operator
FROM chain
LEFT JOIN operator ON operator.id = chain.operator_id
WHERE
    chain.seq >= :voucher_id
    AND chain.subject_id = :voucher_id
    AND chain.kind = (SELECT chain_kind.id FROM chain_kind WHERE chain_kind.word = 'voucher')
    AND chain.digest IS NULL
ORDER BY chain.seq
LIMIT 1;
