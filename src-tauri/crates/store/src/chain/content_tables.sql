SELECT name
FROM sqlite_schema
WHERE
    type = 'table'
    AND name NOT IN (
        'backup_made',
        'chain',
        'chain_kind',
        'import_batch',
        'import_undo',
        'operator',
        'schema_version'
    )
    AND name NOT GLOB 'sqlite_*'
    AND name NOT GLOB 'voucher_search*'
ORDER BY name;
