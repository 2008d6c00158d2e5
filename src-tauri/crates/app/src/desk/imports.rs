//! Imports and opening balances of the open book.

use super::Desk;
use crate::problem::Problem;
use crate::view::import::{BatchView, ImportInput, ImportPreviewView, ImportView, ImportsView};
use crate::view::opening::{OpeningRowInput, OpeningView};

impl Desk {
    /// See [`crate::Book::import_preview`].
    ///
    /// # Errors
    /// As there.
    pub fn import_preview(&self, input: &ImportInput) -> Result<ImportPreviewView, Problem> {
        self.with(|book| book.import_preview(input))
    }

    /// See [`crate::Book::import_take`].
    ///
    /// # Errors
    /// As there.
    pub fn import_take(&self, input: &ImportInput) -> Result<ImportView, Problem> {
        self.with(|book| book.import_take(input))
    }

    /// See [`crate::Book::imports`].
    ///
    /// # Errors
    /// As there.
    pub fn imports(&self) -> Result<ImportsView, Problem> {
        self.with(crate::Book::imports)
    }

    /// See [`crate::Book::undo_import`].
    ///
    /// # Errors
    /// As there.
    pub fn import_undo(&self, batch: i64) -> Result<BatchView, Problem> {
        self.with(|book| book.undo_import(batch))
    }

    /// See [`crate::Book::opening`].
    ///
    /// # Errors
    /// As there.
    pub fn opening(&self, coop: &str) -> Result<OpeningView, Problem> {
        self.with(|book| book.opening(coop))
    }

    /// See [`crate::Book::opening_save`].
    ///
    /// # Errors
    /// As there.
    pub fn opening_save(
        &self,
        coop: &str,
        rows: &[OpeningRowInput],
    ) -> Result<OpeningView, Problem> {
        self.with(|book| book.opening_save(coop, rows))
    }

    /// See [`crate::Book::opening_confirm`].
    ///
    /// # Errors
    /// As there.
    pub fn opening_confirm(&self, coop: &str) -> Result<OpeningView, Problem> {
        self.with(|book| book.opening_confirm(coop))
    }
}
