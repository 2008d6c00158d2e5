-- What points to the rows that an import brought and does not come with it, by kind and import.
WITH brought AS MATERIALIZED (
    SELECT chain_kind.word AS kind, chain.subject_id AS id
    FROM chain
    JOIN chain_kind ON chain_kind.id = chain.kind
    WHERE chain.seq BETWEEN :first AND :last
),
pointing AS (
    SELECT
        'voucher' AS kind,
        voucher.import_batch_id AS batch_id,
        printf(
            '%s %04d-%02d %s-%03d',
            cooperative.code,
            voucher.month / 100,
            voucher.month % 100,
            voucher.word,
            voucher.number
        ) AS example
    FROM voucher
    JOIN cooperative ON cooperative.id = voucher.cooperative_id
    WHERE
        voucher.id IN (
            SELECT line.voucher_id
            FROM brought
            JOIN voucher_line AS line ON line.account_id = brought.id
            WHERE brought.kind = 'account'
            UNION ALL
            SELECT line.voucher_id
            FROM brought
            JOIN voucher_line AS line ON line.member_id = brought.id
            WHERE brought.kind = 'member'
            UNION ALL
            SELECT link.id
            FROM voucher AS link
            WHERE
                link.reverses_id IN (SELECT id FROM brought WHERE kind = 'voucher')
                OR link.corrects_id IN (SELECT id FROM brought WHERE kind = 'voucher')
            UNION ALL
            SELECT source.voucher_id
            FROM voucher_source AS source
            WHERE
                source.contribution_id IN (SELECT id FROM brought WHERE kind = 'contribution')
                OR source.yield_id IN (SELECT id FROM brought WHERE kind = 'yield')
                OR source.delivery_id IN (SELECT id FROM brought WHERE kind = 'delivery')
        )
    UNION ALL
    SELECT 'draft', NULL, cooperative.code
    FROM draft
    JOIN cooperative ON cooperative.id = draft.cooperative_id
    WHERE
        draft.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
        OR draft.reverses_id IN (SELECT id FROM brought WHERE kind = 'voucher')
        OR draft.corrects_id IN (SELECT id FROM brought WHERE kind = 'voucher')
        OR draft.id IN (
            SELECT source.draft_id
            FROM voucher_source AS source
            WHERE
                source.contribution_id IN (SELECT id FROM brought WHERE kind = 'contribution')
                OR source.yield_id IN (SELECT id FROM brought WHERE kind = 'yield')
                OR source.delivery_id IN (SELECT id FROM brought WHERE kind = 'delivery')
        )
    UNION ALL
    SELECT 'template', NULL, template.name
    FROM voucher_template AS template
    WHERE template.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
    UNION ALL
    SELECT 'month', NULL, printf('%04d-%02d', change.month / 100, change.month % 100)
    FROM month_change AS change
    WHERE change.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
    UNION ALL
    SELECT 'account', account.import_batch_id, account.code
    FROM account
    WHERE
        account.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
        OR account.parent_id IN (SELECT id FROM brought WHERE kind = 'account')
    UNION ALL
    SELECT 'member', member.import_batch_id, member.code
    FROM member
    WHERE
        member.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
        OR member.village_id IN (SELECT id FROM brought WHERE kind = 'village')
    UNION ALL
    SELECT 'contribution', contribution.import_batch_id, member.code
    FROM contribution
    JOIN member ON member.id = contribution.member_id
    WHERE contribution.member_id IN (SELECT id FROM brought WHERE kind = 'member')
    UNION ALL
    SELECT 'member_change', NULL, member.code
    FROM member_change AS change
    JOIN member ON member.id = change.member_id
    WHERE change.member_id IN (SELECT id FROM brought WHERE kind = 'member')
    UNION ALL
    SELECT 'reserve_share', NULL, member.code
    FROM reserve_share AS share
    JOIN member ON member.id = share.member_id
    WHERE share.member_id IN (SELECT id FROM brought WHERE kind = 'member')
    UNION ALL
    SELECT 'share_move', NULL, member.code
    FROM share_move AS moved
    JOIN member ON member.id = moved.member_id
    WHERE
        moved.member_id IN (SELECT id FROM brought WHERE kind = 'member')
        OR moved.to_member_id IN (SELECT id FROM brought WHERE kind = 'member')
        OR moved.account_id IN (SELECT id FROM brought WHERE kind = 'account')
    UNION ALL
    SELECT 'yield', produced.import_batch_id, produced.product
    FROM yield AS produced
    WHERE produced.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
    UNION ALL
    SELECT 'delivery', delivery.import_batch_id, member.code
    FROM delivery
    JOIN member ON member.id = delivery.member_id
    WHERE delivery.member_id IN (SELECT id FROM brought WHERE kind = 'member')
    UNION ALL
    SELECT 'village_income', income.import_batch_id, village.code
    FROM village_income AS income
    JOIN village ON village.id = income.village_id
    WHERE income.village_id IN (SELECT id FROM brought WHERE kind = 'village')
    UNION ALL
    SELECT 'village', village.import_batch_id, village.code
    FROM village
    WHERE village.township_id IN (SELECT id FROM brought WHERE kind = 'township')
    UNION ALL
    SELECT 'cooperative', cooperative.import_batch_id, cooperative.code
    FROM cooperative
    WHERE cooperative.alliance_id IN (SELECT id FROM brought WHERE kind = 'alliance')
    UNION ALL
    SELECT 'distribution', NULL, printf('%s %d', cooperative.code, distribution.year)
    FROM distribution
    JOIN cooperative ON cooperative.id = distribution.cooperative_id
    WHERE
        distribution.cooperative_id IN (SELECT id FROM brought WHERE kind = 'cooperative')
        OR distribution.id IN (
            SELECT frozen.distribution_id
            FROM approved_member AS frozen
            WHERE
                frozen.member_id IN (SELECT id FROM brought WHERE kind = 'member')
                OR frozen.village_id IN (SELECT id FROM brought WHERE kind = 'village')
        )
)
SELECT kind, batch_id, count(*) AS found, min(example) AS example
FROM pointing
WHERE batch_id IS NOT :batch_id
GROUP BY kind, batch_id
ORDER BY batch_id DESC, kind;
