INSERT INTO bank_reconciliation (
    account_id, month, bank_fen, book_fen, book_in_fen, book_out_fen, bank_in_fen, bank_out_fen
)
VALUES (
    :account_id,
    :month,
    :bank_fen,
    :book_fen,
    :book_in_fen,
    :book_out_fen,
    :bank_in_fen,
    :bank_out_fen
);
