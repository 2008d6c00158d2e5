-- The chain (校验链): everything that became final, in the order in which it did, each entry bound
-- to the one before it.

-- Which version of the schema the book was brought to, and by which program.
CREATE TABLE schema_version (
    id INTEGER PRIMARY KEY,
    program TEXT NOT NULL
) STRICT;

CREATE TABLE chain_kind (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO chain_kind (id, word) VALUES
(1, 'book'),
(2, 'schema_version'),
(3, 'operator'),
(4, 'township'),
(5, 'village'),
(6, 'alliance'),
(7, 'cooperative'),
(8, 'account'),
(9, 'member'),
(10, 'contribution'),
(11, 'yield'),
(12, 'delivery'),
(13, 'village_income'),
(14, 'policy'),
(15, 'import_batch'),
(16, 'import_undo'),
(17, 'voucher'),
(18, 'month_change'),
(19, 'distribution');

CREATE TABLE chain (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    kind INTEGER NOT NULL REFERENCES chain_kind (id),
    -- The row that became final.
    subject_id INTEGER NOT NULL,
    -- When: seconds since 1970.
    made_at INTEGER NOT NULL,
    -- Who; nobody where the program itself did it.
    operator_id INTEGER REFERENCES operator (id),
    -- SHA-256 of what the row said, kept once the row says something else or is gone.
    digest BLOB CHECK (length(digest) = 32),
    -- The first 160 bits of SHA-256 over the entry before, this entry and what the row says.
    hash BLOB NOT NULL CHECK (length(hash) = 20)
) STRICT;

CREATE TRIGGER chain_grows BEFORE INSERT ON chain
BEGIN
    SELECT raise(ABORT, 'chain.gap')
    WHERE new.seq <> 1 + (SELECT ifnull(max(seq), 0) FROM chain);
END;

CREATE TRIGGER chain_is_final BEFORE UPDATE ON chain
WHEN
    old.digest IS NOT NULL
    OR new.digest IS NULL
    OR new.seq <> old.seq
    OR new.kind <> old.kind
    OR new.subject_id <> old.subject_id
    OR new.made_at <> old.made_at
    OR new.operator_id IS NOT old.operator_id
    OR new.hash <> old.hash
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

CREATE TRIGGER chain_stays BEFORE DELETE ON chain
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

CREATE TRIGGER schema_version_is_final BEFORE UPDATE ON schema_version
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

CREATE TRIGGER schema_version_stays BEFORE DELETE ON schema_version
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

CREATE TRIGGER import_batch_stays BEFORE DELETE ON import_batch
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

CREATE TRIGGER import_undo_is_final BEFORE UPDATE ON import_undo
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

CREATE TRIGGER import_undo_stays BEFORE DELETE ON import_undo
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

-- An import is taken back while nothing final rests on it.
CREATE TRIGGER import_undo_rests_on_nothing BEFORE INSERT ON import_undo
BEGIN
    -- What the books opened with stands in every closed month.
    SELECT raise(ABORT, 'undo.closed_month')
    FROM voucher
    JOIN closed_month ON closed_month.cooperative_id = voucher.cooperative_id
    WHERE
        voucher.import_batch_id = new.batch_id
        AND (voucher.opening = 1 OR closed_month.month = voucher.month);
    SELECT raise(ABORT, 'undo.later_number')
    FROM voucher AS last
    JOIN voucher AS later
        ON later.cooperative_id = last.cooperative_id
        AND later.month = last.month
        AND later.word = last.word
        AND later.number > last.number
    WHERE
        last.import_batch_id = new.batch_id
        AND later.import_batch_id IS NOT new.batch_id;
    SELECT raise(ABORT, 'undo.approved')
    FROM distribution
    WHERE
        distribution.status = 'approved'
        AND (
            EXISTS (
                SELECT 1
                FROM voucher
                WHERE
                    voucher.import_batch_id = new.batch_id
                    AND voucher.cooperative_id = distribution.cooperative_id
                    AND voucher.dated_on / 10000 <= distribution.year
            )
            OR EXISTS (
                SELECT 1
                FROM contribution
                JOIN member ON member.id = contribution.member_id
                WHERE
                    contribution.import_batch_id = new.batch_id
                    AND member.cooperative_id = distribution.cooperative_id
                    AND contribution.made_on / 10000 <= distribution.year
            )
            OR EXISTS (
                SELECT 1
                FROM delivery
                JOIN member ON member.id = delivery.member_id
                WHERE
                    delivery.import_batch_id = new.batch_id
                    AND member.cooperative_id = distribution.cooperative_id
                    AND delivery.made_on / 10000 = distribution.year
            )
        );
END;

-- What an import brought goes only with the whole import; anything else stays.

CREATE TRIGGER village_goes_with_its_import BEFORE DELETE ON village
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER cooperative_goes_with_its_import BEFORE DELETE ON cooperative
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER member_goes_with_its_import BEFORE DELETE ON member
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER account_goes_with_its_import BEFORE DELETE ON account
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

CREATE TRIGGER contribution_goes_with_its_import BEFORE DELETE ON contribution
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'contribution.final');
END;

CREATE TRIGGER yield_goes_with_its_import BEFORE DELETE ON yield
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER delivery_goes_with_its_import BEFORE DELETE ON delivery
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER village_income_goes_with_its_import BEFORE DELETE ON village_income
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;
