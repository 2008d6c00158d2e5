//! Vouchers that come again every so many months.

use domain::Month;
use domain::id::{CooperativeId, RecurringId};
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A recurring voucher as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringRecord {
    /// Its row.
    pub id: RecurringId,
    /// What it says.
    pub what: NewRecurring,
    /// The months for which a draft or a voucher that stands was made.
    pub made: Vec<Month>,
}

/// A recurring voucher about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecurring {
    /// Its name, one for each cooperative.
    pub name: String,
    /// What is typed each time, as JSON.
    pub entry: String,
    /// The first month.
    pub first: Month,
    /// The last one, where it ends.
    pub last: Option<Month>,
    /// Every so many months.
    pub every: u32,
    /// On which day; the last one of shorter months.
    pub on_day: u32,
}

impl NewRecurring {
    /// Whether it comes in a month.
    #[must_use]
    pub fn comes_in(&self, month: Month) -> bool {
        let count = |month: Month| month.number() / 100 * 12 + month.number() % 100;
        month >= self.first
            && self.last.is_none_or(|last| month <= last)
            && (count(month) - count(self.first)) % i64::from(self.every.max(1)) == 0
    }
}

impl Reading<'_> {
    /// The recurring vouchers of a cooperative, by name.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn recurring(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<RecurringRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let mut made = self.db.prepare_cached(include_str!("made.sql"))?;
        let found = statement.query_and_then(values, |row| {
            let id = RecurringId::new(row.get("id")?);
            let months = made.query_and_then([id.number()], |row| row::month(row, "month"))?;
            let last: Option<i64> = row.get("last_month")?;
            Ok(RecurringRecord {
                id,
                what: NewRecurring {
                    name: row.get("name")?,
                    entry: row.get("entry")?,
                    first: row::month(row, "first_month")?,
                    last: last.map(|_| row::month(row, "last_month")).transpose()?,
                    every: row.get("every_months")?,
                    on_day: row.get("on_day")?,
                },
                made: months.collect::<Result<_, StoreError>>()?,
            })
        })?;
        found.collect()
    }
}

impl Work<'_> {
    /// Keeps a recurring voucher.
    ///
    /// # Errors
    /// The name is taken, or the book cannot be written.
    pub fn add_recurring(
        &self,
        cooperative: CooperativeId,
        new: &NewRecurring,
    ) -> Result<RecurringId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":name": new.name,
            ":entry": new.entry,
            ":first_month": new.first.number(),
            ":last_month": new.last.map(Month::number),
            ":every_months": new.every,
            ":on_day": new.on_day,
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Recurring, id)?;
        Ok(RecurringId::new(id))
    }

    /// A recurring voucher comes for the last time in this month.
    ///
    /// # Errors
    /// The month lies before its first, or the book cannot be written.
    pub fn end_recurring(&self, id: RecurringId, last: Month) -> Result<(), StoreError> {
        self.changes(FinalKind::Recurring, id.number(), || {
            let mut statement = self.db.prepare_cached(include_str!("end.sql"))?;
            let values = named_params! { ":id": id.number(), ":last_month": last.number() };
            self.kept(statement.execute(values))?;
            Ok(())
        })
    }
}
