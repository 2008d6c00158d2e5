-- Numbers run without a gap in each month and word, so the last one of each says how many there
-- are: from series to series along the index, not through all vouchers.
WITH RECURSIVE series (last_id) AS (
    VALUES (
        (
            SELECT id
            FROM voucher
            WHERE
                cooperative_id = :cooperative_id
                AND month BETWEEN :first_month AND :last_month
            ORDER BY month DESC, word DESC, number DESC
            LIMIT 1
        )
    )
    UNION ALL
    -- The word before it in its month, else the last one of the month before.
    SELECT
        ifnull(
            (
                SELECT before.id
                FROM voucher AS before
                WHERE
                    before.cooperative_id = :cooperative_id
                    AND before.month = last.month
                    AND before.word < last.word
                ORDER BY before.word DESC, before.number DESC
                LIMIT 1
            ),
            (
                SELECT before.id
                FROM voucher AS before
                WHERE
                    before.cooperative_id = :cooperative_id
                    AND before.month BETWEEN :first_month AND last.month - 1
                ORDER BY before.month DESC, before.word DESC, before.number DESC
                LIMIT 1
            )
        )
    FROM series
    JOIN voucher AS last ON last.id = series.last_id
)

SELECT ifnull(sum(last.number), 0) AS vouchers
FROM series
JOIN voucher AS last ON last.id = series.last_id;
