//! Statements of the bank, what of them is in the books, and the reconciliations.

use std::collections::BTreeSet;

use domain::bank::{Movement, Reconciliation};
use domain::id::{AccountId, CooperativeId, StatementId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::{Money, Month};
use jiff::civil::Date;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A line of a bank's statement about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBankLine {
    /// The day, and how much: into the account above zero.
    pub movement: Movement,
    /// What the account stood at after it.
    pub balance: Option<Money>,
    /// What the bank says of it.
    pub summary: String,
}

/// A line of a bank's statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankLine {
    /// Its place.
    pub place: BankPlace,
    /// What it says.
    pub line: NewBankLine,
    /// The group of lines that it is the same money as.
    pub group: Option<i64>,
}

/// A line of the books on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookLine {
    /// Its place.
    pub place: BookPlace,
    /// Its day, and how much: debits above zero.
    pub movement: Movement,
    /// The number of its voucher.
    pub voucher: VoucherNumber,
    /// The voucher that it takes back in red.
    pub reverses: Option<VoucherId>,
    /// What it is for.
    pub summary: String,
    /// The group of lines that it is the same money as.
    pub group: Option<i64>,
}

/// A statement of the bank that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRecord {
    /// Its row.
    pub id: StatementId,
    /// The file that it came from.
    pub file_name: String,
    /// How many lines it has.
    pub lines: u32,
    /// The day of its first line.
    pub first: Date,
    /// The day of its last line.
    pub last: Date,
    /// How many of its lines are found in the books.
    pub matched: u32,
}

/// Where a line of a bank's statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BankPlace {
    /// The statement.
    pub statement: StatementId,
    /// The line in it.
    pub line: u32,
}

/// Where a line of the books stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookPlace {
    /// The voucher.
    pub voucher: VoucherId,
    /// The line in it.
    pub line: u32,
}

/// A reconciliation that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReconciliationRecord {
    /// The account.
    pub account: AccountId,
    /// At the end of which month.
    pub month: Month,
    /// The balances and what was open.
    pub what: Reconciliation,
}

impl Reading<'_> {
    /// The lines of the bank's statements of an account up to a day, by day.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn bank_lines(
        &self,
        account: AccountId,
        through: Date,
    ) -> Result<Vec<BankLine>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("bank_lines.sql"))?;
        let values = named_params! {
            ":account_id": account.number(),
            ":last_day": row::day_number(through),
        };
        let lines = statement.query_and_then(values, |row| {
            let balance: Option<i64> = row.get("balance_fen")?;
            Ok(BankLine {
                place: BankPlace {
                    statement: StatementId::new(row.get("statement_id")?),
                    line: row.get("line")?,
                },
                line: NewBankLine {
                    movement: Movement {
                        on: row::day(row, "dated_on")?,
                        amount: row::money(row, "amount_fen")?,
                    },
                    balance: balance.map(|_| row::money(row, "balance_fen")).transpose()?,
                    summary: row.get("summary")?,
                },
                group: row.get("group_number")?,
            })
        })?;
        lines.collect()
    }

    /// The lines of the books on an account up to a day, by day; what the books opened with is none
    /// of them.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn book_lines(
        &self,
        account: AccountId,
        through: Date,
    ) -> Result<Vec<BookLine>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("book_lines.sql"))?;
        let values = named_params! {
            ":account_id": account.number(),
            ":last_day": row::day_number(through),
        };
        let lines = statement.query_and_then(values, |row| {
            let on = row::day(row, "dated_on")?;
            Ok(BookLine {
                place: BookPlace {
                    voucher: VoucherId::new(row.get("voucher_id")?),
                    line: row.get("line")?,
                },
                movement: Movement { on, amount: row::money(row, "amount_fen")? },
                voucher: VoucherNumber {
                    month: Month::of(on),
                    word: row.get("word")?,
                    number: row.get("number")?,
                },
                reverses: row.get::<_, Option<i64>>("reverses_id")?.map(VoucherId::new),
                summary: row.get("summary")?,
                group: row.get("group_number")?,
            })
        })?;
        lines.collect()
    }

    /// The bank's statements of an account, in the order in which they were taken.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn bank_statements(&self, account: AccountId) -> Result<Vec<StatementRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("statements.sql"))?;
        let taken = statement.query_and_then([account.number()], |row| {
            Ok(StatementRecord {
                id: StatementId::new(row.get("id")?),
                file_name: row.get("file_name")?,
                lines: row.get("lines")?,
                first: row::day(row, "first_day")?,
                last: row::day(row, "last_day")?,
                matched: row.get("matched")?,
            })
        })?;
        taken.collect()
    }

    /// How many statements of an account were voided.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn voided_statements(&self, account: AccountId) -> Result<u32, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("voided.sql"))?;
        Ok(statement.query_row([account.number()], |row| row.get("statements"))?)
    }

    /// Whether a file was taken for an account before.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn has_statement(&self, account: AccountId, hash: &str) -> Result<bool, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("has_statement.sql"))?;
        let values = named_params! { ":account_id": account.number(), ":file_hash": hash };
        Ok(statement.exists(values)?)
    }

    /// The latest reconciliation of each account of a cooperative and month.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn reconciliations(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<ReconciliationRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("reconciliations.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let made = statement.query_and_then(values, |row| {
            Ok(ReconciliationRecord {
                account: AccountId::new(row.get("account_id")?),
                month: row::month(row, "month")?,
                what: Reconciliation {
                    bank: row::money(row, "bank_fen")?,
                    book: row::money(row, "book_fen")?,
                    book_in: row::money(row, "book_in_fen")?,
                    book_out: row::money(row, "book_out_fen")?,
                    bank_in: row::money(row, "bank_in_fen")?,
                    bank_out: row::money(row, "bank_out_fen")?,
                },
            })
        })?;
        made.collect()
    }
}

