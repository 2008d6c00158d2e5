//! The chart of accounts of the open book.

use super::Desk;
use crate::problem::Problem;
use crate::view::account::{AccountRow, ChartView};

impl Desk {
    /// See [`Book::chart`](crate::Book::chart).
    ///
    /// # Errors
    /// As there.
    pub fn chart(&self, coop: &str) -> Result<ChartView, Problem> {
        self.with(|book| book.chart(coop))
    }

    /// See [`Book::add_account`](crate::Book::add_account).
    ///
    /// # Errors
    /// As there.
    pub fn add_account(
        &self,
        coop: &str,
        parent: &str,
        name: &str,
        code: Option<&str>,
    ) -> Result<AccountRow, Problem> {
        self.with(|book| book.add_account(coop, parent, name, code))
    }

    /// See [`Book::switch_account`](crate::Book::switch_account).
    ///
    /// # Errors
    /// As there.
    pub fn switch_account(
        &self,
        coop: &str,
        account: &str,
        active: bool,
    ) -> Result<AccountRow, Problem> {
        self.with(|book| book.switch_account(coop, account, active))
    }
}
