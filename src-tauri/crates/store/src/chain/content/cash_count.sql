SELECT
    id, cooperative_id, account_id, counted_on, counted_fen, book_fen, pieces, note
FROM cash_count
WHERE id = :id;
