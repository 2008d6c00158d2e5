//! What a check of the whole book finds, beside what the domain recomputes.

use domain::check_code::CheckCode;

use crate::chain::ChainFault;
use crate::{Reading, StoreError, schema};

/// Something in the file that the rules do not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookFault {
    /// SQLite itself finds the file damaged; its own words.
    Damaged(String),
    /// A table, index or trigger is not as this program made it: the rules that guard the book
    /// were changed. Its name.
    Schema(String),
    /// A row points to one that is not there; the name of its table.
    Dangling(String),
    /// A posted voucher does not balance: cooperative, month and number, debit and credit in fen.
    Unbalanced {
        /// The cooperative's code.
        cooperative: String,
        /// The voucher's month, word and number.
        voucher: String,
        /// Debit less credit, in fen.
        difference_fen: i64,
    },
    /// Numbers are missing: cooperative, month and word.
    NumberGap {
        /// The cooperative's code.
        cooperative: String,
        /// The month and word.
        series: String,
        /// How many numbers are missing.
        missing: i64,
    },
    /// What is kept for an account and month is not what its lines add up to.
    KeptBalance {
        /// The cooperative's code, where the account is there.
        cooperative: Option<String>,
        /// The account's code.
        account: Option<String>,
        /// The month, 0 for what it opened with.
        month: i64,
    },
    /// The chain does not bear out what the book says.
    Chain(ChainFault),
}

/// How much a check went through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CheckedCounts {
    /// Posted vouchers.
    pub vouchers: u32,
    /// Their lines.
    pub lines: u32,
    /// Distributions.
    pub distributions: u32,
}

impl Reading<'_> {
    /// Everything in the file that the rules do not allow, or that differs from the state that a
    /// check code was printed from; empty where all holds. A damaged file is searched no further.
    ///
    /// # Errors
    /// The file is so damaged that it cannot be searched.
    pub fn faults(&self, against: Option<CheckCode>) -> Result<Vec<BookFault>, StoreError> {
        let mut faults = self.damage()?;
        if !faults.is_empty() {
            return Ok(faults);
        }
        faults.extend(schema::differences(&self.db)?.into_iter().map(BookFault::Schema));
        self.db.pragma_query(None, "foreign_key_check", |row| {
            faults.push(BookFault::Dangling(row.get("table")?));
            Ok(())
        })?;
        faults.extend(self.unbalanced()?);
        faults.extend(self.number_gaps()?);
        faults.extend(self.kept_balances()?);
        faults.extend(self.chain_faults(against)?.into_iter().map(BookFault::Chain));
        Ok(faults)
    }

    /// What SQLite itself finds.
    fn damage(&self) -> Result<Vec<BookFault>, StoreError> {
        let mut faults = Vec::new();
        let searched = self.db.pragma_query(None, "integrity_check", |row| {
            let finding: String = row.get(0)?;
            if finding != "ok" {
                faults.push(BookFault::Damaged(finding));
            }
            Ok(())
        });
        match searched.map_err(StoreError::from) {
            Ok(()) => {}
            // So damaged that SQLite gave up the search: that is a finding as well.
            Err(StoreError::DamagedInside(cause)) => {
                faults.push(BookFault::Damaged(cause.to_string()));
            }
            Err(error) => return Err(error),
        }
        Ok(faults)
    }

    fn unbalanced(&self) -> Result<Vec<BookFault>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("unbalanced.sql"))?;
        let unbalanced = statement.query_map([], |row| {
            let (cooperative, voucher) = (row.get("cooperative")?, row.get("voucher")?);
            let difference_fen = row.get("difference_fen")?;
            Ok(BookFault::Unbalanced { cooperative, voucher, difference_fen })
        })?;
        Ok(unbalanced.collect::<Result<_, _>>()?)
    }

    fn number_gaps(&self) -> Result<Vec<BookFault>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("number_gaps.sql"))?;
        let gaps = statement.query_map([], |row| {
            let (cooperative, series) = (row.get("cooperative")?, row.get("series")?);
            Ok(BookFault::NumberGap { cooperative, series, missing: row.get("missing")? })
        })?;
        Ok(gaps.collect::<Result<_, _>>()?)
    }

    fn kept_balances(&self) -> Result<Vec<BookFault>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("kept.sql"))?;
        let differing = statement.query_map([], |row| {
            Ok(BookFault::KeptBalance {
                cooperative: row.get("cooperative")?,
                account: row.get("account")?,
                month: row.get("month")?,
            })
        })?;
        Ok(differing.collect::<Result<_, _>>()?)
    }

    /// How much there is to check.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn checked_counts(&self) -> Result<CheckedCounts, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("counts.sql"))?;
        Ok(statement.query_row([], |row| {
            Ok(CheckedCounts {
                vouchers: row.get("vouchers")?,
                lines: row.get("lines")?,
                distributions: row.get("distributions")?,
            })
        })?)
    }
}
