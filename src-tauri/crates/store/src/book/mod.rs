//! The book itself: its name, and how much it holds.

use jiff::civil::Date;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, VERSION, Work, row};

/// How much a book holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCounts {
    /// Whom it is kept for.
    pub name: String,
    /// Townships.
    pub townships: u32,
    /// Villages.
    pub villages: u32,
    /// Cooperatives.
    pub cooperatives: u32,
    /// Members of all cooperatives.
    pub members: u32,
    /// Posted vouchers.
    pub vouchers: u32,
    /// The day of the last posted voucher.
    pub last_voucher: Option<Date>,
}

impl Reading<'_> {
    /// Counts what the book holds.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn counts(&self) -> Result<BookCounts, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("counts.sql"))?;
        let mut rows = statement.query_and_then([], |row| {
            Ok::<_, StoreError>(BookCounts {
                name: row.get("name")?,
                townships: row.get("townships")?,
                villages: row.get("villages")?,
                cooperatives: row.get("cooperatives")?,
                members: row.get("members")?,
                vouchers: row.get("vouchers")?,
                last_voucher: row::day_or_none(row, "last_voucher")?,
            })
        })?;
        rows.next().unwrap_or(Err(rusqlite::Error::QueryReturnedNoRows.into()))
    }

    /// The years that have posted vouchers or village incomes, earliest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn years(&self) -> Result<Vec<i16>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("years.sql"))?;
        let years = statement.query_map([], |row| row.get("year"))?;
        Ok(years.collect::<Result<_, _>>()?)
    }

    /// Whether a voucher is reviewed by another person before it is posted.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn reviewed_by_another(&self) -> Result<bool, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("is_reviewed.sql"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}

impl Work<'_> {
    /// From now on a voucher is, or is not, reviewed by another person before it is posted.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn review_by_another(&self, on: bool) -> Result<(), StoreError> {
        self.changes(FinalKind::Book, 1, || {
            let mut statement = self.db.prepare_cached(include_str!("review.sql"))?;
            self.kept(statement.execute([on]))?;
            Ok(())
        })
    }

    /// The first two entries of a new book's chain: its name, and what made it.
    pub(crate) fn begin_book(&self, name: &str) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("name.sql"))?;
        self.kept(statement.execute(named_params! { ":name": name }))?;
        self.is_final(FinalKind::Book, 1)?;
        self.note_version()
    }

    /// Notes that this program brought the book to its version.
    pub(crate) fn note_version(&self) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("version.sql"))?;
        let values = named_params! { ":id": VERSION, ":program": env!("CARGO_PKG_VERSION") };
        self.kept(statement.execute(values))?;
        self.is_final(FinalKind::SchemaVersion, i64::from(VERSION))
    }
}
