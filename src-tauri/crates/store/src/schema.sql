SELECT name, sql
FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
ORDER BY type, name;
