//! What happens to a distribution between a draft and the books: put before the meeting, taken back
//! from it, reversed.

use domain::distribution::Scheme;
use domain::id::{CooperativeId, DistributionId};
use domain::{FiscalYear, Money};
use jiff::civil::Date;
use rusqlite::named_params;

use super::{ApprovedMember, ApprovedResult, Resolution};
use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// When a draft was put before the members' meeting, and when that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presentation {
    /// The day from which it lies open.
    pub on: Date,
    /// The day of the meeting, where it is known.
    pub meeting_on: Option<Date>,
}

/// A run of a year that was approved and does not stand any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReversedRun {
    /// Its row.
    pub id: DistributionId,
    /// Which run of the year it was.
    pub run: u32,
    /// By what it had been approved.
    pub resolution: Resolution,
    /// When it was reversed.
    pub reversed_on: Date,
    /// Why.
    pub reason: String,
    /// What it had shared out.
    pub pool: Money,
}

impl Reading<'_> {
    /// When a distribution was last put before the meeting, if it was and not taken back.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn presentation(&self, id: DistributionId) -> Result<Option<Presentation>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("events.sql"))?;
        let values = named_params! { ":distribution_id": id.number() };
        let mut events = statement.query(values)?;
        let mut last = None;
        while let Some(row) = events.next()? {
            let kind: String = row.get("kind")?;
            match kind.as_str() {
                "presented" => {
                    let (on, meeting_on) =
                        (row::day(row, "made_on")?, row::day_or_none(row, "meeting_on")?);
                    last = Some(Presentation { on, meeting_on });
                }
                "withdrawn" => last = None,
                _ => {}
            }
        }
        Ok(last)
    }

    /// The scheme of the run of a year that was reversed last; nothing where none was.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn last_reversed_scheme(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Option<Scheme>, StoreError> {
        let saved = self.run_of_year(cooperative, year, true)?;
        Ok(saved.map(|saved| saved.scheme))
    }

    /// The runs of a year that were reversed, the first run first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn reversed_runs(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Vec<ReversedRun>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("reversed.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":year": year.number(),
        };
        let runs = statement.query_and_then(values, |row| {
            Ok(ReversedRun {
                id: DistributionId::new(row.get("id")?),
                run: row.get("run")?,
                resolution: Resolution {
                    number: row.get("resolution")?,
                    on: row::day(row, "approved_on")?,
                },
                reversed_on: row::day(row, "reversed_on")?,
                reason: row.get("reason")?,
                pool: row::money(row, "pool_fen")?,
            })
        })?;
        runs.collect()
    }
}

impl Work<'_> {
    /// Puts a draft before the meeting: its facts and figures are frozen.
    ///
    /// # Errors
    /// It is no draft, the year has not ended, the parts do not add up to the pools, or the book
    /// cannot be written.
    pub fn present(
        &self,
        id: DistributionId,
        result: &ApprovedResult,
        members: &[ApprovedMember],
        presentation: Presentation,
    ) -> Result<(), StoreError> {
        self.freeze(id, result, members)?;
        self.event(id, "presented", (presentation.on, presentation.meeting_on), None)?;
        self.set_status(id, "presented")
    }

    /// Takes back what was put before the meeting: it is a draft again.
    ///
    /// # Errors
    /// It was not put before the meeting, or the book cannot be written.
    pub fn withdraw(&self, id: DistributionId, on: Date, reason: &str) -> Result<(), StoreError> {
        self.event(id, "withdrawn", (on, None), Some(reason))?;
        self.set_status(id, "draft")?;
        let values = named_params! { ":distribution_id": id.number() };
        for sql in [
            include_str!("thaw.sql"),
            include_str!("thaw_members.sql"),
            include_str!("thaw_result.sql"),
        ] {
            self.kept(self.db.prepare_cached(sql)?.execute(values))?;
        }
        Ok(())
    }

    /// Reverses what was approved; its vouchers were taken back before. The year may be run anew.
    ///
    /// # Errors
    /// It was not approved, a voucher of it stands, or the book cannot be written.
    pub fn reverse_distribution(
        &self,
        id: DistributionId,
        on: Date,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.event(id, "reversed", (on, None), Some(reason))?;
        self.changes(FinalKind::Distribution, id.number(), || self.set_status(id, "reversed"))
    }

    fn event(
        &self,
        id: DistributionId,
        kind: &str,
        (on, meeting_on): (Date, Option<Date>),
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_event.sql"))?;
        self.kept(statement.execute(named_params! {
            ":distribution_id": id.number(),
            ":kind": kind,
            ":made_on": row::day_number(on),
            ":meeting_on": meeting_on.map(row::day_number),
            ":reason": reason,
        }))?;
        self.is_final(FinalKind::DistributionEvent, self.db.last_insert_rowid())
    }

    fn set_status(&self, id: DistributionId, status: &str) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("set_status.sql"))?;
        let values = named_params! { ":id": id.number(), ":status": status };
        self.kept(statement.execute(values))?;
        Ok(())
    }
}
