-- The life of a distribution: a draft is put before the meeting (frozen, dated), approved, posted;
-- or what was approved is reversed with a reason, and the year may be run anew.

INSERT INTO chain_kind (id, word) VALUES (34, 'distribution_event');

-- The table is made anew, since a year may now have several runs, of which one stands. What points
-- to it stays as it is: the migration runs with foreign keys off, and they are checked at its end.
PRAGMA legacy_alter_table = ON;

CREATE TABLE distribution_anew (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    -- The runs of a year count from 1.
    run INTEGER NOT NULL DEFAULT 1 CHECK (run > 0),
    status TEXT NOT NULL CHECK (status IN ('draft', 'presented', 'approved', 'reversed')),
    patronage_share_millionths INTEGER NOT NULL
    CHECK (patronage_share_millionths BETWEEN 0 AND 1000000),
    guaranteed_rate_millionths INTEGER
    CHECK (guaranteed_rate_millionths BETWEEN 0 AND 1000000),
    capital_weighting TEXT NOT NULL CHECK (capital_weighting IN ('year_end', 'days_held')),
    retain_fen INTEGER NOT NULL CHECK (retain_fen BETWEEN 0 AND 900000000000000),
    resolution TEXT CHECK (trim(resolution) <> ''),
    approved_on INTEGER CHECK (
        approved_on IS NULL
        OR printf('%04d-%02d-%02d', approved_on / 10000, approved_on / 100 % 100, approved_on % 100)
        IS date(
            printf(
                '%04d-%02d-%02d', approved_on / 10000, approved_on / 100 % 100, approved_on % 100
            )
        )
    ),
    UNIQUE (cooperative_id, year, run),
    CHECK ((status IN ('draft', 'presented')) = (resolution IS NULL)),
    CHECK ((status IN ('draft', 'presented')) = (approved_on IS NULL)),
    CHECK (approved_on / 10000 > year)
) STRICT;

INSERT INTO distribution_anew (
    id,
    cooperative_id,
    year,
    status,
    patronage_share_millionths,
    guaranteed_rate_millionths,
    capital_weighting,
    retain_fen,
    resolution,
    approved_on
)
SELECT
    id,
    cooperative_id,
    year,
    status,
    patronage_share_millionths,
    guaranteed_rate_millionths,
    capital_weighting,
    retain_fen,
    resolution,
    approved_on
FROM distribution;

DROP TABLE distribution;

ALTER TABLE distribution_anew RENAME TO distribution;

PRAGMA legacy_alter_table = OFF;

-- Of the runs of a year one stands.
CREATE UNIQUE INDEX distribution_stands
ON distribution (cooperative_id, year) WHERE status <> 'reversed';

-- What happened to a distribution: put before the meeting, taken back from it, reversed.
CREATE TABLE distribution_event (
    id INTEGER PRIMARY KEY,
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    kind TEXT NOT NULL CHECK (kind IN ('presented', 'withdrawn', 'reversed')),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    -- The day of the meeting that it is put before, where it is known.
    meeting_on INTEGER CHECK (
        meeting_on IS NULL
        OR printf('%04d-%02d-%02d', meeting_on / 10000, meeting_on / 100 % 100, meeting_on % 100)
        IS date(
            printf('%04d-%02d-%02d', meeting_on / 10000, meeting_on / 100 % 100, meeting_on % 100)
        )
    ),
    reason TEXT CHECK (trim(reason) <> ''),
    CHECK ((kind = 'presented') = (reason IS NULL)),
    CHECK (kind = 'presented' OR meeting_on IS NULL),
    CHECK (meeting_on >= made_on)
) STRICT;

CREATE INDEX distribution_event_distribution ON distribution_event (distribution_id);

CREATE TRIGGER distribution_event_fits BEFORE INSERT ON distribution_event
BEGIN
    SELECT raise(ABORT, 'distribution.event_is_final')
    WHERE EXISTS (SELECT 1 FROM distribution_event WHERE id = new.id);
    SELECT raise(ABORT, 'distribution.other_state')
    FROM distribution
    WHERE
        id = new.distribution_id
        AND status <> CASE new.kind
            WHEN 'presented' THEN 'draft'
            WHEN 'withdrawn' THEN 'presented'
            ELSE 'approved'
        END;
    -- A year is put before the meeting after it has ended.
    SELECT raise(ABORT, 'distribution.year_runs')
    FROM distribution
    WHERE id = new.distribution_id AND new.made_on / 10000 <= year;
    -- Nothing is taken back before it lay open, nor reversed before its resolution.
    SELECT raise(ABORT, 'distribution.too_early')
    FROM distribution
    WHERE
        id = new.distribution_id
        AND (
            (new.kind = 'reversed' AND new.made_on < approved_on)
            OR (
                new.kind = 'withdrawn'
                AND new.made_on < (
                    SELECT presented.made_on
                    FROM distribution_event AS presented
                    WHERE presented.distribution_id = new.distribution_id
                    ORDER BY presented.id DESC
                    LIMIT 1
                )
            )
        );
    -- Its vouchers are all taken back first.
    SELECT raise(ABORT, 'distribution.is_posted')
    FROM closing_step AS made
    JOIN voucher ON voucher.id = made.id
    WHERE
        new.kind = 'reversed'
        AND made.distribution_id = new.distribution_id
        AND NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = made.id);
END;

CREATE TRIGGER distribution_event_is_final BEFORE UPDATE ON distribution_event
BEGIN
    SELECT raise(ABORT, 'distribution.event_is_final');
END;

CREATE TRIGGER distribution_event_stays BEFORE DELETE ON distribution_event
BEGIN
    SELECT raise(ABORT, 'distribution.event_is_final');
