SELECT
    made.account_id,
    made.month,
    made.bank_fen,
    made.book_fen,
    made.book_in_fen,
    made.book_out_fen,
    made.bank_in_fen,
    made.bank_out_fen
FROM bank_reconciliation AS made
JOIN account ON account.id = made.account_id
WHERE
    account.cooperative_id = :cooperative_id
    AND NOT EXISTS (
        SELECT 1
        FROM bank_reconciliation AS later
        WHERE
            later.account_id = made.account_id
            AND later.month = made.month
            AND later.id > made.id
    )
ORDER BY made.month, account.code;
