WITH RECURSIVE below (id) AS (
    VALUES (:account_id)
    UNION ALL
    SELECT account.id
    FROM below
    JOIN account ON account.parent_id = below.id
),

moved (fen) AS (
    SELECT kept.debit_fen - kept.credit_fen
    FROM below
    JOIN month_balance AS kept ON kept.account_id = below.id
    WHERE kept.month < :first_day / 100
    UNION ALL
    SELECT line.debit_fen - line.credit_fen
    FROM below
    JOIN voucher_line AS line ON line.account_id = below.id
    WHERE
        line.dated_on >= :first_day / 100 * 100
        AND line.dated_on < :first_day
        AND line.dated_on / 100 >= (
            SELECT cooperative.starts_month
            FROM account
            JOIN cooperative ON cooperative.id = account.cooperative_id
            WHERE account.id = :account_id
        )
)

SELECT ifnull(sum(fen), 0) AS opening_fen FROM moved;