END;

CREATE TRIGGER distribution_begins_as_draft BEFORE INSERT ON distribution
BEGIN
    SELECT raise(ABORT, 'distribution.begins_as_draft')
    WHERE new.status <> 'draft';
    SELECT raise(ABORT, 'distribution.approved_is_final')
    FROM distribution AS frozen
    WHERE
        frozen.status <> 'draft'
        AND (
            frozen.id = new.id
            OR (
                frozen.cooperative_id = new.cooperative_id
                AND frozen.year = new.year
                AND (frozen.run = new.run OR frozen.status <> 'reversed')
            )
        );
END;

-- The parts add up to the pools, to the fen, or nothing is frozen.
CREATE TRIGGER distribution_is_frozen BEFORE UPDATE OF status ON distribution
WHEN old.status = 'draft' AND new.status IN ('presented', 'approved')
BEGIN
    SELECT raise(ABORT, 'distribution.does_not_add_up')
    WHERE NOT EXISTS (
        SELECT 1
        FROM approved_result AS result
        WHERE
            result.distribution_id = new.id
            AND result.patronage_pool_fen = (
                SELECT ifnull(sum(patronage_refund_fen), 0)
                FROM approved_member WHERE distribution_id = new.id
            )
            AND result.residual_pool_fen = (
                SELECT ifnull(sum(guaranteed_fen + residual_dividend_fen), 0)
                FROM approved_member WHERE distribution_id = new.id
            )
    );
    SELECT raise(ABORT, 'distribution.foreign_member')
    FROM approved_member AS approved
    JOIN member ON member.id = approved.member_id
    WHERE
        approved.distribution_id = new.id AND member.cooperative_id <> new.cooperative_id;
END;

-- From a state to the next one only with what happened on record.
CREATE TRIGGER distribution_event_comes_first BEFORE UPDATE OF status ON distribution
WHEN
    old.status <> new.status
    AND new.status <> 'approved'
    AND (
        SELECT event.kind
        FROM distribution_event AS event
        WHERE event.distribution_id = old.id
        ORDER BY event.id DESC
        LIMIT 1
    ) IS NOT CASE new.status
        WHEN 'presented' THEN 'presented'
        WHEN 'draft' THEN 'withdrawn'
        ELSE 'reversed'
    END
BEGIN
    SELECT raise(ABORT, 'distribution.other_state');
END;

-- What was put before the meeting is not resolved on before that day.
CREATE TRIGGER distribution_lies_open BEFORE UPDATE OF status ON distribution
WHEN old.status = 'presented' AND new.status = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.too_early')
    WHERE
        new.approved_on < (
            SELECT presented.made_on
            FROM distribution_event AS presented
            WHERE presented.distribution_id = old.id
            ORDER BY presented.id DESC
            LIMIT 1
        );
END;

CREATE TRIGGER distribution_approved_is_final BEFORE UPDATE ON distribution
WHEN
    EXISTS (
        SELECT 1
        FROM distribution AS frozen
        WHERE
            frozen.status <> 'draft'
            AND frozen.id <> old.id
            AND (
                frozen.id = new.id
                OR (
                    frozen.cooperative_id = new.cooperative_id
                    AND frozen.year = new.year
                    AND (frozen.run = new.run OR frozen.status <> 'reversed')
                )
            )
    )
    OR (
        old.status <> 'draft'
        AND (
            new.id <> old.id
            OR new.cooperative_id <> old.cooperative_id
            OR new.year <> old.year
            OR new.run <> old.run
            OR new.patronage_share_millionths <> old.patronage_share_millionths
            OR new.guaranteed_rate_millionths IS NOT old.guaranteed_rate_millionths
            OR new.capital_weighting <> old.capital_weighting
            OR new.retain_fen <> old.retain_fen
            OR NOT CASE old.status
                WHEN 'presented' THEN new.status IN ('draft', 'approved')
                WHEN 'approved' THEN
                    new.status = 'reversed'
                    AND new.resolution = old.resolution
                    AND new.approved_on = old.approved_on
                ELSE 0
            END
        )
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER distribution_approved_stays BEFORE DELETE ON distribution
WHEN old.status <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER distribution_appropriation_grows_no_more;

CREATE TRIGGER distribution_appropriation_grows_no_more BEFORE INSERT ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER distribution_appropriation_is_final;

CREATE TRIGGER distribution_appropriation_is_final BEFORE UPDATE ON distribution_appropriation
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status <> 'draft'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER distribution_appropriation_stays;

CREATE TRIGGER distribution_appropriation_stays BEFORE DELETE ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_result_grows_no_more;

CREATE TRIGGER approved_result_grows_no_more BEFORE INSERT ON approved_result
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_result_is_final;

CREATE TRIGGER approved_result_is_final BEFORE UPDATE ON approved_result
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status <> 'draft'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_result_stays;

CREATE TRIGGER approved_result_stays BEFORE DELETE ON approved_result
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_member_grows_no_more;

CREATE TRIGGER approved_member_grows_no_more BEFORE INSERT ON approved_member
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_member_is_final;

CREATE TRIGGER approved_member_is_final BEFORE UPDATE ON approved_member
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status <> 'draft'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_member_stays;

CREATE TRIGGER approved_member_stays BEFORE DELETE ON approved_member
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_contribution_grows_no_more;

CREATE TRIGGER approved_contribution_grows_no_more BEFORE INSERT ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_contribution_is_final;

CREATE TRIGGER approved_contribution_is_final BEFORE UPDATE ON approved_contribution
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status <> 'draft'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

DROP TRIGGER approved_contribution_stays;

CREATE TRIGGER approved_contribution_stays BEFORE DELETE ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;
