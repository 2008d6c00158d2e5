//! Months closed and reopened: nothing is posted in a closed one.

use std::collections::BTreeSet;

use domain::Month;
use domain::id::CooperativeId;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

impl Reading<'_> {
    /// The months of a cooperative that are closed.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn closed_months(&self, cooperative: CooperativeId) -> Result<BTreeSet<Month>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("closed.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let months = statement.query_and_then(values, |row| row::month(row, "month"))?;
        months.collect()
    }
}

impl Reading<'_> {
    /// How many vouchers are posted in a month; the one that the books open with is none of them.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn vouchers_in_month(
        &self,
        cooperative: CooperativeId,
        month: Month,
    ) -> Result<u32, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("vouchers.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":month": month.number(),
        };
        Ok(statement.query_row(values, |row| row.get("vouchers"))?)
    }
}

impl Work<'_> {
    /// Closes a month.
    ///
    /// # Errors
    /// It is closed already, lies before the books begin, or the book cannot be written.
    pub fn close_month(&self, cooperative: CooperativeId, month: Month) -> Result<(), StoreError> {
        self.change_month(cooperative, month, None)
    }

    /// Reopens a month, and keeps why.
    ///
    /// # Errors
    /// It is open, or the book cannot be written.
    pub fn reopen_month(
        &self,
        cooperative: CooperativeId,
        month: Month,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.change_month(cooperative, month, Some(reason))
    }

    fn change_month(
        &self,
        cooperative: CooperativeId,
        month: Month,
        reopened_for: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("change.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":month": month.number(),
            ":closed": reopened_for.is_none(),
            ":reason": reopened_for,
        }))?;
        self.is_final(FinalKind::MonthChange, self.db.last_insert_rowid())
    }
}
