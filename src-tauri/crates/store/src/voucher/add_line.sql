INSERT INTO voucher_line (
    voucher_id,
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
)
VALUES (
    :voucher_id,
    :line,
    :account_id,
    :dated_on,
    :summary,
    :debit_fen,
    :credit_fen,
    :member_id,
    :counterparty,
    :project,
    :quantity_millionths,
    :price_millionths
);
