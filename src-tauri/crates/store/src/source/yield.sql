SELECT
    yield.id,
    yield.made_on,
    yield.product,
    yield.quantity_millionths,
    yield.unit,
    yield.batch,
    yield.note,
    used.draft_id,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number
FROM yield
LEFT JOIN voucher_source AS used
    ON used.yield_id = yield.id
    AND (
        used.draft_id IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
    )
LEFT JOIN voucher AS made ON made.id = used.voucher_id
WHERE
    yield.cooperative_id = :cooperative_id
    AND yield.made_on BETWEEN :first_day AND :last_day
    AND (:id IS NULL OR yield.id = :id)
ORDER BY used.id IS NOT NULL, yield.made_on DESC, yield.id DESC;
