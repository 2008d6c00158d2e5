-- A withdrawal that an import's contributions are needed for.
SELECT
    cooperative.code AS cooperative,
    member.code AS member,
    taken.made_on,
    taken.amount_fen,
    taken.import_batch_id
FROM contribution AS taken
JOIN member ON member.id = taken.member_id
JOIN cooperative ON cooperative.id = member.cooperative_id
WHERE
    taken.amount_fen < 0
    AND taken.import_batch_id IS NOT :batch_id
    AND (
        SELECT sum(other.amount_fen)
        FROM contribution AS other
        WHERE
            other.member_id = taken.member_id
            AND other.made_on <= taken.made_on
            AND other.import_batch_id IS NOT :batch_id
    ) < 0
ORDER BY cooperative.code, member.code, taken.made_on
LIMIT 1;
