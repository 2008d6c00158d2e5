SELECT batch_id, last_seq FROM import_undo WHERE batch_id = :id;
