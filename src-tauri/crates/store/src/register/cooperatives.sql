SELECT
    cooperative.id,
    cooperative.code,
    cooperative.name,
    cooperative.credit_code,
    alliance.name AS alliance,
    cooperative.line,
    cooperative.starts_month
FROM cooperative
LEFT JOIN alliance ON alliance.id = cooperative.alliance_id
ORDER BY cooperative.code;
