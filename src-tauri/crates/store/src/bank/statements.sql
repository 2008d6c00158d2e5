SELECT
    statement.id,
    statement.file_name,
    count(*) AS lines,
    min(line.dated_on) AS first_day,
    max(line.dated_on) AS last_day,
    count(matched.group_number) AS matched
FROM bank_statement AS statement
JOIN bank_line AS line ON line.statement_id = statement.id
LEFT JOIN bank_match AS matched
    ON matched.statement_id = line.statement_id
    AND matched.bank_line = line.line
WHERE
    statement.account_id = :account_id
    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.statement_id = statement.id)
GROUP BY statement.id
ORDER BY statement.id;
