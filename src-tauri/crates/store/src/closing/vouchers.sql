SELECT
    made.id,
    voucher.dated_on,
    voucher.word,
    voucher.number,
    made.step,
    made.distribution_id,
    (
        SELECT sum(line.debit_fen) FROM voucher_line AS line WHERE line.voucher_id = made.id
    ) AS amount_fen,
    EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = made.id) AS taken_back
FROM closing_step AS made
JOIN voucher ON voucher.id = made.id
WHERE
    voucher.cooperative_id = :cooperative_id
    AND voucher.dated_on BETWEEN :first_day AND :last_day
ORDER BY voucher.dated_on, made.id;
