-- Whole months from what is kept, the days that make none from the lines. Month 0 is what the books
-- opened with, which never moved.
WITH moved (account_id, opening_fen, debit_fen, credit_fen) AS (
    SELECT
        kept.account_id,
        iif(kept.month < :year_begins, kept.debit_fen - kept.credit_fen, 0),
        iif(kept.month BETWEEN :first_month AND :last_month, kept.debit_fen, 0),
        iif(kept.month BETWEEN :first_month AND :last_month, kept.credit_fen, 0)
    FROM account
    JOIN month_balance AS kept ON kept.account_id = account.id
    WHERE account.cooperative_id = :cooperative_id AND kept.month <= :last_kept
    UNION ALL
    SELECT
        line.account_id,
        0,
        line.debit_fen,
        line.credit_fen
    FROM cooperative
    JOIN account ON account.cooperative_id = cooperative.id
    JOIN voucher_line AS line
        ON line.account_id = account.id
        AND (
            line.dated_on BETWEEN :head_first AND :head_last
            OR line.dated_on BETWEEN :tail_first AND :tail_last
        )
    WHERE
        cooperative.id = :cooperative_id
        AND line.dated_on >= cooperative.starts_month * 100
)

SELECT
    account.code,
    account.name,
    sum(moved.opening_fen) AS opening_fen,
    sum(moved.debit_fen) AS debit_fen,
    sum(moved.credit_fen) AS credit_fen
FROM moved
JOIN account ON account.id = moved.account_id
GROUP BY account.id
ORDER BY account.code;
