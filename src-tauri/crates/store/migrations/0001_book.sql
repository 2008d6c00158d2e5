-- A book of one district or township.
--
-- Amounts are whole fen, rates whole millionths, quantities whole millionths of their unit, days
-- whole numbers such as 20250331, months 202503. A day is one that SQLite's own calendar leaves as
-- it is (IS, since it has no answer at all to a month 13). What the rules of the domain refuse,
-- these constraints and triggers refuse as well; a trigger's message is the code of the rule.

CREATE TABLE book (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    -- Whether a voucher is reviewed by another person before it is posted (制单审核分离).
    reviewed_by_another INTEGER NOT NULL DEFAULT 0 CHECK (reviewed_by_another IN (0, 1))
) STRICT;

-- Who works on the book.
CREATE TABLE operator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    -- The cooperative that it was read for; by its code, since the import outlives it if both are
    -- taken back.
    cooperative_code TEXT CHECK (trim(cooperative_code) <> ''),
    row_count INTEGER NOT NULL CHECK (row_count > 0),
    -- What it brought stands in the chain from here up to its own entry.
    first_seq INTEGER NOT NULL CHECK (first_seq > 0)
) STRICT;

CREATE INDEX import_batch_file ON import_batch (file_hash);

-- An import that was taken back: what it brought is gone, that it was there stays in the chain.
CREATE TABLE import_undo (
    batch_id INTEGER PRIMARY KEY REFERENCES import_batch (id),
    last_seq INTEGER NOT NULL CHECK (last_seq > 0)
) STRICT;

-- The same file is taken once, and again once it was taken back.
CREATE TRIGGER import_batch_once BEFORE INSERT ON import_batch
BEGIN
    SELECT raise(ABORT, 'import.taken_before')
    FROM import_batch AS earlier
    WHERE
        earlier.file_hash = new.file_hash
        AND earlier.kind = new.kind
        AND earlier.cooperative_code IS new.cooperative_code
        AND earlier.id NOT IN (SELECT batch_id FROM import_undo);
END;

CREATE TRIGGER import_batch_is_final BEFORE UPDATE ON import_batch
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

-- Registers -----------------------------------------------------------------------------------

