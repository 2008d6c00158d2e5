INSERT INTO cash_count (
    cooperative_id, account_id, counted_on, counted_fen, book_fen, pieces, note
)
VALUES (
    :cooperative_id, :account_id, :counted_on, :counted_fen, :book_fen, :pieces, :note
);
