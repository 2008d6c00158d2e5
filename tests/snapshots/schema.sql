CREATE INDEX account_parent ON account (parent_id);

CREATE INDEX approved_member_village ON approved_member (village_id);

CREATE INDEX asset_charge_asset ON asset_charge (asset_id, month);

CREATE INDEX asset_charge_voucher ON asset_charge (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE INDEX attachment_draft ON attachment (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX attachment_voucher ON attachment (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE UNIQUE INDEX bank_match_bank
ON bank_match (statement_id, bank_line) WHERE statement_id IS NOT NULL;

CREATE UNIQUE INDEX bank_match_book
ON bank_match (voucher_id, voucher_line) WHERE voucher_id IS NOT NULL;

CREATE INDEX bank_match_group ON bank_match (account_id, group_number);

CREATE INDEX bank_reconciliation_month ON bank_reconciliation (account_id, month);

CREATE INDEX cash_count_day ON cash_count (cooperative_id, counted_on);

CREATE INDEX closing_step_distribution
ON closing_step (distribution_id) WHERE distribution_id IS NOT NULL;

CREATE INDEX contribution_member ON contribution (member_id, made_on);

CREATE INDEX delivery_member ON delivery (member_id, made_on);

CREATE INDEX distribution_event_distribution ON distribution_event (distribution_id);

CREATE UNIQUE INDEX distribution_stands
ON distribution (cooperative_id, year) WHERE status <> 'reversed';

CREATE INDEX draft_cooperative ON draft (cooperative_id);

CREATE UNIQUE INDEX draft_corrects_once ON draft (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE UNIQUE INDEX draft_opening_once ON draft (cooperative_id) WHERE opening = 1;

CREATE UNIQUE INDEX draft_reverses_once ON draft (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE INDEX flock_move_flock ON flock_move (flock_id, made_on);

CREATE INDEX import_batch_file ON import_batch (file_hash);

CREATE INDEX member_change_member ON member_change (member_id, field);

CREATE INDEX member_village ON member (village_id);

CREATE UNIQUE INDEX member_village_once
ON member (cooperative_id, village_id) WHERE kind = 'village_collective';

CREATE INDEX month_change_month ON month_change (cooperative_id, month, id, closed);

CREATE INDEX reserve_share_member ON reserve_share (member_id, made_on);

CREATE INDEX reserve_share_move
ON reserve_share (share_move_id) WHERE share_move_id IS NOT NULL;

CREATE INDEX share_move_member ON share_move (member_id);

CREATE INDEX share_move_part_move ON share_move_part (share_move_id);

CREATE INDEX share_move_to ON share_move (to_member_id) WHERE to_member_id IS NOT NULL;

CREATE INDEX village_income_year ON village_income (year, village_id);

CREATE UNIQUE INDEX voucher_corrected_once ON voucher (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE INDEX voucher_line_account ON voucher_line (account_id, dated_on, debit_fen, credit_fen);

CREATE INDEX voucher_line_member ON voucher_line (member_id) WHERE member_id IS NOT NULL;

CREATE UNIQUE INDEX voucher_number ON voucher (cooperative_id, month, word, number);

CREATE UNIQUE INDEX voucher_opening_once ON voucher (cooperative_id) WHERE opening = 1;

CREATE INDEX voucher_origin_asset ON voucher_origin (asset_id) WHERE asset_id IS NOT NULL;

CREATE INDEX voucher_origin_cash_count
ON voucher_origin (cash_count_id) WHERE cash_count_id IS NOT NULL;

CREATE INDEX voucher_origin_draft ON voucher_origin (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX voucher_origin_flock_move
ON voucher_origin (flock_move_id) WHERE flock_move_id IS NOT NULL;

CREATE INDEX voucher_origin_recurring
ON voucher_origin (recurring_id, month) WHERE recurring_id IS NOT NULL;

CREATE INDEX voucher_origin_voucher ON voucher_origin (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE UNIQUE INDEX voucher_reversed_once ON voucher (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE INDEX voucher_source_contribution
ON voucher_source (contribution_id) WHERE contribution_id IS NOT NULL;

CREATE INDEX voucher_source_delivery ON voucher_source (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX voucher_source_draft ON voucher_source (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX voucher_source_voucher ON voucher_source (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE INDEX voucher_source_yield ON voucher_source (yield_id) WHERE yield_id IS NOT NULL;

CREATE INDEX year_change_year ON year_change (cooperative_id, year, id, state);

CREATE INDEX yield_cooperative ON yield (cooperative_id, made_on);

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

CREATE TABLE alliance (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE approved_contribution (
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    place INTEGER NOT NULL,
    item INTEGER NOT NULL CHECK (item > 0),
    made_on INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
    PRIMARY KEY (distribution_id, place, item),
    FOREIGN KEY (distribution_id, place) REFERENCES approved_member (distribution_id, place)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE asset (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    code TEXT NOT NULL CHECK (trim(code) <> ''),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('fixed', 'biological', 'intangible')),
    -- Where its cost stands, where what was charged off is gathered, and what that is a cost of.
    account_id INTEGER NOT NULL REFERENCES account (id),
    gathered_id INTEGER NOT NULL REFERENCES account (id),
    charged_id INTEGER NOT NULL REFERENCES account (id),
    -- The project or batch that the charge is named with.
    project TEXT CHECK (trim(project) <> ''),
    in_use_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', in_use_on / 10000, in_use_on / 100 % 100, in_use_on % 100)
        IS date(
            printf('%04d-%02d-%02d', in_use_on / 10000, in_use_on / 100 % 100, in_use_on % 100)
        )
    ),
    cost_fen INTEGER NOT NULL CHECK (cost_fen BETWEEN 1 AND 900000000000000),
    -- What is left at the end (预计净残值).
    salvage_fen INTEGER NOT NULL CHECK (salvage_fen BETWEEN 0 AND cost_fen),
    -- Charged off before the card was made.
    before_fen INTEGER NOT NULL CHECK (before_fen BETWEEN 0 AND cost_fen - salvage_fen),
    -- The last month that is charged in it; that in which a new one came into use.
    before_month INTEGER NOT NULL CHECK (
        before_month BETWEEN in_use_on / 100 AND 999912 AND before_month % 100 BETWEEN 1 AND 12
    ),
    -- Months of use, or units of output for charging by units.
    life_months INTEGER CHECK (life_months BETWEEN 1 AND 1200),
    life_millionths INTEGER CHECK (life_millionths > 0),
    unit TEXT CHECK (trim(unit) <> ''),
    -- For the memorandum book (备查簿): 1 元 nominal value, property from poverty-relief projects.
    nominal INTEGER NOT NULL CHECK (nominal IN (0, 1)),
    relief INTEGER NOT NULL CHECK (relief IN (0, 1)),
    note TEXT,
    -- The day on which it was sold, scrapped or lost.
    gone_on INTEGER CHECK (gone_on >= in_use_on),
    gone_for TEXT CHECK (trim(gone_for) <> ''),
    UNIQUE (cooperative_id, code),
    CHECK ((life_months IS NULL) <> (life_millionths IS NULL)),
    CHECK ((life_millionths IS NULL) = (unit IS NULL)),
    CHECK ((gone_on IS NULL) = (gone_for IS NULL))
) STRICT;

CREATE TABLE asset_charge (
    id INTEGER PRIMARY KEY,
    asset_id INTEGER NOT NULL REFERENCES asset (id),
    month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
    amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    -- What was put out in the month, for charging by units.
    units_millionths INTEGER CHECK (units_millionths >= 0),
    -- Nothing where there was nothing to charge.
    voucher_id INTEGER REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((amount_fen = 0) = (voucher_id IS NULL))
) STRICT;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER REFERENCES draft (id) ON DELETE CASCADE,
    voucher_id INTEGER REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    content BLOB NOT NULL,
    CHECK ((draft_id IS NULL) <> (voucher_id IS NULL))
) STRICT;

CREATE TABLE backup_made (
    id INTEGER PRIMARY KEY,
    -- Seconds since 1970.
    made_at INTEGER NOT NULL,
    path TEXT NOT NULL CHECK (trim(path) <> ''),
    seq INTEGER NOT NULL CHECK (seq > 0)
) STRICT;

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

CREATE TABLE bank_statement (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    UNIQUE (account_id, file_hash)
) STRICT;

CREATE TABLE book (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    -- Whether a voucher is reviewed by another person before it is posted (制单审核分离).
    reviewed_by_another INTEGER NOT NULL DEFAULT 0 CHECK (reviewed_by_another IN (0, 1))
) STRICT;

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

CREATE TABLE chain_kind (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE TABLE "distribution" (
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

CREATE TABLE distribution_appropriation (
    distribution_id INTEGER NOT NULL REFERENCES distribution (id),
    step INTEGER NOT NULL CHECK (step > 0),
    fund TEXT NOT NULL CHECK (trim(fund) <> ''),
    rate_millionths INTEGER CHECK (rate_millionths BETWEEN 0 AND 1000000),
    amount_fen INTEGER CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    PRIMARY KEY (distribution_id, step),
    CHECK ((rate_millionths IS NULL) <> (amount_fen IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE flock (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    -- Its name, which the lines of its vouchers bear as their project.
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    purpose TEXT NOT NULL CHECK (purpose IN ('meat', 'layer')),
    -- Whether what layers cost goes through 401 into the eggs, or is a cost of the month.
    egg_cost TEXT NOT NULL CHECK (egg_cost IN ('cost', 'expense')),
    note TEXT,
    UNIQUE (cooperative_id, name)
) STRICT;

CREATE TABLE flock_move (
    id INTEGER PRIMARY KEY,
    flock_id INTEGER NOT NULL REFERENCES flock (id),
    made_on INTEGER NOT NULL CHECK (
        printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100)
        IS date(printf('%04d-%02d-%02d', made_on / 10000, made_on / 100 % 100, made_on % 100))
    ),
    kind TEXT NOT NULL CHECK (
        kind IN ('bought', 'fed', 'spent', 'died', 'matured', 'culled', 'sold', 'laid')
    ),
    birds INTEGER NOT NULL CHECK (birds BETWEEN 0 AND 100000000),
    -- 斤 of feed, of birds sold, or of eggs.
    weight_millionths INTEGER CHECK (weight_millionths > 0),
    -- What was paid, spent or taken in; what the birds cost follows from the books.
    amount_fen INTEGER CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    note TEXT,
    CHECK ((kind IN ('fed', 'spent', 'laid')) = (birds = 0)),
    CHECK ((kind IN ('bought', 'fed', 'spent', 'sold')) = (amount_fen IS NOT NULL)),
    CHECK (kind <> 'laid' OR weight_millionths IS NOT NULL)
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

CREATE TABLE import_undo (
    batch_id INTEGER PRIMARY KEY REFERENCES import_batch (id),
    last_seq INTEGER NOT NULL CHECK (last_seq > 0)
) STRICT;

CREATE TABLE income_kind (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

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

CREATE TABLE month_balance (
    account_id INTEGER NOT NULL REFERENCES account (id),
    month INTEGER NOT NULL,
    closing INTEGER NOT NULL,
    debit_fen INTEGER NOT NULL,
    credit_fen INTEGER NOT NULL,
    PRIMARY KEY (account_id, month, closing)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_change (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    month INTEGER NOT NULL CHECK (month BETWEEN 190001 AND 999912 AND month % 100 BETWEEN 1 AND 12),
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    -- Why it was reopened.
    reason TEXT CHECK (trim(reason) <> ''),
    CHECK ((closed = 0) = (reason IS NOT NULL))
) STRICT;

CREATE TABLE operator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE policy (
    from_year INTEGER PRIMARY KEY CHECK (from_year BETWEEN 1900 AND 9999),
    target_fen INTEGER NOT NULL CHECK (target_fen BETWEEN 1 AND 900000000000000),
    township_share_millionths INTEGER NOT NULL
    CHECK (township_share_millionths BETWEEN 0 AND 1000000)
) STRICT;

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

CREATE TABLE recurring (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    first_month INTEGER NOT NULL
    CHECK (first_month BETWEEN 190001 AND 999912 AND first_month % 100 BETWEEN 1 AND 12),
    last_month INTEGER
    CHECK (last_month BETWEEN first_month AND 999912 AND last_month % 100 BETWEEN 1 AND 12),
    -- Every so many months, and on which day; the last one of shorter months.
    every_months INTEGER NOT NULL CHECK (every_months BETWEEN 1 AND 12),
    on_day INTEGER NOT NULL CHECK (on_day BETWEEN 1 AND 31),
    UNIQUE (cooperative_id, name)
) STRICT;

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

CREATE TABLE schema_version (
    id INTEGER PRIMARY KEY,
    program TEXT NOT NULL
) STRICT;

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

CREATE TABLE share_move_part (
    contribution_id INTEGER PRIMARY KEY REFERENCES contribution (id),
    share_move_id INTEGER NOT NULL REFERENCES share_move (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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

CREATE TABLE village_income (
    id INTEGER PRIMARY KEY,
    village_id INTEGER NOT NULL REFERENCES village (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    kind TEXT NOT NULL REFERENCES income_kind (word),
    amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 0 AND 900000000000000),
    evidence TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

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

CREATE TABLE voucher_origin (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER REFERENCES draft (id) ON DELETE CASCADE,
    voucher_id INTEGER REFERENCES voucher (id) DEFERRABLE INITIALLY DEFERRED,
    recurring_id INTEGER REFERENCES recurring (id),
    month INTEGER,
    flock_move_id INTEGER REFERENCES flock_move (id),
    asset_id INTEGER REFERENCES asset (id),
    cash_count_id INTEGER REFERENCES cash_count (id),
    CHECK ((draft_id IS NULL) <> (voucher_id IS NULL)),
    CHECK ((recurring_id IS NULL) = (month IS NULL)),
    CHECK (
        (recurring_id IS NOT NULL)
        + (flock_move_id IS NOT NULL)
        + (asset_id IS NOT NULL)
        + (cash_count_id IS NOT NULL)
        = 1
    )
) STRICT;

CREATE VIRTUAL TABLE voucher_search USING fts5 (
    grams, content = '', columnsize = 0, detail = 'none',
    tokenize = "ascii tokenchars '_'"
);

CREATE TABLE 'voucher_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'voucher_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'voucher_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE TABLE voucher_template (
    id INTEGER PRIMARY KEY,
    cooperative_id INTEGER NOT NULL REFERENCES cooperative (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    UNIQUE (cooperative_id, name)
) STRICT;

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

CREATE TRIGGER account_detail_stays BEFORE UPDATE OF detail ON account
WHEN EXISTS (SELECT 1 FROM voucher_line WHERE account_id = old.id)
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

CREATE TRIGGER account_goes_with_its_import BEFORE DELETE ON account
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

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

CREATE TRIGGER account_stays BEFORE UPDATE OF id, cooperative_id, code, parent_id ON account
BEGIN
    SELECT raise(ABORT, 'account.stays');
END;

CREATE TRIGGER approved_contribution_grows_no_more BEFORE INSERT ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

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

CREATE TRIGGER approved_contribution_stays BEFORE DELETE ON approved_contribution
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_member_grows_no_more BEFORE INSERT ON approved_member
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

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

CREATE TRIGGER approved_member_stays BEFORE DELETE ON approved_member
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER approved_result_grows_no_more BEFORE INSERT ON approved_result
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

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

CREATE TRIGGER approved_result_stays BEFORE DELETE ON approved_result
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

CREATE TRIGGER asset_charge_fits BEFORE INSERT ON asset_charge
BEGIN
    SELECT raise(ABORT, 'asset.charged')
    FROM asset_charge AS earlier
    WHERE
        earlier.asset_id = new.asset_id
        AND earlier.month >= new.month
        AND NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = earlier.voucher_id);
    SELECT raise(ABORT, 'asset.too_early')
    FROM asset
    WHERE id = new.asset_id AND new.month <= before_month;
    SELECT raise(ABORT, 'asset.gone')
    FROM asset
    WHERE id = new.asset_id AND new.month > gone_on / 100;
    SELECT raise(ABORT, 'asset.beyond_worth')
    FROM asset
    WHERE
        id = new.asset_id
        AND new.amount_fen + before_fen + (
            SELECT ifnull(sum(earlier.amount_fen), 0)
            FROM asset_charge AS earlier
            WHERE
                earlier.asset_id = new.asset_id
                AND NOT EXISTS (
                    SELECT 1 FROM voucher AS red WHERE red.reverses_id = earlier.voucher_id
                )
        ) > cost_fen - salvage_fen;
END;

CREATE TRIGGER asset_charge_is_final BEFORE UPDATE ON asset_charge
BEGIN
    SELECT raise(ABORT, 'asset.final');
END;

CREATE TRIGGER asset_charge_stays BEFORE DELETE ON asset_charge
BEGIN
    SELECT raise(ABORT, 'asset.final');
END;

CREATE TRIGGER asset_fits BEFORE INSERT ON asset
BEGIN
    SELECT raise(ABORT, 'asset.final') WHERE EXISTS (SELECT 1 FROM asset WHERE id = new.id);
    SELECT raise(ABORT, 'asset.foreign_account')
    FROM account
    WHERE
        account.id IN (new.account_id, new.gathered_id, new.charged_id)
        AND account.cooperative_id <> new.cooperative_id;
    SELECT raise(ABORT, 'asset.other_account')
    WHERE
        NOT EXISTS (
            SELECT 1
            FROM account AS cost
            JOIN account AS gathered ON gathered.id = new.gathered_id
            WHERE
                cost.id = new.account_id
                AND (new.kind, substr(cost.code, 1, 3), substr(gathered.code, 1, 3)) IN (
                    VALUES ('fixed', '151', '152'),
                    ('biological', '142', '143'),
                    ('intangible', '161', '162')
                )
        );
END;

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

CREATE TRIGGER asset_is_not_dropped BEFORE DELETE ON asset
BEGIN
    SELECT raise(ABORT, 'asset.final');
END;

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

CREATE TRIGGER attachment_before_posting BEFORE INSERT ON attachment
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE
        EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
        OR (SELECT voucher_id FROM attachment WHERE id = new.id) IS NOT NULL;
    SELECT raise(ABORT, 'draft.reviewed')
    WHERE (SELECT reviewer_id FROM draft WHERE id = new.draft_id) IS NOT NULL;
END;

CREATE TRIGGER attachment_posted_stays BEFORE DELETE ON attachment
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE old.voucher_id IS NOT NULL;
    SELECT raise(ABORT, 'draft.reviewed')
    WHERE (SELECT reviewer_id FROM draft WHERE id = old.draft_id) IS NOT NULL;
END;

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

CREATE TRIGGER bank_line_comes_first BEFORE INSERT ON bank_line
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = new.statement_id AND id IN (
    SELECT subject_id FROM chain WHERE kind = 27
))
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

CREATE TRIGGER bank_reconciliation_is_final BEFORE UPDATE ON bank_reconciliation
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_reconciliation_stays BEFORE DELETE ON bank_reconciliation
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_statement_is_final BEFORE UPDATE ON bank_statement
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER bank_statement_stays BEFORE DELETE ON bank_statement
BEGIN
    SELECT raise(ABORT, 'bank.final');
END;

CREATE TRIGGER cash_count_is_final BEFORE UPDATE ON cash_count
BEGIN
    SELECT raise(ABORT, 'cash.final');
END;

CREATE TRIGGER cash_count_stays BEFORE DELETE ON cash_count
BEGIN
    SELECT raise(ABORT, 'cash.final');
END;

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

CREATE TRIGGER contribution_goes_with_its_import BEFORE DELETE ON contribution
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'contribution.final');
END;

CREATE TRIGGER contribution_is_final BEFORE UPDATE ON contribution
BEGIN
    SELECT raise(ABORT, 'contribution.final');
END;

CREATE TRIGGER contribution_is_new BEFORE INSERT ON contribution
WHEN EXISTS (SELECT 1 FROM contribution WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'contribution.final');
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

CREATE TRIGGER cooperative_goes_with_its_import BEFORE DELETE ON cooperative
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER cooperative_stays BEFORE UPDATE OF id, starts_month ON cooperative
WHEN EXISTS (SELECT 1 FROM voucher WHERE cooperative_id = old.id)
BEGIN
    SELECT raise(ABORT, 'cooperative.stays');
END;

CREATE TRIGGER delivery_goes_with_its_import BEFORE DELETE ON delivery
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER distribution_appropriation_grows_no_more BEFORE INSERT ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = new.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
END;

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

CREATE TRIGGER distribution_appropriation_stays BEFORE DELETE ON distribution_appropriation
WHEN (SELECT status FROM distribution WHERE id = old.distribution_id) <> 'draft'
BEGIN
    SELECT raise(ABORT, 'distribution.approved_is_final');
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

CREATE TRIGGER draft_reviewed_by_another BEFORE UPDATE OF reviewer_id, preparer_id ON draft
WHEN
    new.reviewer_id = new.preparer_id
    AND new.reviewer_id IS NOT old.reviewer_id
    AND (SELECT reviewed_by_another FROM book) = 1
BEGIN
    SELECT raise(ABORT, 'draft.own_review');
END;

CREATE TRIGGER draft_reviewed_stays BEFORE UPDATE OF entry, preparer_id ON draft
WHEN
    old.reviewer_id IS NOT NULL
    AND new.reviewer_id IS NOT NULL
    AND (new.entry <> old.entry OR new.preparer_id <> old.preparer_id)
BEGIN
    SELECT raise(ABORT, 'draft.reviewed');
END;

CREATE TRIGGER draft_stays BEFORE UPDATE OF
    id, cooperative_id, opening, reverses_id, reason, corrects_id
ON draft
BEGIN
    SELECT raise(ABORT, 'draft.stays');
END;

CREATE TRIGGER flock_is_final BEFORE UPDATE ON flock
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_move_is_final BEFORE UPDATE ON flock_move
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_move_is_new BEFORE INSERT ON flock_move
WHEN EXISTS (SELECT 1 FROM flock_move WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_move_stays BEFORE DELETE ON flock_move
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

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

CREATE TRIGGER flock_stays BEFORE DELETE ON flock
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER import_batch_is_final BEFORE UPDATE ON import_batch
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

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

CREATE TRIGGER import_batch_stays BEFORE DELETE ON import_batch
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

CREATE TRIGGER import_undo_is_final BEFORE UPDATE ON import_undo
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

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

CREATE TRIGGER import_undo_stays BEFORE DELETE ON import_undo
BEGIN
    SELECT raise(ABORT, 'import.final');
END;

CREATE TRIGGER member_change_is_final BEFORE UPDATE ON member_change
BEGIN
    SELECT raise(ABORT, 'member.change_is_final');
END;

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

CREATE TRIGGER member_change_stays BEFORE DELETE ON member_change
BEGIN
    SELECT raise(ABORT, 'member.change_is_final');
END;

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

CREATE TRIGGER member_goes_with_its_import BEFORE DELETE ON member
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER member_stays BEFORE UPDATE OF id, cooperative_id, code ON member
BEGIN
    SELECT raise(ABORT, 'member.stays');
END;

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

CREATE TRIGGER month_change_is_final BEFORE UPDATE ON month_change
BEGIN
    SELECT raise(ABORT, 'month.final');
END;

CREATE TRIGGER month_change_stays BEFORE DELETE ON month_change
BEGIN
    SELECT raise(ABORT, 'month.final');
END;

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

CREATE TRIGGER recurring_is_not_dropped BEFORE DELETE ON recurring
BEGIN
    SELECT raise(ABORT, 'recurring.final');
END;

CREATE TRIGGER recurring_stays BEFORE UPDATE ON recurring
WHEN
    new.id <> old.id
    OR new.cooperative_id <> old.cooperative_id
    OR new.name <> old.name
    OR new.entry <> old.entry
    OR new.first_month <> old.first_month
    OR new.every_months <> old.every_months
    OR new.on_day <> old.on_day
    OR new.last_month IS NULL
BEGIN
    SELECT raise(ABORT, 'recurring.final');
END;

CREATE TRIGGER reserve_share_is_final BEFORE UPDATE ON reserve_share
BEGIN
    SELECT raise(ABORT, 'reserve.final');
END;

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

CREATE TRIGGER reserve_share_stays BEFORE DELETE ON reserve_share
BEGIN
    SELECT raise(ABORT, 'reserve.final');
END;

CREATE TRIGGER schema_version_is_final BEFORE UPDATE ON schema_version
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

CREATE TRIGGER schema_version_stays BEFORE DELETE ON schema_version
BEGIN
    SELECT raise(ABORT, 'chain.final');
END;

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

CREATE TRIGGER share_move_stays BEFORE DELETE ON share_move
BEGIN
    SELECT raise(ABORT, 'share.final');
END;

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

CREATE TRIGGER village_goes_with_its_import BEFORE DELETE ON village
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

CREATE TRIGGER village_income_goes_with_its_import BEFORE DELETE ON village_income
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
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

CREATE TRIGGER voided_is_final BEFORE UPDATE ON voided
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

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

CREATE TRIGGER voided_stays BEFORE DELETE ON voided
BEGIN
    SELECT raise(ABORT, 'voided.final');
END;

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

CREATE TRIGGER voucher_is_final BEFORE UPDATE ON voucher
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER voucher_is_its_charge BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM asset_charge WHERE voucher_id = new.id)
BEGIN
    SELECT raise(ABORT, 'asset.other_amount')
    WHERE
        (SELECT sum(amount_fen) FROM asset_charge WHERE voucher_id = new.id)
        <> (SELECT sum(debit_fen) FROM voucher_line WHERE voucher_id = new.id)
        OR EXISTS (
            SELECT 1
            FROM asset_charge AS charge
            JOIN asset ON asset.id = charge.asset_id
            WHERE
                charge.voucher_id = new.id
                AND (
                    asset.cooperative_id <> new.cooperative_id
                    OR charge.month <> new.dated_on / 100
                )
        );
END;

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

CREATE TRIGGER voucher_line_comes_first BEFORE INSERT ON voucher_line
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id);
END;

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

CREATE TRIGGER voucher_origin_fits BEFORE INSERT ON voucher_origin
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final')
    WHERE
        new.voucher_id IS NOT NULL
        OR EXISTS (SELECT 1 FROM voucher_origin WHERE id = new.id);
    SELECT raise(ABORT, 'source.used')
    FROM voucher_origin AS used
    WHERE
        (
            (used.recurring_id = new.recurring_id AND used.month = new.month)
            OR used.flock_move_id = new.flock_move_id
            OR used.asset_id = new.asset_id
            OR used.cash_count_id = new.cash_count_id
        )
        AND (
            used.draft_id IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = used.voucher_id)
        );
    SELECT raise(ABORT, 'source.foreign')
    WHERE
        (SELECT cooperative_id FROM draft WHERE id = new.draft_id)
        IS NOT coalesce(
            (SELECT cooperative_id FROM recurring WHERE id = new.recurring_id),
            (SELECT cooperative_id FROM asset WHERE id = new.asset_id),
            (SELECT cooperative_id FROM cash_count WHERE id = new.cash_count_id),
            (
                SELECT flock.cooperative_id
                FROM flock_move
                JOIN flock ON flock.id = flock_move.flock_id
                WHERE flock_move.id = new.flock_move_id
            )
        );
END;

CREATE TRIGGER voucher_origin_posted_stays BEFORE DELETE ON voucher_origin
WHEN old.voucher_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

CREATE TRIGGER voucher_origin_stays BEFORE UPDATE ON voucher_origin
WHEN
    old.voucher_id IS NOT NULL
    OR new.id <> old.id
    OR new.recurring_id IS NOT old.recurring_id
    OR new.month IS NOT old.month
    OR new.flock_move_id IS NOT old.flock_move_id
    OR new.asset_id IS NOT old.asset_id
    OR new.cash_count_id IS NOT old.cash_count_id
    OR EXISTS (SELECT 1 FROM voucher WHERE id = new.voucher_id)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;

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

CREATE TRIGGER voucher_source_posted_stays BEFORE DELETE ON voucher_source
WHEN old.voucher_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
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

CREATE TRIGGER voucher_stays BEFORE DELETE ON voucher
WHEN
    old.import_batch_id IS NULL
    OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
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

CREATE TRIGGER year_change_is_final BEFORE UPDATE ON year_change
BEGIN
    SELECT raise(ABORT, 'year.final');
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

CREATE TRIGGER year_change_stays BEFORE DELETE ON year_change
BEGIN
    SELECT raise(ABORT, 'year.final');
END;

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

CREATE TRIGGER yield_goes_with_its_import BEFORE DELETE ON yield
WHEN old.import_batch_id IS NULL OR old.import_batch_id NOT IN (SELECT batch_id FROM import_undo)
BEGIN
    SELECT raise(ABORT, 'register.final');
END;

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
