-- Members over the years: what changed in the register is kept as it was before, and capital moves
-- as a whole: what was put in, taken out, paid back to who leaves, or passed on to another.

INSERT INTO chain_kind (id, word) VALUES (32, 'member_change'), (33, 'share_move');

-- What was known of a member before, and what is known since (变更登记). The head of a household,
-- the bank, the address and votes beyond the first stand here only: what was noted last counts.
CREATE TABLE member_change (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    field TEXT NOT NULL CHECK (
        field IN (
            'name', 'head', 'village', 'joined_on', 'id_number', 'bank_account', 'bank_name',
            'address', 'extra_votes'
        )
    ),
    before TEXT,
    after TEXT CHECK (trim(after) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    CHECK (before IS NOT after),
    CHECK (field <> 'name' OR after IS NOT NULL),
    CHECK (
        field <> 'extra_votes'
        OR after IS NULL
        OR (after = CAST(CAST(after AS INTEGER) AS TEXT) AND CAST(after AS INTEGER) > 0)
    )
) STRICT;

CREATE INDEX member_change_member ON member_change (member_id, field);

CREATE TRIGGER member_change_says_what_was BEFORE INSERT ON member_change
BEGIN
    SELECT raise(ABORT, 'member.change_is_final')
    WHERE EXISTS (SELECT 1 FROM member_change WHERE id = new.id);
    SELECT raise(ABORT, 'member.was_other')
    FROM member
    LEFT JOIN village ON village.id = member.village_id
    WHERE
        member.id = new.member_id
        AND new.before IS NOT CASE new.field
            WHEN 'name' THEN member.name
            WHEN 'village' THEN village.code
            WHEN 'joined_on' THEN CAST(member.joined_on AS TEXT)
            WHEN 'id_number' THEN member.id_number
            WHEN 'bank_account' THEN member.bank_account
            ELSE (
                SELECT last.after
                FROM member_change AS last
                WHERE last.member_id = new.member_id AND last.field = new.field
                ORDER BY last.id DESC
                LIMIT 1
            )
        END;
END;

-- Votes beyond each member's first are at most a fifth of these (农民专业合作社法 art. 22). Who has
-- taken all out again has left and has no vote; who has put nothing in yet has one.
CREATE TRIGGER member_votes_are_limited AFTER INSERT ON member_change
WHEN new.field = 'extra_votes' AND new.after IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'member.too_many_votes')
    FROM member AS voter
    JOIN member ON member.cooperative_id = voter.cooperative_id
    WHERE
        voter.id = new.member_id
        AND (
            member.id = new.member_id
            OR ifnull(
                (
                    SELECT sum(contribution.amount_fen)
                    FROM contribution
                    WHERE
                        contribution.member_id = member.id
                        AND contribution.made_on <= new.made_on
                ),
                1
            ) <> 0
        )
    GROUP BY member.cooperative_id
    HAVING
        5 * sum(
            ifnull(
                (
                    SELECT CAST(last.after AS INTEGER)
                    FROM member_change AS last
                    WHERE last.member_id = member.id AND last.field = 'extra_votes'
                    ORDER BY last.id DESC
                    LIMIT 1
                ),
                0
            )
        ) > count(*);
END;

CREATE TRIGGER member_change_is_final BEFORE UPDATE ON member_change
BEGIN
    SELECT raise(ABORT, 'member.change_is_final');
END;

CREATE TRIGGER member_change_stays BEFORE DELETE ON member_change
BEGIN
    SELECT raise(ABORT, 'member.change_is_final');
END;

