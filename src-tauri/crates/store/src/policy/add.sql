INSERT INTO policy (from_year, target_fen, township_share_millionths)
VALUES (:from_year, :target_fen, :township_share_millionths);
