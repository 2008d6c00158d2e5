//! Closing, statements and copies of the open book.

use std::path::Path;

use super::Desk;
use crate::backup;
use crate::problem::Problem;
use crate::view::book::{BackupFile, BackupView, BackupsView, LogView, RestoreView};
use crate::view::books::MonthView;
use crate::view::closing::{ClosingView, MonthCheckView, PostingView, YearCloseInput, YearView};
use crate::view::ledger::SavedView;
use crate::view::statement::{StatementChoices, StatementKind, StatementQuery, StatementView};

impl Desk {
    /// See [`Book::closing`](crate::Book::closing).
    ///
    /// # Errors
    /// As there.
    pub fn closing(&self, coop: &str, year: Option<i64>) -> Result<ClosingView, Problem> {
        self.with(|book| book.closing(coop, year))
    }

    /// See [`Book::check_month`](crate::Book::check_month).
    ///
    /// # Errors
    /// As there.
    pub fn check_month(&self, coop: &str, month: &str) -> Result<MonthCheckView, Problem> {
        self.with(|book| book.check_month(coop, month))
    }

    /// See [`Book::close_month`](crate::Book::close_month); a copy of the book is made then.
    ///
    /// # Errors
    /// As there.
    pub fn close_month(&self, coop: &str, month: &str) -> Result<MonthView, Problem> {
        let folder = self.home.backups_dir.clone();
        self.with(|book| {
            let mut view = book.close_month(coop, month)?;
            view.backup = Some(book.back_up_after(Some(&folder)));
            Ok(view)
        })
    }

    /// See [`Book::reopen_month`](crate::Book::reopen_month).
    ///
    /// # Errors
    /// As there.
    pub fn reopen_month(
        &self,
        coop: &str,
        month: &str,
        reason: &str,
    ) -> Result<MonthView, Problem> {
        self.with(|book| book.reopen_month(coop, month, reason))
    }

    /// See [`Book::check_year`](crate::Book::check_year).
    ///
    /// # Errors
    /// As there.
    pub fn check_year(
        &self,
        coop: &str,
        year: i64,
        input: &YearCloseInput,
    ) -> Result<YearView, Problem> {
        self.with(|book| book.check_year(coop, year, input))
    }

    /// See [`Book::close_year`](crate::Book::close_year); a copy of the book is made then.
    ///
    /// # Errors
    /// As there.
    pub fn close_year(
        &self,
        coop: &str,
        year: i64,
        input: &YearCloseInput,
    ) -> Result<YearView, Problem> {
        let folder = self.home.backups_dir.clone();
        self.with(|book| {
            let view = book.close_year(coop, year, input)?;
            // The close stands without a copy; the next one is due then.
            let _said = book.back_up_after(Some(&folder));
            Ok(view)
        })
    }

    /// See [`Book::waive_distribution`](crate::Book::waive_distribution).
    ///
    /// # Errors
    /// As there.
    pub fn waive_distribution(
        &self,
        coop: &str,
        year: i64,
        reason: &str,
    ) -> Result<YearView, Problem> {
        self.with(|book| book.waive_distribution(coop, year, reason))
    }

    /// See [`Book::reopen_year`](crate::Book::reopen_year).
    ///
    /// # Errors
    /// As there.
    pub fn reopen_year(&self, coop: &str, year: i64, reason: &str) -> Result<YearView, Problem> {
        self.with(|book| book.reopen_year(coop, year, reason))
    }

    /// See [`Book::check_posting`](crate::Book::check_posting).
    ///
    /// # Errors
    /// As there.
    pub fn check_posting(
        &self,
        coop: &str,
        year: i64,
        on: Option<&str>,
    ) -> Result<PostingView, Problem> {
        self.with(|book| book.check_posting(coop, year, on))
    }

    /// See [`Book::post_distribution`](crate::Book::post_distribution).
    ///
    /// # Errors
    /// As there.
    pub fn post_distribution(
        &self,
        coop: &str,
        year: i64,
        on: Option<&str>,
    ) -> Result<PostingView, Problem> {
        self.with(|book| book.post_distribution(coop, year, on))
    }

    /// See [`Book::statement`](crate::Book::statement).
    ///
    /// # Errors
    /// As there.
    pub fn statement(
        &self,
        coop: &str,
        kind: StatementKind,
        query: &StatementQuery,
    ) -> Result<StatementView, Problem> {
        self.with(|book| book.statement(coop, kind, query))
    }

    /// See [`Book::statement_choices`](crate::Book::statement_choices).
    ///
    /// # Errors
    /// As there.
    pub fn statement_choices(&self, coop: &str) -> Result<StatementChoices, Problem> {
        self.with(|book| book.statement_choices(coop))
    }

    /// See [`Book::statement_save`](crate::Book::statement_save).
    ///
    /// # Errors
    /// As there.
    pub fn statement_save(
        &self,
        coop: &str,
        kind: StatementKind,
        query: &StatementQuery,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        self.with(|book| book.statement_save(coop, kind, query, path))
    }

    /// See [`Book::back_up`](crate::Book::back_up).
    ///
    /// # Errors
    /// As there.
    pub fn back_up(&self, folder: &Path) -> Result<BackupView, Problem> {
        self.with(|book| book.back_up(folder))
    }

    /// See [`Book::backups`](crate::Book::backups).
    ///
    /// # Errors
    /// As there.
    pub fn backups(&self) -> Result<BackupsView, Problem> {
        self.with(|book| book.backups())
    }

    /// The copies that the program made by itself, the latest first; none before the first.
    ///
    /// # Errors
    /// Their folder cannot be read.
    pub fn own_backups(&self) -> Result<Vec<BackupFile>, Problem> {
        let folder = &self.home.backups_dir;
        if folder.is_dir() { backup::backups_in(folder) } else { Ok(Vec::new()) }
    }

    /// Goes back to a copy, into a new file.
    ///
    /// # Errors
    /// As [`backup::restore`].
    pub fn restore(&self, from: &Path, file: &Path) -> Result<RestoreView, Problem> {
        backup::restore(from, file)
    }

    /// See [`Book::log`](crate::Book::log).
    ///
    /// # Errors
    /// As there.
    pub fn log(&self, before: Option<i64>, most: u32) -> Result<LogView, Problem> {
        self.with(|book| book.log(before, most))
    }
}
