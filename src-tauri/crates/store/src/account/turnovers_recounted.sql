-- Each sum over one range of the index for each account, without a look at the days of its lines.
WITH ranged (account_id, opened_by, first_day) AS (
    SELECT
        account.id,
        min(:last_day, max(:year_begins, cooperative.starts_month) * 100 - 1),
        max(:first_day, cooperative.starts_month * 100)
    FROM account
    JOIN cooperative ON cooperative.id = account.cooperative_id
    WHERE account.cooperative_id = :cooperative_id
),

counted (account_id, opening_fen, debit_fen, credit_fen) AS (
    SELECT
        ranged.account_id,
        (
            SELECT sum(line.debit_fen - line.credit_fen)
            FROM voucher_line AS line
            WHERE line.account_id = ranged.account_id AND line.dated_on <= ranged.opened_by
        ),
        (
            SELECT sum(line.debit_fen)
            FROM voucher_line AS line
            WHERE
                line.account_id = ranged.account_id
                AND line.dated_on BETWEEN ranged.first_day AND :last_day
        ),
        (
            SELECT sum(line.credit_fen)
            FROM voucher_line AS line
            WHERE
                line.account_id = ranged.account_id
                AND line.dated_on BETWEEN ranged.first_day AND :last_day
        )
    FROM ranged
    WHERE EXISTS (
        SELECT 1
        FROM voucher_line AS line
        WHERE line.account_id = ranged.account_id AND line.dated_on <= :last_day
    )
)

SELECT
    account.code,
    account.name,
    ifnull(counted.opening_fen, 0) AS opening_fen,
    ifnull(counted.debit_fen, 0) AS debit_fen,
    ifnull(counted.credit_fen, 0) AS credit_fen
FROM counted
JOIN account ON account.id = counted.account_id
ORDER BY account.code;
