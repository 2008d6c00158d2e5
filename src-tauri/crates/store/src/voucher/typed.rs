//! What was typed in a cooperative's latest vouchers, to be offered again.

use domain::id::CooperativeId;
use jiff::civil::Date;

use crate::{Reading, StoreError, row};

/// What the five thousand latest vouchers say, each list with the most used first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The words before the number.
    pub words: Vec<String>,
    /// What vouchers and lines are for.
    pub summaries: Vec<String>,
    /// Other parties.
    pub counterparties: Vec<String>,
    /// Projects and batches.
    pub projects: Vec<String>,
    /// The day of the last voucher.
    pub last_day: Option<Date>,
}

impl Reading<'_> {
    /// What was typed before.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn typed(&self, cooperative: CooperativeId) -> Result<Typed, StoreError> {
        let texts = |sql: &'static str| -> Result<Vec<String>, StoreError> {
            let mut statement = self.db.prepare_cached(sql)?;
            let texts = statement.query_map([cooperative.number()], |row| row.get("text"))?;
            Ok(texts.collect::<Result<_, _>>()?)
        };
        let mut statement = self.db.prepare_cached(include_str!("last_day.sql"))?;
        let mut days = statement
            .query_and_then([cooperative.number()], |row| row::day_or_none(row, "dated_on"))?;
        Ok(Typed {
            words: texts(include_str!("words.sql"))?,
            summaries: texts(include_str!("summaries.sql"))?,
            counterparties: texts(include_str!("counterparties.sql"))?,
            projects: texts(include_str!("projects.sql"))?,
            last_day: days.next().transpose()?.flatten(),
        })
    }
}
