-- What vouchers are made of before they are posted, what is kept beside them, and the months.

-- Months ----------------------------------------------------------------------------------------

-- Every close and reopening of a month; the last one says whether it is closed.
CREATE TABLE month_change (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    -- Why it was reopened.
    reason TEXT CHECK (trim(reason) <> ''),
    CHECK ((closed = 0) = (reason IS NOT NULL))
) STRICT;

CREATE INDEX month_change_month ON month_change (cooperative_id, month, id, closed);

CREATE VIEW closed_month (cooperative_id, month) AS
SELECT change.cooperative_id, change.month
FROM month_change AS change
WHERE
    change.closed = 1
    AND NOT EXISTS (
        SELECT 1
        FROM month_change AS later
        WHERE
            later.cooperative_id = change.cooperative_id
            AND later.month = change.month
            AND later.id > change.id
    );

-- A month is closed where it is open, and reopened where it is closed.
CREATE TRIGGER month_change_turns BEFORE INSERT ON month_change
BEGIN
    SELECT raise(ABORT, 'month.before_books')
    WHERE new.month < (SELECT starts_month FROM cooperative WHERE id = new.cooperative_id);
    SELECT raise(ABORT, 'month.unchanged')
    WHERE
        new.closed
        = EXISTS (
            SELECT 1
            FROM closed_month
            WHERE cooperative_id = new.cooperative_id AND month = new.month
        );
END;

CREATE TRIGGER month_change_is_final BEFORE UPDATE ON month_change
BEGIN
    SELECT raise(ABORT, 'month.final');
END;

CREATE TRIGGER month_change_stays BEFORE DELETE ON month_change
BEGIN
    SELECT raise(ABORT, 'month.final');
END;

-- Kept balances ---------------------------------------------------------------------------------

-- What moved on an account in a month, so that no balance needs the lines: month 0 is what it
-- opened with. Maintained where a voucher is posted, for an import at its end; `book check`
-- recounts it.
CREATE TABLE month_balance (
    account_id INTEGER NOT NULL REFERENCES account (id),
    month INTEGER NOT NULL,
    closing INTEGER NOT NULL,
    debit_fen INTEGER NOT NULL,
    credit_fen INTEGER NOT NULL,
    PRIMARY KEY (account_id, month, closing)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voucher_is_kept AFTER INSERT ON voucher
WHEN new.import_batch_id IS NULL
BEGIN
    INSERT INTO month_balance (account_id, month, closing, debit_fen, credit_fen)
    SELECT
        line.account_id,
        iif(new.opening = 1, 0, new.dated_on / 100),
        new.closing,
        line.debit_fen,
        line.credit_fen
    FROM voucher_line AS line
    WHERE line.voucher_id = new.id
    ON CONFLICT (account_id, month, closing) DO UPDATE SET
        debit_fen = debit_fen + excluded.debit_fen,
        credit_fen = credit_fen + excluded.credit_fen;
END;

-- Before posting --------------------------------------------------------------------------------

-- A voucher as it was typed, whole or not: what it says is judged when it is reviewed and posted.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    -- What was typed, as JSON.
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    -- The sheet of opening balances is a draft as well until it is confirmed.
    opening INTEGER NOT NULL DEFAULT 0 CHECK (opening IN (0, 1)),
    preparer_id INTEGER NOT NULL REFERENCES operator (id),
    -- Reviewed (已审核) where somebody is named; it is edited no more until that is taken back.
    reviewer_id INTEGER REFERENCES operator (id),
    -- The voucher that it takes back in red, or puts right.
    reverses_id INTEGER REFERENCES voucher (id),
    reason TEXT CHECK (trim(reason) <> ''),
    corrects_id INTEGER REFERENCES voucher (id),
    -- Seconds since 1970, when it was last changed.
    changed_at INTEGER NOT NULL,
    CHECK ((reverses_id IS NULL) = (reason IS NULL)),
    CHECK (reverses_id IS NULL OR corrects_id IS NULL)
) STRICT;

CREATE INDEX draft_cooperative ON draft (cooperative_id);

CREATE UNIQUE INDEX draft_opening_once ON draft (cooperative_id) WHERE opening = 1;

