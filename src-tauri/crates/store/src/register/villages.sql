SELECT
    village.id,
    village.code,
    village.name,
    township.name AS township,
    village.performance_pay_fen,
    village.joint
FROM village
JOIN township ON township.id = village.township_id
ORDER BY village.id;
