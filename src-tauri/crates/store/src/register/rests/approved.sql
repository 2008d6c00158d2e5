WITH touched AS (
    SELECT cooperative_id, dated_on / 10000 AS first_year, 9999 AS last_year
    FROM voucher
    WHERE import_batch_id = :batch_id
    UNION ALL
    SELECT member.cooperative_id, contribution.made_on / 10000, 9999
    FROM contribution
    JOIN member ON member.id = contribution.member_id
    WHERE contribution.import_batch_id = :batch_id
    UNION ALL
    SELECT member.cooperative_id, delivery.made_on / 10000, delivery.made_on / 10000
    FROM delivery
    JOIN member ON member.id = delivery.member_id
    WHERE delivery.import_batch_id = :batch_id
)
SELECT cooperative.code AS cooperative, distribution.year, distribution.resolution
FROM distribution
JOIN cooperative ON cooperative.id = distribution.cooperative_id
WHERE
    distribution.status = 'approved'
    AND EXISTS (
        SELECT 1
        FROM touched
        WHERE
            touched.cooperative_id = distribution.cooperative_id
            AND distribution.year BETWEEN touched.first_year AND touched.last_year
    )
ORDER BY cooperative.code, distribution.year
LIMIT 1;
