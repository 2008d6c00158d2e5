SELECT count(*) FROM chain;
