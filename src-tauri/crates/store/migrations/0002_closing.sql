-- The second version: months and years are closed in their order, with the vouchers that this
-- takes; what is kept to make vouchers of; what the bank and the cash box say.

INSERT INTO chain_kind (id, word) VALUES
(20, 'year_change'),
(21, 'closing_step'),
(22, 'asset'),
(23, 'asset_charge'),
(24, 'recurring'),
(25, 'flock'),
(26, 'flock_move'),
(27, 'bank_statement'),
(28, 'bank_reconciliation'),
(29, 'cash_count'),
(30, 'voucher_origin');

-- Years -----------------------------------------------------------------------------------------

-- Every step of a year: closing (income and cost stand on 332, the distribution is still to come),
-- closed, open again. The last one says how it is.
CREATE TABLE year_change (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    state TEXT NOT NULL CHECK (state IN ('closing', 'closed', 'open')),
    -- When the distribution is dated: on 31 December, or on the day of the resolution or later.
    posting_date TEXT CHECK (posting_date IN ('year_end', 'resolution')),
    -- Why it was opened again, or closed without a distribution.
    reason TEXT CHECK (trim(reason) <> ''),
    CHECK (state <> 'open' OR reason IS NOT NULL),
    CHECK ((state = 'open') = (posting_date IS NULL)),
    CHECK (state <> 'closing' OR posting_date = 'year_end')
) STRICT;

CREATE INDEX year_change_year ON year_change (cooperative_id, year, id, state);

-- Years that are closing or closed; any other is open.
CREATE VIEW year_state (cooperative_id, year, state, posting_date) AS
SELECT change.cooperative_id, change.year, change.state, change.posting_date
FROM year_change AS change
WHERE
    change.state <> 'open'
    AND NOT EXISTS (
        SELECT 1
        FROM year_change AS later
        WHERE
            later.cooperative_id = change.cooperative_id
            AND later.year = change.year
            AND later.id > change.id
    );

CREATE TRIGGER year_change_turns BEFORE INSERT ON year_change
BEGIN
    SELECT raise(ABORT, 'year.before_books')
    WHERE
        new.year < (SELECT starts_month FROM cooperative WHERE id = new.cooperative_id) / 100;
    SELECT raise(ABORT, 'year.unchanged')
    WHERE
        new.state = ifnull(
            (
                SELECT state
                FROM year_state
                WHERE cooperative_id = new.cooperative_id AND year = new.year
            ),
            'open'
        );
    -- A closed year is opened again before it is closing once more.
    SELECT raise(ABORT, 'year.closed')
    FROM year_state
    WHERE
        cooperative_id = new.cooperative_id
        AND year = new.year
        AND state = 'closed'
        AND new.state = 'closing';
END;

CREATE TRIGGER year_change_in_order BEFORE INSERT ON year_change
WHEN new.state <> 'open'
BEGIN
    SELECT raise(ABORT, 'year.earlier_open')
    FROM cooperative
    WHERE
        cooperative.id = new.cooperative_id
        AND new.year > cooperative.starts_month / 100
        AND NOT EXISTS (
            SELECT 1
            FROM year_state
            WHERE
                cooperative_id = new.cooperative_id
                AND year = new.year - 1
                AND state = 'closed'
        );
    SELECT raise(ABORT, 'year.december_open')
    FROM cooperative
    WHERE
        cooperative.id = new.cooperative_id
        AND new.year >= cooperative.starts_month / 100
        AND NOT EXISTS (
            SELECT 1
            FROM closed_month
            WHERE cooperative_id = new.cooperative_id AND month = new.year * 100 + 12
        );
    -- Income, cost and the year's result stand on 332 by then, and 各项分配 is zero.
    SELECT raise(ABORT, 'year.not_carried')
    FROM voucher_line AS line
    JOIN account ON account.id = line.account_id
    WHERE
        account.cooperative_id = new.cooperative_id
        AND (
            account.code GLOB '5*' OR account.code GLOB '331*' OR account.code GLOB '332-01*'
        )
        AND line.dated_on <= new.year * 10000 + 1231
    GROUP BY account.id
    HAVING sum(line.debit_fen - line.credit_fen) <> 0;
END;

CREATE TRIGGER year_change_opens BEFORE INSERT ON year_change
WHEN new.state = 'open'
BEGIN
    SELECT raise(ABORT, 'year.later_closed')
    FROM year_state
    WHERE cooperative_id = new.cooperative_id AND year > new.year;
    SELECT raise(ABORT, 'year.distribution')
    FROM distribution
    WHERE
        cooperative_id = new.cooperative_id
        AND year >= new.year
        AND status = 'approved';
END;

CREATE TRIGGER year_change_is_final BEFORE UPDATE ON year_change
BEGIN
    SELECT raise(ABORT, 'year.final');
END;

CREATE TRIGGER year_change_stays BEFORE DELETE ON year_change
BEGIN
    SELECT raise(ABORT, 'year.final');
END;

-- Months are closed from the first on and opened again from the last.
CREATE TRIGGER month_change_in_order BEFORE INSERT ON month_change
BEGIN
    SELECT raise(ABORT, 'month.earlier_open')
    FROM cooperative
    WHERE
        new.closed = 1
        AND cooperative.id = new.cooperative_id
        AND new.month > cooperative.starts_month
        AND NOT EXISTS (
            SELECT 1
            FROM closed_month
            WHERE
                cooperative_id = new.cooperative_id
                AND month = new.month - iif(new.month % 100 = 1, 89, 1)
        );
    SELECT raise(ABORT, 'month.later_closed')
    FROM closed_month
    WHERE
        new.closed = 0
        AND cooperative_id = new.cooperative_id
        AND month > new.month;
    SELECT raise(ABORT, 'month.year_closed')
    FROM year_state
    WHERE
        new.closed = 0
        AND cooperative_id = new.cooperative_id
        AND year >= new.month / 100;
    SELECT raise(ABORT, 'month.distribution')
    FROM distribution
    WHERE
        new.closed = 0
        AND cooperative_id = new.cooperative_id
        AND year >= new.month / 100
        AND status = 'approved';