CREATE UNIQUE INDEX draft_reverses_once ON draft (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE UNIQUE INDEX draft_corrects_once ON draft (corrects_id) WHERE corrects_id IS NOT NULL;

-- A draft begins unreviewed, and takes back or puts right a posted voucher of its own cooperative.
CREATE TRIGGER draft_begins BEFORE INSERT ON draft
BEGIN
    SELECT raise(ABORT, 'draft.reviewed_before')
    WHERE new.reviewer_id IS NOT NULL;
    SELECT raise(ABORT, 'draft.stays')
    WHERE EXISTS (SELECT 1 FROM draft WHERE id = new.id);
    SELECT raise(ABORT, 'draft.foreign_voucher')
    FROM voucher
    WHERE
        voucher.id IN (new.reverses_id, new.corrects_id)
        AND voucher.cooperative_id <> new.cooperative_id;
END;

CREATE TRIGGER draft_stays BEFORE UPDATE OF
    id, cooperative_id, opening, reverses_id, reason, corrects_id
ON draft
BEGIN
    SELECT raise(ABORT, 'draft.stays');
END;

CREATE TRIGGER draft_reviewed_stays BEFORE UPDATE OF entry, preparer_id ON draft
WHEN
    old.reviewer_id IS NOT NULL
    AND new.reviewer_id IS NOT NULL
    AND (new.entry <> old.entry OR new.preparer_id <> old.preparer_id)
BEGIN
    SELECT raise(ABORT, 'draft.reviewed');
END;

CREATE TRIGGER draft_reviewed_by_another BEFORE UPDATE OF reviewer_id, preparer_id ON draft
WHEN
    new.reviewer_id = new.preparer_id
    AND new.reviewer_id IS NOT old.reviewer_id
    AND (SELECT reviewed_by_another FROM book) = 1
BEGIN
    SELECT raise(ABORT, 'draft.own_review');
END;

-- What is typed again and again, ready to be filled (模板).
CREATE TABLE voucher_template (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    UNIQUE (cooperative_id, name)
) STRICT;

-- A file that proves a voucher (附件), of a draft until that is posted.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER REFERENCES draft (id) ON DELETE CASCADE,
    voucher_id INTEGER REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    content BLOB NOT NULL,
    CHECK ((draft_id IS NULL) <> (voucher_id IS NULL))
) STRICT;

CREATE INDEX attachment_draft ON attachment (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX attachment_voucher ON attachment (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE TRIGGER attachment_before_posting BEFORE INSERT ON attachment
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE
        EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
        OR (SELECT voucher_id FROM attachment WHERE id = new.id) IS NOT NULL;
    SELECT raise(ABORT, 'draft.reviewed')
    WHERE (SELECT reviewer_id FROM draft WHERE id = new.draft_id) IS NOT NULL;
END;

-- An attachment only ever moves from a draft to the voucher that was made of it.
CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment
WHEN
    old.voucher_id IS NOT NULL
    OR new.id <> old.id
    OR new.name <> old.name
    OR new.sha256 <> old.sha256
    OR new.content <> old.content
    OR new.draft_id <> old.draft_id
    OR EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER attachment_posted_stays BEFORE DELETE ON attachment
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE old.voucher_id IS NOT NULL;
    SELECT raise(ABORT, 'draft.reviewed')
    WHERE (SELECT reviewer_id FROM draft WHERE id = old.draft_id) IS NOT NULL;
END;

-- What a voucher was made of: a contribution, what was produced, or what was handed in. Each makes
-- one voucher; where that is taken back, it may make another.
CREATE TABLE voucher_source (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER REFERENCES draft (id) ON DELETE CASCADE,
    voucher_id INTEGER REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    contribution_id INTEGER REFERENCES contribution (id),
    yield_id INTEGER REFERENCES yield (id),
    delivery_id INTEGER REFERENCES delivery (id),
    CHECK ((draft_id IS NULL) <> (voucher_id IS NULL)),
    CHECK (
        (contribution_id IS NOT NULL) + (yield_id IS NOT NULL) + (delivery_id IS NOT NULL) = 1
    )
) STRICT;

CREATE INDEX voucher_source_draft ON voucher_source (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX voucher_source_voucher ON voucher_source (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE INDEX voucher_source_contribution
ON voucher_source (contribution_id) WHERE contribution_id IS NOT NULL;

CREATE INDEX voucher_source_yield ON voucher_source (yield_id) WHERE yield_id IS NOT NULL;

CREATE INDEX voucher_source_delivery ON voucher_source (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE TRIGGER voucher_source_fits BEFORE INSERT ON voucher_source
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE
        EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
        OR (SELECT voucher_id FROM voucher_source WHERE id = new.id) IS NOT NULL;
    SELECT raise(ABORT, 'source.foreign')
    WHERE
        ifnull(
            (SELECT cooperative_id FROM yield WHERE id = new.yield_id),
            (
                SELECT member.cooperative_id
                FROM member
                WHERE
                    member.id IN (
                        (SELECT member_id FROM contribution WHERE id = new.contribution_id),
                        (SELECT member_id FROM delivery WHERE id = new.delivery_id)
                    )
            )
        )
        IS NOT ifnull(
            (SELECT cooperative_id FROM draft WHERE id = new.draft_id),
            (SELECT cooperative_id FROM voucher WHERE id = new.voucher_id)
        );
    SELECT raise(ABORT, 'source.used')
    FROM voucher_source AS used
    WHERE
        (
            used.contribution_id = new.contribution_id
            OR used.yield_id = new.yield_id
            OR used.delivery_id = new.delivery_id
        )
        AND (
            used.draft_id IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
        );
END;

CREATE TRIGGER voucher_source_stays BEFORE UPDATE ON voucher_source
WHEN
    old.voucher_id IS NOT NULL
    OR new.contribution_id IS NOT old.contribution_id
    OR new.yield_id IS NOT old.yield_id
    OR new.delivery_id IS NOT old.delivery_id
    OR EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER voucher_source_posted_stays BEFORE DELETE ON voucher_source
WHEN old.voucher_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

-- Search ----------------------------------------------------------------------------------------

-- Every one, two and three characters that stand together in what a voucher says, and its amounts,
-- each after the number of its cooperative: what is typed is found at the first character.
CREATE VIRTUAL TABLE voucher_search USING fts5 (
    grams, content = '', columnsize = 0, detail = 'none',
    tokenize = "ascii tokenchars '_'"
);
