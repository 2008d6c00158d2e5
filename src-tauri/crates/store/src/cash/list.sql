SELECT
    counted.id,
    counted.account_id,
    account.code AS account,
    counted.counted_on,
    counted.counted_fen,
    counted.book_fen,
    counted.pieces,
    counted.note,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number,
    (
        SELECT max(origin.draft_id)
        FROM voucher_origin AS origin
        WHERE origin.cash_count_id = counted.id
    ) AS draft_id
FROM cash_count AS counted
JOIN account ON account.id = counted.account_id
LEFT JOIN voucher AS made
    ON made.id = (
        SELECT max(origin.voucher_id)
        FROM voucher_origin AS origin
        WHERE
            origin.cash_count_id = counted.id
            AND NOT EXISTS (
                SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id
            )
    )
WHERE counted.cooperative_id = :cooperative_id
ORDER BY counted.counted_on DESC, counted.id DESC;