-- What is noted of a member changes only with what it was before on record.
CREATE TRIGGER member_changes_on_record BEFORE UPDATE ON member
WHEN
    new.kind <> old.kind
    OR new.import_batch_id IS NOT old.import_batch_id
    OR EXISTS (
        WITH
        changed AS (
            SELECT 'name' AS field, old.name AS was, new.name AS is_now
            UNION ALL
            SELECT
                'village',
                (SELECT code FROM village WHERE id = old.village_id),
                (SELECT code FROM village WHERE id = new.village_id)
            UNION ALL
            SELECT 'joined_on', CAST(old.joined_on AS TEXT), CAST(new.joined_on AS TEXT)
            UNION ALL
            SELECT 'id_number', old.id_number, new.id_number
            UNION ALL
            SELECT 'bank_account', old.bank_account, new.bank_account
        )

        SELECT 1
        FROM changed
        WHERE
            changed.was IS NOT changed.is_now
            AND NOT EXISTS (
                SELECT 1
                FROM member_change AS kept
                WHERE
                    kept.id = (
                        SELECT max(last.id)
                        FROM member_change AS last
                        WHERE last.member_id = old.id AND last.field = changed.field
                    )
                    AND kept.before IS changed.was
                    AND kept.after IS changed.is_now
            )
    )
BEGIN
    SELECT raise(ABORT, 'member.not_on_record');
END;

-- How capital moves (股金变动). Its rows in the register of contributions come first, under the id
-- that it will have; with its own row everything is looked at, and nothing of it changes.
CREATE TABLE share_move (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('put_in', 'taken_out', 'left', 'passed')),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    member_id INTEGER NOT NULL REFERENCES member (id),
    -- To whom it passes.
    to_member_id INTEGER REFERENCES member (id),
    capital_fen INTEGER NOT NULL CHECK (capital_fen BETWEEN 1 AND 900000000000000),
    -- What was paid beyond the share (股金溢价, 321).
    premium_fen INTEGER NOT NULL CHECK (premium_fen BETWEEN 0 AND 900000000000000),
    -- The share of the reserve that is paid back to who leaves (322), or passes along.
    reserve_fen INTEGER NOT NULL CHECK (reserve_fen BETWEEN 0 AND 900000000000000),
    -- The loss that who leaves bears (art. 28), kept back.
    loss_fen INTEGER NOT NULL CHECK (loss_fen BETWEEN 0 AND 900000000000000),
    -- The account that the money comes to or goes from, where it is known.
    account_id INTEGER REFERENCES account (id),
    -- By what things or land were valued (评估).
    evaluation TEXT CHECK (trim(evaluation) <> ''),
    reason TEXT CHECK (trim(reason) <> ''),
    -- The one that it takes back, once.
    reverses_id INTEGER UNIQUE REFERENCES share_move (id),
    CHECK ((kind = 'passed') = (to_member_id IS NOT NULL)),
    CHECK (to_member_id IS NOT member_id),
    CHECK (kind = 'put_in' OR premium_fen = 0),
    CHECK (kind IN ('left', 'passed') OR reserve_fen = 0),
    CHECK (kind = 'left' OR loss_fen = 0),
    CHECK (loss_fen <= capital_fen + reserve_fen),
    CHECK (reason IS NOT NULL OR (kind IN ('put_in', 'taken_out') AND reverses_id IS NULL))
) STRICT;

CREATE INDEX share_move_member ON share_move (member_id);

CREATE INDEX share_move_to ON share_move (to_member_id) WHERE to_member_id IS NOT NULL;

