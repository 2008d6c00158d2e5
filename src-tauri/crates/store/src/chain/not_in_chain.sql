SELECT rowid AS subject_id
FROM {table}
WHERE ({only}) AND rowid NOT IN (SELECT subject_id FROM chain WHERE kind = :kind)
ORDER BY rowid;
