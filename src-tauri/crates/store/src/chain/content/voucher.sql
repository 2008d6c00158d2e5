SELECT
    id,
    cooperative_id,
    dated_on,
    word,
    number,
    summary,
    closing,
    opening,
    papers,
    preparer_id,
    reviewer_id,
    reverses_id,
    reason,
    corrects_id,
    import_batch_id
FROM voucher
WHERE id = :id;
