SELECT
    voucher.id,
    voucher.dated_on,
    voucher.month,
    voucher.word,
    voucher.number,
    voucher.summary,
    voucher.reason,
    (
        SELECT sum(line.debit_fen)
        FROM voucher_line AS line
        WHERE line.voucher_id = voucher.id
    ) AS amount_fen,
    original.month AS reverses_month,
    original.word AS reverses_word,
    original.number AS reverses_number,
    red.month AS reversed_month,
    red.word AS reversed_word,
    red.number AS reversed_number
FROM voucher
LEFT JOIN voucher AS original ON original.id = voucher.reverses_id
LEFT JOIN voucher AS red ON red.reverses_id = voucher.id AND red.number IS NOT NULL
WHERE
    voucher.cooperative_id = :cooperative_id
    -- The month stands in the index, the day does not.
    AND voucher.month BETWEEN :first_day / 100 AND :last_day / 100
    AND voucher.number IS NOT NULL
    AND voucher.dated_on BETWEEN :first_day AND :last_day
ORDER BY voucher.dated_on, voucher.word, voucher.number;
