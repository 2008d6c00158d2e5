//! What vouchers are made of: contributions, what was produced, what was handed in. Each makes one
//! voucher; where that is taken back, it may make another.

use domain::id::{CooperativeId, DraftId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::yields::{Delivery, Yield};
use domain::{Money, Term};
use jiff::civil::{Date, date};
use rusqlite::{Row, named_params};

use crate::{Reading, StoreError, Work, row};

/// A kind of what a voucher can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A contribution or withdrawal.
    Contribution,
    /// Something produced.
    Yield,
    /// Something handed in.
    Delivery,
}

/// The row of something that a voucher can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SourceId {
    /// In which register.
    pub kind: SourceKind,
    /// The row there.
    pub number: i64,
}

/// Something that a voucher can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecord {
    /// Its row.
    pub id: SourceId,
    /// The day.
    pub on: Date,
    /// What it says.
    pub fact: SourceFact,
    /// The voucher that was made of it and stands.
    pub voucher: Option<VoucherNumber>,
    /// The draft that was made of it.
    pub draft: Option<DraftId>,
}

/// What something that a voucher can be made of says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFact {
    /// A contribution; below zero a withdrawal.
    Contribution {
        /// The member's code.
        member: String,
        /// The member's name.
        name: String,
        /// How much.
        amount: Money,
        /// In what form.
        form: Option<String>,
    },
    /// Something produced.
    Yield(Yield),
    /// Something handed in.
    Delivery {
        /// The member's code.
        member: String,
        /// The member's name.
        name: String,
        /// What was handed in.
        delivery: Delivery,
    },
}

impl Reading<'_> {
    /// What vouchers of a cooperative can be made of in a term: what made none first, the latest
    /// first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn sources(
        &self,
        cooperative: CooperativeId,
        kind: SourceKind,
        term: Term,
    ) -> Result<Vec<SourceRecord>, StoreError> {
        self.sources_of(cooperative, kind, term, None)
    }

    /// One of them; nothing where the cooperative has none of this row.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn source(
        &self,
        cooperative: CooperativeId,
        id: SourceId,
    ) -> Result<Option<SourceRecord>, StoreError> {
        let always = Term { first: date(1, 1, 1), last: date(9999, 12, 31) };
        Ok(self.sources_of(cooperative, id.kind, always, Some(id.number))?.pop())
    }

    fn sources_of(
        &self,
        cooperative: CooperativeId,
        kind: SourceKind,
        term: Term,
        only: Option<i64>,
    ) -> Result<Vec<SourceRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(match kind {
            SourceKind::Contribution => include_str!("contribution.sql"),
            SourceKind::Yield => include_str!("yield.sql"),
            SourceKind::Delivery => include_str!("delivery.sql"),
        })?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
            ":id": only,
        };
        let records = statement.query_and_then(values, |row| record(kind, row))?;
        records.collect()
    }

    /// What a draft was made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn sources_of_draft(&self, draft: DraftId) -> Result<Vec<SourceId>, StoreError> {
        self.linked(include_str!("of_draft.sql"), draft.number())
    }

    /// What a posted voucher was made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn sources_of_voucher(&self, voucher: VoucherId) -> Result<Vec<SourceId>, StoreError> {
        self.linked(include_str!("of_voucher.sql"), voucher.number())
    }

    fn linked(&self, sql: &'static str, owner: i64) -> Result<Vec<SourceId>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let found = statement.query_and_then([owner], |row| {
            for (kind, column) in [
                (SourceKind::Contribution, "contribution_id"),
                (SourceKind::Yield, "yield_id"),
                (SourceKind::Delivery, "delivery_id"),
            ] {
                if let Some(number) = row.get(column)? {
                    return Ok(SourceId { kind, number });
                }
            }
            Err(row::bad("voucher_source", "NULL"))
        })?;
        found.collect()
    }
}

fn record(kind: SourceKind, row: &Row<'_>) -> Result<SourceRecord, StoreError> {
    let on = row::day(row, "made_on")?;
    let fact = match kind {
        SourceKind::Contribution => SourceFact::Contribution {
            member: row.get("member")?,
            name: row.get("member_name")?,
            amount: row::money(row, "amount_fen")?,
            form: row.get("form")?,
        },
        SourceKind::Yield => SourceFact::Yield(Yield {
            on,
            product: row.get("product")?,
            quantity: row::quantity(row, "quantity_millionths")?,
            unit: row.get("unit")?,
            batch: row.get("batch")?,
            note: row.get("note")?,
        }),
        SourceKind::Delivery => SourceFact::Delivery {
            member: row.get("member")?,
            name: row.get("member_name")?,
            delivery: Delivery {
                on,
                product: row.get("product")?,
                quantity: row::quantity(row, "quantity_millionths")?,
                unit: row.get("unit")?,
                amount: row::money(row, "amount_fen")?,
            },
        },
    };
    let voucher = row::voucher_or_none(row)?;
    Ok(SourceRecord {
        id: SourceId { kind, number: row.get("id")? },
        on,
        fact,
        voucher,
        draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
    })
}

impl Work<'_> {
    /// Says that a draft is made of something.
    ///
    /// # Errors
    /// Another draft or voucher is made of it, it is another cooperative's, or the book cannot be
    /// written.
    pub fn add_source(&self, draft: DraftId, source: SourceId) -> Result<(), StoreError> {
        let of = |kind| (source.kind == kind).then_some(source.number);
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":draft_id": draft.number(),
            ":contribution_id": of(SourceKind::Contribution),
            ":yield_id": of(SourceKind::Yield),
            ":delivery_id": of(SourceKind::Delivery),
        }))?;
        Ok(())
    }

    /// Gives what a voucher was made of to the draft that puts it right, once it is taken back.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn hand_on_sources(&self, voucher: VoucherId) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("hand_on.sql"))?;
        self.kept(statement.execute([voucher.number()]))?;
        Ok(())
    }
}
