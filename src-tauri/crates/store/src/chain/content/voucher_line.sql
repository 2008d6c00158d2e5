SELECT
    line,
    account_id,
    dated_on,
    summary,
    debit_fen,
    credit_fen,
    member_id,
    counterparty,
    project,
    quantity_millionths,
    price_millionths
FROM voucher_line
WHERE voucher_id = :id
ORDER BY line;