CREATE TABLE township (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE village (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    township_id INTEGER NOT NULL REFERENCES township (id),
    performance_pay_fen INTEGER NOT NULL
    CHECK (performance_pay_fen BETWEEN 0 AND 900000000000000),
    joint INTEGER NOT NULL CHECK (joint IN (0, 1)),
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE alliance (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE cooperative (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    credit_code TEXT,
    alliance_id INTEGER REFERENCES alliance (id),
    line TEXT,
    starts_month INTEGER NOT NULL
    CHECK (
        starts_month BETWEEN 190001 AND 999912
        AND starts_month % 100 BETWEEN 1 AND 12
    ),
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    code TEXT NOT NULL CHECK (trim(code) <> ''),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('village_collective', 'household', 'enterprise')),
    village_id INTEGER REFERENCES village (id),
    joined_on INTEGER CHECK (
        joined_on IS NULL
        OR printf('%04d-%02d-%02d', joined_on / 10000, joined_on / 100 % 100, joined_on % 100)
        IS date(
            printf('%04d-%02d-%02d', joined_on / 10000, joined_on / 100 % 100, joined_on % 100)
        )
    ),
    id_number TEXT,
    bank_account TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id),
    UNIQUE (cooperative_id, code),
    CHECK (kind <> 'village_collective' OR village_id IS NOT NULL)
) STRICT;

-- A village is one member of a cooperative, not two.
CREATE UNIQUE INDEX member_village_once
ON member (cooperative_id, village_id) WHERE kind = 'village_collective';

CREATE INDEX member_village ON member (village_id);

CREATE TABLE contribution (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    amount_fen INTEGER NOT NULL CHECK (
        amount_fen <> 0 AND amount_fen BETWEEN -900000000000000 AND 900000000000000
    ),
    form TEXT,
    share_class TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE INDEX contribution_member ON contribution (member_id, made_on);

-- Lines, contributions and frozen figures point to a member: it stays where it is.
CREATE TRIGGER member_stays BEFORE UPDATE OF id, cooperative_id, code ON member
BEGIN
    SELECT raise(ABORT, 'member.stays');
END;

-- On no day may a member have taken out more than was put in. What comes in is entered before what
-- goes out, and removed after it.
CREATE TRIGGER contribution_not_below_zero AFTER INSERT ON contribution
WHEN new.amount_fen < 0
BEGIN
    SELECT raise(ABORT, 'contribution.below_zero')
    FROM contribution AS day
    WHERE
        day.member_id = new.member_id
        AND day.made_on >= new.made_on
        AND (
            SELECT sum(earlier.amount_fen)
            FROM contribution AS earlier
            WHERE earlier.member_id = new.member_id AND earlier.made_on <= day.made_on
        ) < 0;
END;

CREATE TRIGGER contribution_leaves_nothing_below_zero AFTER DELETE ON contribution
WHEN old.amount_fen > 0
BEGIN
    SELECT raise(ABORT, 'contribution.below_zero')
    FROM contribution AS day
    WHERE
        day.member_id = old.member_id
        AND day.made_on >= old.made_on
        AND (
            SELECT sum(earlier.amount_fen)
            FROM contribution AS earlier
            WHERE earlier.member_id = old.member_id AND earlier.made_on <= day.made_on
        ) < 0;
END;

-- INSERT OR REPLACE removes what stands in its way without asking the triggers of a deletion.
CREATE TRIGGER contribution_is_new BEFORE INSERT ON contribution
WHEN EXISTS (SELECT 1 FROM contribution WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'contribution.final');
END;

CREATE TRIGGER contribution_is_final BEFORE UPDATE ON contribution
BEGIN
    SELECT raise(ABORT, 'contribution.final');
END;

CREATE TABLE yield (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    product TEXT NOT NULL CHECK (trim(product) <> ''),
    quantity_millionths INTEGER NOT NULL CHECK (quantity_millionths > 0),
    unit TEXT NOT NULL CHECK (trim(unit) <> ''),
    batch TEXT,
    note TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE INDEX yield_cooperative ON yield (cooperative_id, made_on);

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    product TEXT NOT NULL CHECK (trim(product) <> ''),
    quantity_millionths INTEGER NOT NULL CHECK (quantity_millionths > 0),
    unit TEXT NOT NULL CHECK (trim(unit) <> ''),
    amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE INDEX delivery_member ON delivery (member_id, made_on);

-- The district ----------------------------------------------------------------------------------

CREATE TABLE income_kind (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO income_kind (word) VALUES
('dividend'), ('project'), ('lease'), ('operation'), ('service'), ('other'), ('subsidy');

CREATE TABLE village_income (
    id INTEGER PRIMARY KEY,
    village_id INTEGER NOT NULL REFERENCES village (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    kind TEXT NOT NULL REFERENCES income_kind (word),
    amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    evidence TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE INDEX village_income_year ON village_income (year, village_id);

-- A policy is in force from its year on until the next one begins.
CREATE TABLE policy (
    from_year INTEGER PRIMARY KEY CHECK (from_year BETWEEN 1900 AND 9999),
    target_fen INTEGER NOT NULL CHECK (target_fen BETWEEN 1 AND 900000000000000),
    township_share_millionths INTEGER NOT NULL
    CHECK (township_share_millionths BETWEEN 0 AND 1000000)
) STRICT;

CREATE TABLE policy_kind (
    from_year INTEGER NOT NULL REFERENCES policy (from_year),
    kind TEXT NOT NULL REFERENCES income_kind (word),
    PRIMARY KEY (from_year, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_tier (
    from_year INTEGER NOT NULL REFERENCES policy (from_year),
    completion_below_millionths INTEGER NOT NULL
    CHECK (completion_below_millionths BETWEEN 0 AND 1000000),
    cut_millionths INTEGER NOT NULL CHECK (cut_millionths BETWEEN 0 AND 1000000),
    PRIMARY KEY (from_year, completion_below_millionths)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_award (
    from_year INTEGER NOT NULL REFERENCES policy (from_year),
    award TEXT NOT NULL CHECK (award IN ('model_industry', 'benchmark', 'late_riser')),
    places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 1000000),
    prize_fen INTEGER NOT NULL CHECK (prize_fen BETWEEN 0 AND 900000000000000),
    team_share_millionths INTEGER NOT NULL CHECK (team_share_millionths BETWEEN 0 AND 1000000),
    ranking TEXT CHECK (ranking IN ('amount', 'rate')),
    weak_below_fen INTEGER CHECK (weak_below_fen BETWEEN 0 AND 900000000000000),
    PRIMARY KEY (from_year, award),
    CHECK ((award = 'late_riser') = (weak_below_fen IS NOT NULL)),
    CHECK ((award = 'model_industry') = (ranking IS NULL))
) STRICT, WITHOUT ROWID;

-- The books -------------------------------------------------------------------------------------

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    code TEXT NOT NULL CHECK (code GLOB '[1-5]*'),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    parent_id INTEGER REFERENCES account (id),
    side TEXT NOT NULL CHECK (side IN ('debit', 'credit', 'both')),
    detail TEXT,
    -- Switched off: kept for what it holds, refused for new lines.
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    import_batch_id INTEGER REFERENCES import_batch (id),
    UNIQUE (cooperative_id, code)
) STRICT;

CREATE INDEX account_parent ON account (parent_id);

CREATE TRIGGER account_in_its_chart BEFORE INSERT ON account
WHEN new.parent_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'account.foreign_parent')
    WHERE
        (SELECT parent.cooperative_id FROM account AS parent WHERE parent.id = new.parent_id)
        IS NOT new.cooperative_id;
    -- The code says what class an account is of, so it begins with its parent's.
    SELECT raise(ABORT, 'account.foreign_code')
    WHERE
        (
            SELECT
                length(new.code) > length(parent.code)
                AND substr(new.code, 1, length(parent.code)) = parent.code
            FROM account AS parent
            WHERE parent.id = new.parent_id
        ) IS NOT 1;
    SELECT raise(ABORT, 'account.parent_in_use')
    WHERE EXISTS (SELECT 1 FROM voucher_line AS line WHERE line.account_id = new.parent_id);
END;

-- What was posted on an account stays what it was: its code says what class it is of.
CREATE TRIGGER account_stays BEFORE UPDATE OF id, cooperative_id, code, parent_id ON account
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

-- A posted voucher. Its lines, files and sources are written first, under the id that its row will
-- have, and the voucher last: with it everything is looked at, and from then on nothing changes.
CREATE TABLE voucher (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    dated_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', dated_on / 10000, dated_on / 100 % 100, dated_on % 100)
        IS date(
            printf('%04d-%02d-%02d', dated_on / 10000, dated_on / 100 % 100, dated_on % 100)
        )
    ),
    month INTEGER GENERATED ALWAYS AS (dated_on / 100) VIRTUAL,
    word TEXT NOT NULL CHECK (trim(word) <> ''),
    number INTEGER NOT NULL CHECK (number > 0),
    summary TEXT NOT NULL,
    -- Carries the year's income and cost to 331: left out of the surplus.
    closing INTEGER NOT NULL DEFAULT 0 CHECK (closing IN (0, 1)),
    -- The sheet of opening balances (期初余额), dated the day before the books begin.
    opening INTEGER NOT NULL DEFAULT 0 CHECK (opening IN (0, 1)),
    -- How many papers belong to it (附件张数).
    papers INTEGER NOT NULL DEFAULT 0 CHECK (papers BETWEEN 0 AND 100000),
    preparer_id INTEGER NOT NULL REFERENCES operator (id),
    reviewer_id INTEGER REFERENCES operator (id),
    -- The voucher that this one takes back in red, once, and why.
    reverses_id INTEGER REFERENCES voucher (id),
    reason TEXT CHECK (trim(reason) <> ''),
    -- The voucher that it puts right (更正), after that was taken back.
    corrects_id INTEGER REFERENCES voucher (id),
    import_batch_id INTEGER REFERENCES import_batch (id),
    CHECK ((reverses_id IS NULL) = (reason IS NULL)),
    CHECK (reverses_id IS NULL OR (corrects_id IS NULL AND opening = 0))
) STRICT;

CREATE UNIQUE INDEX voucher_number ON voucher (cooperative_id, month, word, number);

CREATE UNIQUE INDEX voucher_reversed_once ON voucher (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE UNIQUE INDEX voucher_corrected_once ON voucher (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE UNIQUE INDEX voucher_opening_once ON voucher (cooperative_id) WHERE opening = 1;

CREATE TABLE voucher_line (
    voucher_id INTEGER NOT NULL REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line > 0),
    account_id INTEGER NOT NULL REFERENCES account (id),
    -- The voucher's day, so that an account is read by days without asking its vouchers.
    dated_on INTEGER NOT NULL,
    summary TEXT,
    debit_fen INTEGER NOT NULL CHECK (debit_fen BETWEEN -900000000000000 AND 900000000000000),
    credit_fen INTEGER NOT NULL CHECK (credit_fen BETWEEN -900000000000000 AND 900000000000000),
    member_id INTEGER REFERENCES member (id),
    counterparty TEXT,
    project TEXT,
    quantity_millionths INTEGER CHECK (quantity_millionths >= 0),
    price_millionths INTEGER CHECK (price_millionths >= 0),
    PRIMARY KEY (voucher_id, line),
    CHECK ((debit_fen = 0) <> (credit_fen = 0))
) STRICT, WITHOUT ROWID;

CREATE INDEX voucher_line_account ON voucher_line (account_id, dated_on, debit_fen, credit_fen);

CREATE INDEX voucher_line_member ON voucher_line (member_id) WHERE member_id IS NOT NULL;

CREATE TRIGGER cooperative_stays BEFORE UPDATE OF id, starts_month ON cooperative
WHEN EXISTS (SELECT 1 FROM voucher WHERE cooperative_id = old.id)
BEGIN
    SELECT raise(ABORT, 'cooperative.stays');
END;

CREATE TRIGGER account_detail_stays BEFORE UPDATE OF detail ON account
WHEN EXISTS (SELECT 1 FROM voucher_line WHERE account_id = old.id)
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

-- INSERT OR REPLACE removes what stands in its way without asking the triggers of a deletion.
CREATE TRIGGER voucher_line_comes_first BEFORE INSERT ON voucher_line
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id);
END;

CREATE TRIGGER voucher_is_final BEFORE UPDATE ON voucher
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER voucher_stays BEFORE DELETE ON voucher
WHEN
    old.import_batch_id IS NULL
    OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

-- A line that was written wrongly is removed and written again, before its voucher comes.
CREATE TRIGGER voucher_line_is_final BEFORE UPDATE ON voucher_line
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE EXISTS (SELECT 1 FROM voucher WHERE id = old.voucher_id);
    SELECT raise(ABORT, 'voucher.line_is_final');
END;

CREATE TRIGGER voucher_line_stays BEFORE DELETE ON voucher_line
WHEN
    EXISTS (
        SELECT 1
        FROM voucher
        WHERE
            id = old.voucher_id
            AND (
                import_batch_id IS NULL
                OR import_batch_id NOT IN (SELECT batch_id FROM import_undo)
            )
    )
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER voucher_is_posted BEFORE INSERT ON voucher
BEGIN
    SELECT
        CASE
            WHEN EXISTS (SELECT 1 FROM voucher WHERE id = new.id)
                THEN raise(ABORT, 'voucher.posted_is_final')
            WHEN (new.dated_on / 100 < cooperative.starts_month) <> new.opening
                THEN raise(ABORT, 'voucher.before_books')
            WHEN
                EXISTS (
                    SELECT 1
                    FROM closed_month
                    WHERE
                        cooperative_id = new.cooperative_id
                        AND month = new.dated_on / 100
                )
                THEN raise(ABORT, 'voucher.closed_month')
            -- The word of the opening balances is theirs alone.
            WHEN (new.word = '期初') <> new.opening THEN raise(ABORT, 'voucher.reserved_word')
            WHEN
                new.import_batch_id IS NULL
                AND new.opening = 0
                AND (new.reviewer_id IS NULL OR new.reviewer_id = new.preparer_id)
                AND (SELECT reviewed_by_another FROM book) = 1
                THEN raise(ABORT, 'voucher.not_reviewed')
            WHEN
                new.number
                <> 1 + (
                    SELECT ifnull(max(posted.number), 0)
                    FROM voucher AS posted
                    WHERE
                        posted.cooperative_id = new.cooperative_id
                        AND posted.month = new.dated_on / 100
                        AND posted.word = new.word
                )
                THEN raise(ABORT, 'voucher.number_gap')
        END
    FROM cooperative
    WHERE cooperative.id = new.cooperative_id;
    SELECT
        CASE
            WHEN line.dated_on <> new.dated_on THEN raise(ABORT, 'voucher.foreign_day')
            WHEN account.cooperative_id IS NOT new.cooperative_id
                THEN raise(ABORT, 'voucher.foreign_account')
            -- What was posted before an account was switched off can still be taken back.
            WHEN account.active = 0 AND new.reverses_id IS NULL
                THEN raise(ABORT, 'voucher.account_is_off')
            WHEN account.detail = 'member' AND line.member_id IS NULL
                THEN raise(ABORT, 'voucher.member_demanded')
            WHEN
                line.member_id IS NOT NULL
                AND (SELECT cooperative_id FROM member WHERE id = line.member_id)
                IS NOT new.cooperative_id
                THEN raise(ABORT, 'voucher.foreign_member')
            WHEN EXISTS (SELECT 1 FROM account AS sub WHERE sub.parent_id = line.account_id)
                THEN raise(ABORT, 'voucher.account_has_sub_accounts')
        END
    FROM voucher_line AS line
    LEFT JOIN account ON account.id = line.account_id
    WHERE line.voucher_id = new.id;
    SELECT raise(ABORT, 'voucher.unbalanced')
    WHERE (
        SELECT count(*) < 2 OR sum(debit_fen) <> sum(credit_fen)
        FROM voucher_line
        WHERE voucher_id = new.id
    );
END;

CREATE TRIGGER voucher_opening_is_posted BEFORE INSERT ON voucher
WHEN new.opening = 1
BEGIN
    SELECT raise(ABORT, 'opening.after_close')
    WHERE EXISTS (SELECT 1 FROM closed_month WHERE cooperative_id = new.cooperative_id);
    SELECT raise(ABORT, 'opening.result_account')
    WHERE
        EXISTS (
            SELECT 1
            FROM voucher_line AS line
            JOIN account ON account.id = line.account_id
            WHERE line.voucher_id = new.id AND account.code GLOB '5*'
        );
END;

-- What puts a voucher right follows the red one that takes it back.
CREATE TRIGGER voucher_correction_is_posted BEFORE INSERT ON voucher
WHEN new.corrects_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.corrects_standing')
    WHERE NOT EXISTS (
        SELECT 1
        FROM voucher AS wrong
        JOIN voucher AS red ON red.reverses_id = wrong.id
        WHERE wrong.id = new.corrects_id AND wrong.cooperative_id = new.cooperative_id
    );
END;

-- A reversal takes back exactly what its original put in: each of its lines, below zero, on its own
-- side.
CREATE TRIGGER voucher_reversal_is_posted BEFORE INSERT ON voucher
WHEN new.reverses_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.reversed_already')
    WHERE EXISTS (SELECT 1 FROM voucher WHERE reverses_id = new.reverses_id);
    SELECT
        CASE
            WHEN original.cooperative_id <> new.cooperative_id
                THEN raise(ABORT, 'voucher.reverses_foreign')
            WHEN original.reverses_id IS NOT NULL THEN raise(ABORT, 'voucher.reverses_reversal')
            WHEN original.opening = 1 THEN raise(ABORT, 'voucher.reverses_opening')
            WHEN original.dated_on > new.dated_on THEN raise(ABORT, 'voucher.reverses_later')
            WHEN
                original.closing <> new.closing
                OR (SELECT count(*) FROM voucher_line WHERE voucher_id = original.id)
                <> (
                    SELECT count(*)
                    FROM voucher_line AS put_in
                    JOIN voucher_line AS red ON red.voucher_id = new.id AND red.line = put_in.line
                    WHERE
                        put_in.voucher_id = original.id
                        AND red.account_id = put_in.account_id
                        AND red.debit_fen = -put_in.debit_fen
                        AND red.credit_fen = -put_in.credit_fen
                        AND red.member_id IS put_in.member_id
                )
                OR (SELECT count(*) FROM voucher_line WHERE voucher_id = original.id)
                <> (SELECT count(*) FROM voucher_line WHERE voucher_id = new.id)
                THEN raise(ABORT, 'voucher.reversal_differs')
        END
    FROM voucher AS original
    WHERE original.id = new.reverses_id;
END;

-- The dividend ----------------------------------------------------------------------------------

CREATE TABLE distribution (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    status TEXT NOT NULL CHECK (status IN ('draft', 'approved')),
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
    UNIQUE (cooperative_id, year),
    CHECK ((status = 'draft') = (resolution IS NULL)),
    CHECK ((status = 'draft') = (approved_on IS NULL)),
    CHECK (approved_on / 10000 > year)
) STRICT;

CREATE TABLE distribution_appropriation (
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    step INTEGER NOT NULL CHECK (step > 0),
    fund TEXT NOT NULL CHECK (trim(fund) <> ''),
    rate_millionths INTEGER CHECK (rate_millionths BETWEEN 0 AND 1000000),
    amount_fen INTEGER CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    PRIMARY KEY (distribution_id, step),
    CHECK ((rate_millionths IS NULL) <> (amount_fen IS NULL))
) STRICT, WITHOUT ROWID;

-- What was approved, frozen: the facts that it was worked out from. Bases are whole numbers beyond
-- 64 bits and therefore never stored: they follow from the facts, and the facts are here.
CREATE TABLE approved_result (
    distribution_id INTEGER PRIMARY KEY REFERENCES distribution (id),
    surplus_fen INTEGER NOT NULL,
    opening_deficit_fen INTEGER NOT NULL CHECK (opening_deficit_fen >= 0),
    opening_undistributed_fen INTEGER NOT NULL CHECK (opening_undistributed_fen >= 0),
    losses_made_up_fen INTEGER NOT NULL CHECK (losses_made_up_fen >= 0),
    deficit_carried_fen INTEGER NOT NULL CHECK (deficit_carried_fen >= 0),
    appropriated_fen INTEGER NOT NULL CHECK (appropriated_fen >= 0),
    distributable_fen INTEGER NOT NULL CHECK (distributable_fen >= 0),
    retained_fen INTEGER NOT NULL CHECK (retained_fen >= 0),
    patronage_pool_fen INTEGER NOT NULL CHECK (patronage_pool_fen >= 0),
    residual_pool_fen INTEGER NOT NULL CHECK (residual_pool_fen >= 0),
    -- Reserve brought forward that no member had a share of: a finding, never a figure.
    reserve_not_quantified_fen INTEGER NOT NULL DEFAULT 0
    CHECK (reserve_not_quantified_fen >= 0),
    CHECK (distributable_fen = retained_fen + patronage_pool_fen + residual_pool_fen)
) STRICT;

CREATE TABLE approved_member (
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    place INTEGER NOT NULL CHECK (place > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    village_id INTEGER REFERENCES village (id),
    reserve_fen INTEGER NOT NULL CHECK (reserve_fen >= 0),
    subsidy_fen INTEGER NOT NULL CHECK (subsidy_fen >= 0),
    donation_fen INTEGER NOT NULL CHECK (donation_fen >= 0),
    patronage_fen INTEGER NOT NULL CHECK (patronage_fen >= 0),
    patronage_refund_fen INTEGER NOT NULL CHECK (patronage_refund_fen >= 0),
    guaranteed_fen INTEGER NOT NULL CHECK (guaranteed_fen >= 0),
    residual_dividend_fen INTEGER NOT NULL CHECK (residual_dividend_fen >= 0),
    PRIMARY KEY (distribution_id, place),
    UNIQUE (distribution_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX approved_member_village ON approved_member (village_id);

CREATE TABLE approved_contribution (
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    place INTEGER NOT NULL,
    item INTEGER NOT NULL CHECK (item > 0),
    made_on INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
    PRIMARY KEY (distribution_id, place, item),
    FOREIGN KEY (distribution_id, place) REFERENCES approved_member (distribution_id, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER distribution_begins_as_draft BEFORE INSERT ON distribution
BEGIN
    SELECT raise(ABORT, 'distribution.begins_as_draft')
    WHERE new.status <> 'draft';
    SELECT raise(ABORT, 'distribution.approved_is_final')
    FROM distribution AS approved
    WHERE
        approved.status = 'approved'
        AND (
            approved.id = new.id
            OR (approved.cooperative_id = new.cooperative_id AND approved.year = new.year)
        );
END;

-- The parts add up to the pools, to the fen, or nothing is approved.
CREATE TRIGGER distribution_is_approved BEFORE UPDATE OF status ON distribution
WHEN old.status = 'draft' AND new.status = 'approved'
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

CREATE TRIGGER distribution_approved_is_final BEFORE UPDATE ON distribution
WHEN
    EXISTS (
        SELECT 1
        FROM distribution AS approved
        WHERE
            approved.status = 'approved'
            AND (
                approved.id IN (old.id, new.id)
                OR (approved.cooperative_id = new.cooperative_id AND approved.year = new.year)
            )
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER distribution_approved_stays BEFORE DELETE ON distribution
WHEN old.status = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER distribution_appropriation_grows_no_more BEFORE INSERT ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER distribution_appropriation_is_final BEFORE UPDATE ON distribution_appropriation
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status = 'approved'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER distribution_appropriation_stays BEFORE DELETE ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_result_grows_no_more BEFORE INSERT ON approved_result
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_result_is_final BEFORE UPDATE ON approved_result
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status = 'approved'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_result_stays BEFORE DELETE ON approved_result
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_member_grows_no_more BEFORE INSERT ON approved_member
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_member_is_final BEFORE UPDATE ON approved_member
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status = 'approved'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_member_stays BEFORE DELETE ON approved_member
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_contribution_grows_no_more BEFORE INSERT ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_contribution_is_final BEFORE UPDATE ON approved_contribution
WHEN
    EXISTS (
        SELECT 1
        FROM distribution
        WHERE id IN (old.distribution_id, new.distribution_id) AND status = 'approved'
    )
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_contribution_stays BEFORE DELETE ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) = 'approved'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;
