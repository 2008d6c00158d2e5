-- What stands and moved on accounts by member, project or other party: before the first day, or as
-- the books opened, is the opening.
WITH RECURSIVE below (id) AS (
    SELECT account.id
    FROM account
    WHERE
        account.cooperative_id = :cooperative_id
        AND (:account_id IS NULL OR account.id = :account_id)
    UNION
    SELECT account.id
    FROM below
    JOIN account ON account.parent_id = below.id
)

SELECT
    account.code AS account,
    account.name AS account_name,
    iif(:wants = 'member', member.code, NULL) AS member,
    CASE :wants
        WHEN 'member' THEN ifnull(member.name, '')
        WHEN 'project' THEN ifnull(line.project, '')
        ELSE ifnull(line.counterparty, '')
    END AS detail_name,
    sum(
        iif(
            line.dated_on < :first_day OR line.dated_on < cooperative.starts_month * 100,
            line.debit_fen - line.credit_fen,
            0
        )
    ) AS opening_fen,
    sum(
        iif(
            line.dated_on >= :first_day AND line.dated_on >= cooperative.starts_month * 100,
            line.debit_fen,
            0
        )
    ) AS debit_fen,
    sum(
        iif(
            line.dated_on >= :first_day AND line.dated_on >= cooperative.starts_month * 100,
            line.credit_fen,
            0
        )
    ) AS credit_fen
FROM below
JOIN account ON account.id = below.id
JOIN cooperative ON cooperative.id = account.cooperative_id
JOIN voucher_line AS line ON line.account_id = account.id
LEFT JOIN member ON member.id = line.member_id
WHERE
    line.dated_on <= :last_day
    AND (:member IS NULL OR member.code = :member)
    -- A line without the detail that the chart wants is one of its own; others say nothing here.
    AND (
        account.detail = :wants
        OR CASE :wants
            WHEN 'member' THEN line.member_id
            WHEN 'project' THEN line.project
            ELSE line.counterparty
        END IS NOT NULL
    )
GROUP BY account.id, iif(:wants = 'member', member.id, NULL), detail_name
ORDER BY account.code, iif(:wants = 'member', member.id, NULL), detail_name;
