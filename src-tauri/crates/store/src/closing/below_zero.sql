-- What every account of cash and bank stood at at the end of each day on which it moved, and of the
-- day before the term: those below zero.
WITH box AS (
    SELECT account.id, account.code, account.name
    FROM account
    WHERE
        account.cooperative_id = :cooperative_id
        AND substr(account.code, 1, 3) IN ('101', '102', '109')
),

ends (account_id, dated_on, balance_fen) AS (
    SELECT
        moved.account_id,
        moved.dated_on,
        sum(moved.moved_fen) OVER (PARTITION BY moved.account_id ORDER BY moved.dated_on)
    FROM (
        SELECT
            line.account_id,
            line.dated_on,
            sum(line.debit_fen - line.credit_fen) AS moved_fen
        FROM box
        CROSS JOIN voucher_line AS line ON line.account_id = box.id
        WHERE line.dated_on <= :last_day
        GROUP BY line.account_id, line.dated_on
    ) AS moved
)

SELECT
    box.code AS account,
    box.name,
    min(ends.dated_on) AS dated_on,
    ends.balance_fen,
    count(*) AS days
FROM ends
JOIN box ON box.id = ends.account_id
WHERE ends.balance_fen < 0 AND ends.dated_on >= :first_day
GROUP BY ends.account_id
ORDER BY box.code;
