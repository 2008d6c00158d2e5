-- The third version: an asset card, something that happened to a batch or a statement of the bank
-- that was typed or taken by mistake is voided (作废), with a reason.

INSERT INTO chain_kind (id, word) VALUES (31, 'voided');

CREATE TABLE voided (
    id INTEGER PRIMARY KEY,
    asset_id INTEGER UNIQUE REFERENCES asset (id),
    flock_move_id INTEGER UNIQUE REFERENCES flock_move (id),
    statement_id INTEGER UNIQUE REFERENCES bank_statement (id),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    CHECK (
        (asset_id IS NOT NULL) + (flock_move_id IS NOT NULL) + (statement_id IS NOT NULL) = 1
    )
) STRICT;

-- Nothing that the books rest on: that is taken back there first.
CREATE TRIGGER voided_is_unused BEFORE INSERT ON voided
BEGIN
    SELECT raise(ABORT, 'voided.final') WHERE EXISTS (SELECT 1 FROM voided WHERE id = new.id);
    SELECT raise(ABORT, 'voided.in_use')
    WHERE
        EXISTS (
            SELECT 1
            FROM asset_charge AS charge
            WHERE
                charge.asset_id = new.asset_id
                AND NOT EXISTS (
                    SELECT 1 FROM voucher AS red WHERE red.reverses_id = charge.voucher_id
                )
        )
        OR EXISTS (SELECT 1 FROM asset WHERE id = new.asset_id AND gone_on IS NOT NULL)
        OR EXISTS (
            SELECT 1
            FROM voucher_origin AS origin
            WHERE
                origin.flock_move_id = new.flock_move_id
                AND (
                    origin.draft_id IS NOT NULL
                    OR NOT EXISTS (
                        SELECT 1 FROM voucher AS red WHERE red.reverses_id = origin.voucher_id
                    )
                )
        )
        OR EXISTS (SELECT 1 FROM bank_match WHERE statement_id = new.statement_id);
END;

-- Birds that came by mistake may not be the ones that died.
CREATE TRIGGER voided_leaves_birds AFTER INSERT ON voided
WHEN new.flock_move_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'flock.not_alive')
    FROM flock_move AS day
    WHERE
        day.flock_id = (SELECT flock_id FROM flock_move WHERE id = new.flock_move_id)
        AND (
            SELECT
                sum(
                    CASE earlier.kind
                        WHEN 'bought' THEN earlier.birds
                        WHEN 'matured' THEN 0
                        ELSE -earlier.birds
                    END
                )
            FROM flock_move AS earlier
            WHERE
                earlier.flock_id = day.flock_id
                AND earlier.made_on <= day.made_on
                AND NOT EXISTS (SELECT 1 FROM voided WHERE flock_move_id = earlier.id)
        ) < 0;
END;

CREATE TRIGGER voided_is_final BEFORE UPDATE ON voided
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

CREATE TRIGGER voided_stays BEFORE DELETE ON voided
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

CREATE TRIGGER voided_card_is_not_charged BEFORE INSERT ON asset_charge
WHEN EXISTS (SELECT 1 FROM voided WHERE asset_id = new.asset_id)
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

CREATE TRIGGER voided_card_is_not_gone BEFORE UPDATE ON asset
WHEN EXISTS (SELECT 1 FROM voided WHERE asset_id = old.id)
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

CREATE TRIGGER voided_makes_no_voucher BEFORE INSERT ON voucher_origin
WHEN
    EXISTS (
        SELECT 1
        FROM voided
        WHERE flock_move_id = new.flock_move_id OR asset_id = new.asset_id
    )
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

CREATE TRIGGER voided_statement_is_not_matched BEFORE INSERT ON bank_match
WHEN EXISTS (SELECT 1 FROM voided WHERE statement_id = new.statement_id)
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

-- No more birds die, are sold or culled than live, on any day; what was voided counts no more.
DROP TRIGGER flock_move_within_living;

CREATE TRIGGER flock_move_within_living AFTER INSERT ON flock_move
WHEN new.birds > 0
BEGIN
    SELECT raise(ABORT, 'flock.not_alive')
    FROM flock_move AS day
    WHERE
        day.flock_id = new.flock_id
        AND (
            SELECT
                sum(
                    CASE earlier.kind
                        WHEN 'bought' THEN earlier.birds
                        WHEN 'matured' THEN 0
                        ELSE -earlier.birds
                    END
                )
            FROM flock_move AS earlier
            WHERE
                earlier.flock_id = day.flock_id
                AND earlier.made_on <= day.made_on
                AND NOT EXISTS (SELECT 1 FROM voided WHERE flock_move_id = earlier.id)
        ) < 0;
END;
