INSERT INTO voucher (cooperative_id, dated_on, word, summary, import_batch_id)
VALUES (:cooperative_id, :dated_on, :word, :summary, :import_batch_id);
