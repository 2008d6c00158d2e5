//! Ledgers of the open book.

use std::path::Path;

use super::Desk;
use crate::problem::Problem;
use crate::view::ledger::{LedgerChoices, LedgerKind, LedgerQuery, SavedView, SheetView};

impl Desk {
    /// See [`Book::ledger`](crate::Book::ledger).
    ///
    /// # Errors
    /// As there.
    pub fn ledger(
        &self,
        coop: &str,
        kind: LedgerKind,
        query: &LedgerQuery,
    ) -> Result<SheetView, Problem> {
        self.with(|book| book.ledger(coop, kind, query))
    }

    /// See [`Book::ledger_choices`](crate::Book::ledger_choices).
    ///
    /// # Errors
    /// As there.
    pub fn ledger_choices(&self, coop: &str) -> Result<LedgerChoices, Problem> {
        self.with(|book| book.ledger_choices(coop))
    }

    /// See [`Book::ledger_save`](crate::Book::ledger_save).
    ///
    /// # Errors
    /// As there.
    pub fn ledger_save(
        &self,
        coop: &str,
        kind: LedgerKind,
        query: &LedgerQuery,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        self.with(|book| book.ledger_save(coop, kind, query, path))
    }
}
