SELECT count(*) AS entries, min(made_at) AS first_at FROM chain WHERE seq > :seq;
