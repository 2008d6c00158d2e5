SELECT 'income_kind' AS name, income_kind.word AS content
FROM income_kind
UNION ALL
SELECT 'chain_kind' AS name, format('%d %s', chain_kind.id, chain_kind.word) AS content
FROM chain_kind;
