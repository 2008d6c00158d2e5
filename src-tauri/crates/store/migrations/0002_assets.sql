
-- What makes vouchers by itself -----------------------------------------------------------------

-- An asset card (资产卡片): what it cost, and how that is charged off from the month after.
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

-- Of a card only that the asset is gone is ever added.
CREATE TRIGGER asset_stays BEFORE UPDATE ON asset
WHEN
    old.gone_on IS NOT NULL
    OR new.gone_on IS NULL
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

CREATE TRIGGER asset_is_not_dropped BEFORE DELETE ON asset
BEGIN
    SELECT raise(ABORT, 'asset.final');
END;

-- What was charged off for an asset in a month (计提折旧、摊销), and the voucher of it, which comes
-- after.
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

CREATE INDEX asset_charge_asset ON asset_charge (asset_id, month);

CREATE INDEX asset_charge_voucher ON asset_charge (voucher_id) WHERE voucher_id IS NOT NULL;

-- The months of a card follow one another, none is charged twice, and never more than its worth.
-- What was taken back in red counts no more.
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

-- The voucher of charges says what they come to, on their accounts.
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

-- A voucher that comes again every so many months (周期凭证), as it is typed.
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

CREATE TRIGGER recurring_is_not_dropped BEFORE DELETE ON recurring
BEGIN
    SELECT raise(ABORT, 'recurring.final');
END;

-- A batch of birds (批次) from goslings to sale.
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

CREATE TRIGGER flock_is_final BEFORE UPDATE ON flock
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_stays BEFORE DELETE ON flock
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

-- What happened to a batch.
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

CREATE INDEX flock_move_flock ON flock_move (flock_id, made_on);

-- No more birds die, are sold or culled than live, on any day.
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
            WHERE earlier.flock_id = day.flock_id AND earlier.made_on <= day.made_on
        ) < 0;
END;

CREATE TRIGGER flock_move_is_new BEFORE INSERT ON flock_move
WHEN EXISTS (SELECT 1 FROM flock_move WHERE id = new.id)
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_move_is_final BEFORE UPDATE ON flock_move
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

CREATE TRIGGER flock_move_stays BEFORE DELETE ON flock_move
BEGIN
    SELECT raise(ABORT, 'flock.final');
END;

-- What a draft, and the voucher that becomes of it, was made of beside contributions, yields and
-- deliveries: a month of a recurring voucher, something that happened to a batch, an asset that is
-- gone, or a count of cash.
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

CREATE INDEX voucher_origin_draft ON voucher_origin (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX voucher_origin_voucher ON voucher_origin (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE INDEX voucher_origin_recurring
ON voucher_origin (recurring_id, month) WHERE recurring_id IS NOT NULL;

CREATE INDEX voucher_origin_flock_move
ON voucher_origin (flock_move_id) WHERE flock_move_id IS NOT NULL;

CREATE INDEX voucher_origin_asset ON voucher_origin (asset_id) WHERE asset_id IS NOT NULL;

CREATE INDEX voucher_origin_cash_count
ON voucher_origin (cash_count_id) WHERE cash_count_id IS NOT NULL;

-- Each makes one voucher; where that is taken back, it may make another.
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

CREATE TRIGGER voucher_origin_posted_stays BEFORE DELETE ON voucher_origin
WHEN old.voucher_id IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'voucher.posted_is_final');
END;