END;

-- Closing vouchers ------------------------------------------------------------------------------

-- Which voucher is which step of closing (结账凭证); written before the voucher itself.
CREATE TABLE closing_step (
    id INTEGER PRIMARY KEY REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT NOT NULL CHECK (
        step IN (
            'income', 'cost', 'year_end', 'loss_cover', 'appropriation', 'patronage', 'residual',
            'clearing'
        )
    ),
    -- The distribution whose step it is.
    distribution_id INTEGER REFERENCES distribution (id),
    CHECK (step NOT IN ('income', 'cost', 'year_end', 'loss_cover') OR distribution_id IS NULL),
    CHECK (step NOT IN ('appropriation', 'patronage', 'residual') OR distribution_id IS NOT NULL)
) STRICT;

CREATE INDEX closing_step_distribution
ON closing_step (distribution_id) WHERE distribution_id IS NOT NULL;

CREATE TRIGGER closing_step_comes_first BEFORE INSERT ON closing_step
WHEN
    EXISTS (SELECT 1 FROM voucher WHERE id = new.id)
    OR EXISTS (SELECT 1 FROM closing_step WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER closing_step_is_final BEFORE UPDATE ON closing_step
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER closing_step_stays BEFORE DELETE ON closing_step
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

-- A voucher is the step that it says: its lines stand on the accounts of that step alone, and its
-- distribution is one of its cooperative that was approved.
CREATE TRIGGER voucher_is_its_step BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM closing_step WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'closing.other_step')
    FROM closing_step AS made
    JOIN voucher_line AS line ON line.voucher_id = made.id
    JOIN account ON account.id = line.account_id
    WHERE
        made.id = new.id
        AND NOT CASE made.step
            WHEN 'income' THEN account.code GLOB '5*' OR account.code GLOB '331*'
            WHEN 'cost' THEN account.code GLOB '5*' OR account.code GLOB '331*'
            WHEN 'year_end' THEN account.code GLOB '33[12]*'
            WHEN 'loss_cover' THEN account.code GLOB '322*' OR account.code GLOB '332*'
            WHEN 'appropriation' THEN account.code GLOB '322*' OR account.code GLOB '332*'
            WHEN 'patronage' THEN account.code GLOB '221*' OR account.code GLOB '332*'
            WHEN 'residual' THEN account.code GLOB '222*' OR account.code GLOB '332*'
            ELSE account.code GLOB '332*'
        END;
    SELECT raise(ABORT, 'closing.foreign_distribution')
    FROM closing_step AS made
    JOIN distribution ON distribution.id = made.distribution_id
    WHERE
        made.id = new.id
        AND (
            distribution.cooperative_id <> new.cooperative_id
            OR distribution.status <> 'approved'
        );
    -- A distribution is posted once, unless that was taken back.
    SELECT raise(ABORT, 'closing.posted_before')
    FROM closing_step AS made
    JOIN closing_step AS earlier
        ON earlier.distribution_id = made.distribution_id
        AND earlier.step = made.step
        AND earlier.id <> made.id
    WHERE
        made.id = new.id
        AND made.step IN ('patronage', 'residual')
        AND NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = earlier.id);
END;

-- The rules of posting once more, since the vouchers of closing are allowed what others are not: on
-- 31 December of a year that is not closed yet, and without a review, for their figures follow from
-- the books.
DROP TRIGGER voucher_is_posted;

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
                AND NOT (
                    new.dated_on % 10000 = 1231
                    AND EXISTS (
                        SELECT 1
                        FROM closing_step
                        WHERE id = new.id AND step NOT IN ('income', 'cost')
                    )
                    AND NOT EXISTS (
                        SELECT 1
                        FROM year_state
                        WHERE
                            cooperative_id = new.cooperative_id
                            AND year = new.dated_on / 10000
                            AND state = 'closed'
                    )
                )
                THEN raise(ABORT, 'voucher.closed_month')
            -- The word of the opening balances is theirs alone.
            WHEN (new.word = '期初') <> new.opening THEN raise(ABORT, 'voucher.reserved_word')
            WHEN
                new.import_batch_id IS NULL
                AND new.opening = 0
                AND (new.reviewer_id IS NULL OR new.reviewer_id = new.preparer_id)
                AND (SELECT reviewed_by_another FROM book) = 1
                AND NOT EXISTS (SELECT 1 FROM closing_step WHERE id = new.id)
                AND NOT EXISTS (SELECT 1 FROM asset_charge WHERE voucher_id = new.id)
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

-- Backups ---------------------------------------------------------------------------------------

-- When this book was copied away, and how far the chain was then. No entry of the chain: a copy
-- changes nothing in the book.
CREATE TABLE backup_made (
    id INTEGER PRIMARY KEY,
    -- Seconds since 1970.
    made_at INTEGER NOT NULL,
    path TEXT NOT NULL CHECK (trim(path) <> ''),
    seq INTEGER NOT NULL CHECK (seq > 0)
) STRICT;
