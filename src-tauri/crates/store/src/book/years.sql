SELECT dated_on / 10000 AS year FROM voucher WHERE number IS NOT NULL
UNION
SELECT year FROM village_income
ORDER BY year;
