SELECT village_id, year, kind, amount_fen, evidence
FROM village_income
WHERE year BETWEEN :first AND :last
ORDER BY id;
