-- The fourth version: an asset that was said to be gone by mistake is there again.

-- Of a card only that the asset is gone is ever added, and that is taken back.
DROP TRIGGER asset_stays;

CREATE TRIGGER asset_stays BEFORE UPDATE ON asset
WHEN
    (old.gone_on IS NULL) = (new.gone_on IS NULL)
    OR new.id <> old.id
    OR new.cooperative_id <> old.cooperative_id
    OR new.code <> old.code
    OR new.name <> old.name
    OR new.kind <> old.kind
    OR new.account_id <> old.account_id
    OR new.gathered_id <> old.gathered_id
    OR new.charged_id <> old.charged_id
    OR new.project IS NOT old.project
    OR new.in_use_on <> old.in_use_on
    OR new.cost_fen <> old.cost_fen
    OR new.salvage_fen <> old.salvage_fen
    OR new.before_fen <> old.before_fen
    OR new.before_month <> old.before_month
    OR new.life_months IS NOT old.life_months
    OR new.life_millionths IS NOT old.life_millionths
    OR new.unit IS NOT old.unit
    OR new.nominal <> old.nominal
    OR new.relief <> old.relief
    OR new.note IS NOT old.note
BEGIN
    SELECT raise(ABORT, 'asset.final');
END;

-- The voucher by which it left is dropped or taken back first.
CREATE TRIGGER asset_is_there_again BEFORE UPDATE ON asset
WHEN
    new.gone_on IS NULL
    AND EXISTS (
        SELECT 1
        FROM voucher_origin AS origin
        WHERE
            origin.asset_id = old.id
            AND (
                origin.draft_id IS NOT NULL
                OR NOT EXISTS (
                    SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id
                )
            )
    )
BEGIN
    SELECT raise(ABORT, 'asset.has_left');
END;

-- The month in which it leaves is charged first (37号: what leaves in a month is charged in it), but
-- for the layers of a batch, which leave one by one.
CREATE TRIGGER asset_is_charged_before_it_leaves BEFORE UPDATE ON asset
WHEN
    new.gone_on / 100 > old.before_month
    AND NOT EXISTS (
        SELECT 1
        FROM flock
        WHERE
            old.kind = 'biological'
            AND flock.cooperative_id = old.cooperative_id
            AND flock.name = old.project
    )
    AND (
        SELECT
            ifnull(max(charge.month), 0) < new.gone_on / 100
            AND ifnull(sum(charge.amount_fen), 0) + old.before_fen < old.cost_fen - old.salvage_fen
        FROM asset_charge AS charge
        WHERE
            charge.asset_id = old.id
            AND NOT EXISTS (
                SELECT 1 FROM voucher AS red WHERE red.reverses_id = charge.voucher_id
            )
    )
BEGIN
    SELECT raise(ABORT, 'asset.not_charged');
END;
