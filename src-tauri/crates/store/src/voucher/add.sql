INSERT INTO voucher (
    cooperative_id, dated_on, word, summary, closing, reverses_id, reason, import_batch_id
)
VALUES (
    :cooperative_id, :dated_on, :word, :summary, :closing, :reverses_id, :reason, :import_batch_id
);
