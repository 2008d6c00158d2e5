-- What approved distributions of earlier years took, less what the books have taken for them since
-- the first of those years: lines on 332 of vouchers that touch 221, 222, 301 or 322 as well. What
-- was posted before the year and reversed in it or later is there again.
WITH approved AS (
    SELECT
        distribution.year,
        result.appropriated_fen + result.patronage_pool_fen + result.residual_pool_fen AS taken_fen
    FROM distribution
    JOIN approved_result AS result ON result.distribution_id = distribution.id
    WHERE
        distribution.cooperative_id = :cooperative_id
        AND distribution.status = 'approved'
        AND distribution.year < :year
)

SELECT max(
    0,
    (SELECT ifnull(sum(taken_fen), 0) FROM approved)
    - (
        SELECT ifnull(sum(line.debit_fen - line.credit_fen), 0)
        FROM voucher
        JOIN voucher_line AS line ON line.voucher_id = voucher.id
        JOIN account ON account.id = line.account_id
        WHERE
            voucher.cooperative_id = :cooperative_id
            AND voucher.dated_on / 10000 BETWEEN (SELECT min(year) FROM approved) AND :year - 1
            AND account.code GLOB '332*'
            AND EXISTS (
                SELECT 1
                FROM voucher_line AS other
                JOIN account AS touched ON touched.id = other.account_id
                WHERE
                    other.voucher_id = voucher.id
                    AND substr(touched.code, 1, 3) IN ('221', '222', '301', '322')
            )
            AND NOT EXISTS (
                SELECT 1
                FROM closing_step AS made
                JOIN distribution AS reversed ON reversed.id = made.distribution_id
                WHERE
                    made.id IN (voucher.id, voucher.reverses_id)
                    AND reversed.status = 'reversed'
            )
    )
)
- (
    SELECT ifnull(sum(line.debit_fen - line.credit_fen), 0)
    FROM distribution AS reversed
    JOIN closing_step AS made ON made.distribution_id = reversed.id
    JOIN voucher ON voucher.id = made.id
    JOIN voucher AS red ON red.reverses_id = voucher.id
    JOIN voucher_line AS line ON line.voucher_id = voucher.id
    JOIN account ON account.id = line.account_id
    WHERE
        reversed.cooperative_id = :cooperative_id
        AND reversed.status = 'reversed'
        AND voucher.dated_on / 10000 < :year
        AND red.dated_on / 10000 >= :year
        AND account.code GLOB '332*'
) AS shared_out_fen;
