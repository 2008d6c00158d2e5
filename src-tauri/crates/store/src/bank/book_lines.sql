SELECT
    line.voucher_id,
    line.line,
    line.dated_on,
    line.debit_fen - line.credit_fen AS amount_fen,
    voucher.word,
    voucher.number,
    voucher.reverses_id,
    ifnull(line.summary, voucher.summary) AS summary,
    matched.group_number
FROM voucher_line AS line
CROSS JOIN voucher ON voucher.id = line.voucher_id
LEFT JOIN bank_match AS matched
    ON matched.voucher_id = line.voucher_id
    AND matched.voucher_line = line.line
WHERE
    line.account_id = :account_id
    AND line.dated_on <= :last_day
    AND voucher.opening = 0
ORDER BY line.dated_on, voucher.word, voucher.number, line.line;
