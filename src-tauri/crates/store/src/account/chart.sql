SELECT
    account.id,
    account.code,
    account.name,
    parent.code AS parent,
    account.side,
    account.detail,
    account.active
FROM account
LEFT JOIN account AS parent ON parent.id = account.parent_id
WHERE account.cooperative_id = :cooperative_id
ORDER BY account.code;
