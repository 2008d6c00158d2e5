SELECT
    line.statement_id,
    line.line,
    line.dated_on,
    line.amount_fen,
    line.balance_fen,
    line.summary,
    matched.group_number
FROM bank_statement AS statement
JOIN bank_line AS line ON line.statement_id = statement.id
LEFT JOIN bank_match AS matched
    ON matched.statement_id = line.statement_id
    AND matched.bank_line = line.line
WHERE
    statement.account_id = :account_id
    AND line.dated_on <= :last_day
    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.statement_id = statement.id)
ORDER BY line.dated_on, line.statement_id, line.line;