impl Work<'_> {
    /// Keeps a statement of the bank.
    ///
    /// # Errors
    /// The same file was taken for the account before, or the book cannot be written.
    pub fn add_statement(
        &self,
        (cooperative, account): (CooperativeId, AccountId),
        (file_name, hash): (&str, &str),
        lines: &[NewBankLine],
    ) -> Result<StatementId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_statement.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":account_id": account.number(),
            ":file_name": file_name,
            ":file_hash": hash,
        }))?;
        let id = self.db.last_insert_rowid();
        let mut add = self.db.prepare_cached(include_str!("add_line.sql"))?;
        for (number, line) in (1_u32..).zip(lines) {
            self.kept(add.execute(named_params! {
                ":statement_id": id,
                ":line": number,
                ":dated_on": row::day_number(line.movement.on),
                ":amount_fen": line.movement.amount.fen(),
                ":balance_fen": line.balance.map(Money::fen),
                ":summary": line.summary,
            }))?;
        }
        self.is_final(FinalKind::BankStatement, id)?;
        Ok(StatementId::new(id))
    }

    /// Says that these lines are the same money.
    ///
    /// # Errors
    /// One of them is said to be other money already, or the book cannot be written.
    pub fn match_lines(
        &self,
        account: AccountId,
        bank: &BTreeSet<BankPlace>,
        book: &BTreeSet<BookPlace>,
    ) -> Result<(), StoreError> {
        let mut next = self.db.prepare_cached(include_str!("next_group.sql"))?;
        let group: i64 = next.query_row([account.number()], |row| row.get("group_number"))?;
        let mut add = self.db.prepare_cached(include_str!("match.sql"))?;
        let mut keep = |bank: Option<&BankPlace>, book: Option<&BookPlace>| {
            self.kept(add.execute(named_params! {
                ":account_id": account.number(),
                ":group_number": group,
                ":statement_id": bank.map(|place| place.statement.number()),
                ":bank_line": bank.map(|place| place.line),
                ":voucher_id": book.map(|place| place.voucher.number()),
                ":voucher_line": book.map(|place| place.line),
            }))
        };
        bank.iter().try_for_each(|place| keep(Some(place), None).map(drop))?;
        book.iter().try_for_each(|place| keep(None, Some(place)).map(drop))
    }

    /// Takes a group of lines apart again.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn unmatch(&self, account: AccountId, group: i64) -> Result<usize, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("unmatch.sql"))?;
        let values = named_params! { ":account_id": account.number(), ":group_number": group };
        self.kept(statement.execute(values))
    }

    /// Keeps a reconciliation.
    ///
    /// # Errors
    /// It does not add up, or the book cannot be written.
    pub fn add_reconciliation(&self, made: &ReconciliationRecord) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_reconciliation.sql"))?;
        self.kept(statement.execute(named_params! {
            ":account_id": made.account.number(),
            ":month": made.month.number(),
            ":bank_fen": made.what.bank.fen(),
            ":book_fen": made.what.book.fen(),
            ":book_in_fen": made.what.book_in.fen(),
            ":book_out_fen": made.what.book_out.fen(),
            ":bank_in_fen": made.what.bank_in.fen(),
            ":bank_out_fen": made.what.bank_out.fen(),
        }))?;
        self.is_final(FinalKind::BankReconciliation, self.db.last_insert_rowid())
    }
}
