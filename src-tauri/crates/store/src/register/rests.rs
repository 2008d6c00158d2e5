//! What stands in the way of taking an import back, with the figures.

use domain::id::BatchId;
use domain::voucher::VoucherNumber;
use domain::{Money, Month};
use jiff::civil::Date;
use rusqlite::{OptionalExtension, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, row};

/// A closed month that rests on what an import brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedMonth {
    /// The cooperative's code.
    pub cooperative: String,
    /// The month.
    pub month: Month,
}

/// A voucher whose number follows those of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterVoucher {
    /// The cooperative's code.
    pub cooperative: String,
    /// The first number that follows.
    pub number: VoucherNumber,
    /// The import that brought it, where one did.
    pub batch: Option<BatchId>,
}

/// Records of one kind that point to what an import brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    /// What they are.
    pub kind: RestingKind,
    /// The import that brought them; nothing where they were entered one by one.
    pub batch: Option<BatchId>,
    /// How many.
    pub found: u32,
    /// One of them, as people name it.
    pub example: String,
}

/// A withdrawal that the contributions of an import are needed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The cooperative's code.
    pub cooperative: String,
    /// The member's code.
    pub member: String,
    /// When it was taken out.
    pub made_on: Date,
    /// How much; below zero.
    pub amount: Money,
    /// The import that brought it, where one did.
    pub batch: Option<BatchId>,
}

/// What can point to what an import brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestingKind {
    /// Anything that is final.
    Final(FinalKind),
    /// A draft of a voucher, or of the opening balances.
    Draft,
    /// A template.
    Template,
}

impl RestingKind {
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "draft" => Some(RestingKind::Draft),
            "template" => Some(RestingKind::Template),
            "month" => Some(RestingKind::Final(FinalKind::MonthChange)),
            word => FinalKind::all().find(|kind| kind.table() == word).map(RestingKind::Final),
        }
    }
}

impl Reading<'_> {
    /// The latest closed month that has vouchers of an import, or opened with it.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn closed_on(&self, batch: BatchId) -> Result<Option<ClosedMonth>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("rests/closed.sql"))?;
        let values = named_params! { ":batch_id": batch.number() };
        let mut closed = statement.query_and_then(values, |row| -> Result<_, StoreError> {
            let cooperative = row.get("cooperative")?;
            Ok(ClosedMonth { cooperative, month: row::month(row, "month")? })
        })?;
        closed.next().transpose()
    }

    /// The first voucher whose number follows those of an import.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn later_than(&self, batch: BatchId) -> Result<Option<LaterVoucher>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("rests/later.sql"))?;
        let values = named_params! { ":batch_id": batch.number() };
        let mut later = statement.query_and_then(values, |row| -> Result<_, StoreError> {
            let (word, number) = (row.get("word")?, row.get("number")?);
            Ok(LaterVoucher {
                cooperative: row.get("cooperative")?,
                number: VoucherNumber { month: row::month(row, "month")?, word, number },
                batch: row.get::<_, Option<i64>>("import_batch_id")?.map(BatchId::new),
            })
        })?;
        later.next().transpose()
    }

    /// Cooperative, year and resolution of an approved distribution that was worked out from what
    /// an import brought.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn approved_on(&self, batch: BatchId) -> Result<Option<(String, i16, String)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("rests/approved.sql"))?;
        let values = named_params! { ":batch_id": batch.number() };
        let found = statement.query_row(values, |row| {
            Ok((row.get("cooperative")?, row.get("year")?, row.get("resolution")?))
        });
        Ok(found.optional()?)
    }

    /// The first withdrawal for which the money would not be there without an import.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn withdrawn_from(&self, batch: BatchId) -> Result<Option<Withdrawal>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("rests/withdrawn.sql"))?;
        let values = named_params! { ":batch_id": batch.number() };
        let mut found = statement.query_and_then(values, |row| -> Result<_, StoreError> {
            Ok(Withdrawal {
                cooperative: row.get("cooperative")?,
                member: row.get("member")?,
                made_on: row::day(row, "made_on")?,
                amount: row::money(row, "amount_fen")?,
                batch: row.get::<_, Option<i64>>("import_batch_id")?.map(BatchId::new),
            })
        })?;
        found.next().transpose()
    }

    /// What else points to what an import brought: what later imports brought first, the latest
    /// one at the head.
    ///
    /// # Errors
    /// The book is damaged, or there is no such import.
    pub fn rests_on(&self, batch: BatchId) -> Result<Vec<Resting>, StoreError> {
        let (first, last) = self.brought_between(batch)?;
        let mut statement = self.db.prepare_cached(include_str!("rests/rests.sql"))?;
        let values = named_params! { ":batch_id": batch.number(), ":first": first, ":last": last };
        let resting = statement.query_and_then(values, |row| -> Result<_, StoreError> {
            Ok(Resting {
                kind: row::word(row, "kind", RestingKind::of_word)?,
                batch: row.get::<_, Option<i64>>("batch_id")?.map(BatchId::new),
                found: row.get("found")?,
                example: row.get("example")?,
            })
        })?;
        resting.collect()
    }
}
