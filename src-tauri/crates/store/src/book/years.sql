SELECT DISTINCT month / 100 AS year FROM month_balance WHERE month > 0
UNION
SELECT year FROM village_income
ORDER BY year;
