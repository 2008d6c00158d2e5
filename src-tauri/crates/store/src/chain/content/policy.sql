SELECT from_year, target_fen, township_share_millionths FROM policy WHERE from_year = :id;