CREATE TABLE share_move_part (
    contribution_id INTEGER PRIMARY KEY REFERENCES contribution (id),
    share_move_id INTEGER NOT NULL REFERENCES share_move (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX share_move_part_move ON share_move_part (share_move_id);

CREATE TRIGGER share_move_fits BEFORE INSERT ON share_move
BEGIN
    SELECT raise(ABORT, 'share.final') WHERE EXISTS (SELECT 1 FROM share_move WHERE id = new.id);
    SELECT raise(ABORT, 'share.foreign')
    FROM member AS giver
    JOIN member AS taker ON taker.id = new.to_member_id
    WHERE giver.id = new.member_id AND taker.cooperative_id <> giver.cooperative_id;
    SELECT raise(ABORT, 'share.foreign')
    FROM account
    JOIN member ON member.id = new.member_id
    WHERE account.id = new.account_id AND account.cooperative_id <> member.cooperative_id;
    SELECT raise(ABORT, 'share.does_not_add_up')
    FROM (
        SELECT
            ifnull(sum(given.amount_fen) FILTER (WHERE given.member_id = new.member_id), 0) AS own,
            ifnull(sum(given.amount_fen) FILTER (WHERE given.member_id = new.to_member_id), 0)
                AS passed,
            count(*) FILTER (
                WHERE
                given.made_on <> new.made_on
                OR (given.member_id <> new.member_id AND given.member_id IS NOT new.to_member_id)
            ) AS strange,
            iif((new.kind = 'put_in') = (new.reverses_id IS NULL), 1, -1) AS sign
        FROM share_move_part AS part
        JOIN contribution AS given ON given.id = part.contribution_id
        WHERE part.share_move_id = new.id
    )
    WHERE
        own <> sign * new.capital_fen
        OR passed <> iif(new.to_member_id IS NULL, 0, -sign * new.capital_fen)
        OR strange > 0;
    -- Who leaves has nothing left.
    SELECT raise(ABORT, 'share.not_all')
    WHERE
        new.kind = 'left'
        AND new.reverses_id IS NULL
        AND (SELECT sum(amount_fen) FROM contribution WHERE member_id = new.member_id) <> 0;
    SELECT raise(ABORT, 'share.other_move')
    WHERE
        new.reverses_id IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM share_move AS wrong
            WHERE
                wrong.id = new.reverses_id
                AND wrong.reverses_id IS NULL
                AND wrong.kind = new.kind
                AND wrong.made_on = new.made_on
                AND wrong.member_id = new.member_id
                AND wrong.to_member_id IS new.to_member_id
                AND wrong.capital_fen = new.capital_fen
                AND wrong.premium_fen = new.premium_fen
                AND wrong.reserve_fen = new.reserve_fen
                AND wrong.loss_fen = new.loss_fen
        );
    -- Its voucher or draft is taken back or dropped first.
    SELECT raise(ABORT, 'share.in_use')
    FROM share_move_part AS part
    JOIN voucher_source AS used ON used.contribution_id = part.contribution_id
    WHERE
        part.share_move_id = new.reverses_id
        AND (
            used.draft_id IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
        );
END;

CREATE TRIGGER share_move_is_final BEFORE UPDATE ON share_move
BEGIN
    SELECT raise(ABORT, 'share.final');
END;

CREATE TRIGGER share_move_stays BEFORE DELETE ON share_move
BEGIN
    SELECT raise(ABORT, 'share.final');
END;

CREATE TRIGGER share_move_part_grows_no_more BEFORE INSERT ON share_move_part
BEGIN
    SELECT raise(ABORT, 'share.final')
    WHERE
        EXISTS (SELECT 1 FROM share_move WHERE id = new.share_move_id)
        OR EXISTS (SELECT 1 FROM share_move_part WHERE contribution_id = new.contribution_id);
END;

CREATE TRIGGER share_move_part_is_final BEFORE UPDATE ON share_move_part
BEGIN
    SELECT raise(ABORT, 'share.final');
END;

CREATE TRIGGER share_move_part_stays BEFORE DELETE ON share_move_part
BEGIN
    SELECT raise(ABORT, 'share.final');
END;

-- No voucher is made of what was taken back.
CREATE TRIGGER share_move_taken_back_makes_no_voucher BEFORE INSERT ON voucher_source
WHEN
    EXISTS (
        SELECT 1
        FROM share_move_part AS part
        JOIN share_move AS moved ON moved.id = part.share_move_id
        WHERE
            part.contribution_id = new.contribution_id
            AND (
                moved.reverses_id IS NOT NULL
                OR EXISTS (SELECT 1 FROM share_move WHERE reverses_id = moved.id)
            )
    )
BEGIN
    SELECT raise(ABORT, 'share.taken_back');
END;
