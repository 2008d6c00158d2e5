SELECT
    account.code,
    account.name,
    sum(
        iif(
            line.dated_on < :year_begins * 100
            OR line.dated_on < cooperative.starts_month * 100,
            line.debit_fen - line.credit_fen,
            0
        )
    ) AS opening_fen,
    sum(
        iif(
            line.dated_on >= :first_day AND line.dated_on >= cooperative.starts_month * 100,
            line.debit_fen,
            0
        )
    ) AS debit_fen,
    sum(
        iif(
            line.dated_on >= :first_day AND line.dated_on >= cooperative.starts_month * 100,
            line.credit_fen,
            0
        )
    ) AS credit_fen
FROM account
JOIN cooperative ON cooperative.id = account.cooperative_id
JOIN voucher_line AS line ON line.account_id = account.id
WHERE account.cooperative_id = :cooperative_id AND line.dated_on <= :last_day
GROUP BY account.id
ORDER BY account.code;
