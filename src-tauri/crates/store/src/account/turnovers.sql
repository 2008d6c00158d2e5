-- Whole months from what is kept, the days that make none from the lines: each sum over one range
-- for each account. Month 0 is what the books opened with, which never moved.
WITH stretch (first_day, last_day) AS (
    VALUES (:head_first, :head_last), (:tail_first, :tail_last)
),

ranged (account_id, first_day, last_day) AS (
    SELECT
        account.id,
        max(stretch.first_day, cooperative.starts_month * 100),
        stretch.last_day
    FROM stretch
    JOIN cooperative ON cooperative.id = :cooperative_id
    JOIN account ON account.cooperative_id = cooperative.id
    WHERE stretch.first_day <= stretch.last_day
),

moved (account_id, opening_fen, debit_fen, credit_fen) AS (
    SELECT
        account.id,
        (
            SELECT sum(kept.debit_fen - kept.credit_fen)
            FROM month_balance AS kept
            WHERE kept.account_id = account.id AND kept.month < :year_begins
        ),
        (
            SELECT sum(kept.debit_fen)
            FROM month_balance AS kept
            WHERE
                kept.account_id = account.id
                AND kept.month BETWEEN :first_month AND :last_month
        ),
        (
            SELECT sum(kept.credit_fen)
            FROM month_balance AS kept
            WHERE
                kept.account_id = account.id
                AND kept.month BETWEEN :first_month AND :last_month
        )
    FROM account
    WHERE
        account.cooperative_id = :cooperative_id
        AND EXISTS (
            SELECT 1
            FROM month_balance AS kept
            WHERE kept.account_id = account.id AND kept.month <= :last_kept
        )
    UNION ALL
    SELECT
        ranged.account_id,
        NULL,
        (
            SELECT sum(line.debit_fen)
            FROM voucher_line AS line
            WHERE
                line.account_id = ranged.account_id
                AND line.dated_on BETWEEN ranged.first_day AND ranged.last_day
        ),
        (
            SELECT sum(line.credit_fen)
            FROM voucher_line AS line
            WHERE
                line.account_id = ranged.account_id
                AND line.dated_on BETWEEN ranged.first_day AND ranged.last_day
        )
    FROM ranged
    WHERE EXISTS (
        SELECT 1
        FROM voucher_line AS line
        WHERE
            line.account_id = ranged.account_id
            AND line.dated_on BETWEEN ranged.first_day AND ranged.last_day
    )
)

SELECT
    account.code,
    account.name,
    ifnull(sum(moved.opening_fen), 0) AS opening_fen,
    ifnull(sum(moved.debit_fen), 0) AS debit_fen,
    ifnull(sum(moved.credit_fen), 0) AS credit_fen
FROM moved
JOIN account ON account.id = moved.account_id
GROUP BY account.id
ORDER BY account.code;
