
-- What the bank and the cash box say ------------------------------------------------------------

-- A statement of the bank (银行对账单) for one account.
CREATE TABLE bank_statement (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    UNIQUE (account_id, file_hash)
) STRICT;

-- A line of it: what came in is above zero, what went out below.
CREATE TABLE bank_line (
    statement_id INTEGER NOT NULL REFERENCES bank_statement (id),
    line INTEGER NOT NULL CHECK (line > 0),
    dated_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', dated_on / 10000, dated_on / 100 % 100, dated_on % 100)
        IS date(
            printf('%04d-%02d-%02d', dated_on / 10000, dated_on / 100 % 100, dated_on % 100)
        )
    ),
    amount_fen INTEGER NOT NULL CHECK (
        amount_fen <> 0 AND amount_fen BETWEEN -900000000000000 AND 900000000000000
    ),
    balance_fen INTEGER CHECK (balance_fen BETWEEN -900000000000000 AND 900000000000000),
    summary TEXT NOT NULL,
    PRIMARY KEY (statement_id, line)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bank_statement_is_final BEFORE UPDATE ON bank_statement
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_statement_stays BEFORE DELETE ON bank_statement
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_line_is_final BEFORE UPDATE ON bank_line
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_line_stays BEFORE DELETE ON bank_line
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_line_comes_first BEFORE INSERT ON bank_line
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = new.statement_id AND id IN (
    SELECT subject_id FROM chain WHERE kind = 27
))
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

-- Which lines of the bank and of the books are the same money: those of one group come to the same.
-- Work in progress, which a reconciliation then sums up.
CREATE TABLE bank_match (
    account_id INTEGER NOT NULL REFERENCES account (id),
    group_number INTEGER NOT NULL CHECK (group_number > 0),
    statement_id INTEGER,
    bank_line INTEGER,
    voucher_id INTEGER,
    voucher_line INTEGER,
    CHECK ((statement_id IS NULL) = (bank_line IS NULL)),
    CHECK ((voucher_id IS NULL) = (voucher_line IS NULL)),
    CHECK ((statement_id IS NULL) <> (voucher_id IS NULL)),
    FOREIGN KEY (statement_id, bank_line) REFERENCES bank_line (statement_id, line),
    FOREIGN KEY (voucher_id, voucher_line) REFERENCES voucher_line (voucher_id, line)
    ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX bank_match_bank
ON bank_match (statement_id, bank_line) WHERE statement_id IS NOT NULL;

CREATE UNIQUE INDEX bank_match_book
ON bank_match (voucher_id, voucher_line) WHERE voucher_id IS NOT NULL;

CREATE INDEX bank_match_group ON bank_match (account_id, group_number);

-- The reconciliation of an account at the end of a month (银行存款余额调节表): what the bank says,
-- what the books say, and what is open between them.
CREATE TABLE bank_reconciliation (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
    bank_fen INTEGER NOT NULL,
    book_fen INTEGER NOT NULL,
    -- In the books and not at the bank yet, in and out; at the bank and not in the books yet.
    book_in_fen INTEGER NOT NULL CHECK (book_in_fen >= 0),
    book_out_fen INTEGER NOT NULL CHECK (book_out_fen >= 0),
    bank_in_fen INTEGER NOT NULL CHECK (bank_in_fen >= 0),
    bank_out_fen INTEGER NOT NULL CHECK (bank_out_fen >= 0),
    CHECK (bank_fen + book_in_fen - book_out_fen = book_fen + bank_in_fen - bank_out_fen)
) STRICT;

CREATE INDEX bank_reconciliation_month ON bank_reconciliation (account_id, month);

CREATE TRIGGER bank_reconciliation_is_final BEFORE UPDATE ON bank_reconciliation
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_reconciliation_stays BEFORE DELETE ON bank_reconciliation
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

-- Cash counted (现金盘点) at the end of a day, beside what the books say of it.
CREATE TABLE cash_count (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    counted_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', counted_on / 10000, counted_on / 100 % 100, counted_on % 100)
        IS date(
            printf('%04d-%02d-%02d', counted_on / 10000, counted_on / 100 % 100, counted_on % 100)
        )
    ),
    counted_fen INTEGER NOT NULL CHECK (counted_fen BETWEEN 0 AND 900000000000000),
    book_fen INTEGER NOT NULL,
    -- How many notes and coins of each kind, as text: 100元×12, 1角×3.
    pieces TEXT,
    note TEXT
) STRICT;

CREATE INDEX cash_count_day ON cash_count (cooperative_id, counted_on);

CREATE TRIGGER cash_count_is_final BEFORE UPDATE ON cash_count
BEGIN
    SELECT raise(ABORT, 'cash.final');
END;

CREATE TRIGGER cash_count_stays BEFORE DELETE ON cash_count
BEGIN
    SELECT raise(ABORT, 'cash.final');
END;
