-- What was taken back in red counts no more.
WITH standing AS (
    SELECT
        charge.asset_id,
        sum(charge.amount_fen) AS charged_fen,
        sum(ifnull(charge.units_millionths, 0)) AS units_millionths,
        max(charge.month) AS charged_through
    FROM asset_charge AS charge
    WHERE NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = charge.voucher_id)
    GROUP BY charge.asset_id
)

SELECT
    asset.id,
    asset.code,
    asset.name,
    asset.kind,
    asset.account_id,
    asset.gathered_id,
    asset.charged_id,
    cost.code AS account,
    gathered.code AS gathered,
    charged.code AS charged,
    asset.project,
    asset.in_use_on,
    asset.cost_fen,
    asset.salvage_fen,
    asset.before_fen,
    asset.before_month,
    asset.life_months,
    asset.life_millionths,
    asset.unit,
    asset.nominal,
    asset.relief,
    asset.note,
    asset.gone_on,
    asset.gone_for,
    ifnull(standing.charged_fen, 0) AS charged_fen,
    ifnull(standing.units_millionths, 0) AS units_millionths,
    standing.charged_through,
    made.month AS made_month,
    made.word AS made_word,
    made.number AS made_number,
    (
        SELECT max(origin.draft_id)
        FROM voucher_origin AS origin
        WHERE origin.asset_id = asset.id
    ) AS draft_id
FROM asset
JOIN account AS cost ON cost.id = asset.account_id
JOIN account AS gathered ON gathered.id = asset.gathered_id
JOIN account AS charged ON charged.id = asset.charged_id
LEFT JOIN standing ON standing.asset_id = asset.id
LEFT JOIN voucher AS made
    ON made.id = (
        SELECT max(origin.voucher_id)
        FROM voucher_origin AS origin
        WHERE
            origin.asset_id = asset.id
            AND NOT EXISTS (
                SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id
            )
    )
WHERE
    asset.cooperative_id = :cooperative_id
    AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.asset_id = asset.id)
ORDER BY asset.code;
