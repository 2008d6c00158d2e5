-- What each member has of the reserve (公积金份额, 322): quantified, paid back to who leaves, passed
-- on. Its sum is what of the reserve is quantified (农民专业合作社法 art. 42).

INSERT INTO chain_kind (id, word) VALUES (35, 'reserve_share');

CREATE TABLE reserve_share (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    amount_fen INTEGER NOT NULL CHECK (
        amount_fen <> 0 AND amount_fen BETWEEN -900000000000000 AND 900000000000000
    ),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    -- The move of capital that it goes with.
    share_move_id INTEGER REFERENCES share_move (id)
) STRICT;

CREATE INDEX reserve_share_member ON reserve_share (member_id, made_on);

CREATE INDEX reserve_share_move
ON reserve_share (share_move_id) WHERE share_move_id IS NOT NULL;

CREATE TRIGGER reserve_share_is_new BEFORE INSERT ON reserve_share
BEGIN
    SELECT raise(ABORT, 'reserve.final')
    WHERE EXISTS (SELECT 1 FROM reserve_share WHERE id = new.id);
    -- What goes with a move of capital is what the move says, of its members.
    SELECT raise(ABORT, 'reserve.other_move')
    WHERE
        new.share_move_id IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM share_move AS moved
            WHERE
                moved.id = new.share_move_id
                AND new.member_id IN (moved.member_id, moved.to_member_id)
                AND moved.reserve_fen = abs(new.amount_fen)
                AND moved.made_on = new.made_on
        );
END;

CREATE TRIGGER reserve_share_not_below_zero AFTER INSERT ON reserve_share
WHEN new.amount_fen < 0
BEGIN
    SELECT raise(ABORT, 'reserve.below_zero')
    FROM reserve_share
    WHERE member_id = new.member_id
    GROUP BY member_id
    HAVING sum(amount_fen) < 0;
END;

CREATE TRIGGER reserve_share_is_final BEFORE UPDATE ON reserve_share
BEGIN
    SELECT raise(ABORT, 'reserve.final');
END;

CREATE TRIGGER reserve_share_stays BEFORE DELETE ON reserve_share
BEGIN
    SELECT raise(ABORT, 'reserve.final');
END;
