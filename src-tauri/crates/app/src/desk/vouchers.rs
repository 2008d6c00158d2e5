//! Vouchers on the desk: typed, reviewed, posted, looked at; and who works at this window.

use std::path::{Path, PathBuf};

use super::Desk;
use crate::book::Book;
use crate::growing;
use crate::problem::Problem;
use crate::view::draft::{
    CorrectedView, DiscardedView, DraftView, EntryView, OpenedView, OperatorView, ReversedView,
    ReviewView, SourceKind, SourcesView, TemplateView, VouchersAsked, VouchersView,
};
use crate::view::paper::VouchersPrintedView;
use crate::view::voucher::{VoucherInput, VoucherView};
use crate::voucher::Printed;

/// Who works at this window is kept beside the recent books, not in one of them.
impl Desk {
    fn operator_file(&self) -> PathBuf {
        self.home.config_dir.join("operator.txt")
    }

    /// Says to a book who works at this window, where somebody said.
    pub(super) fn seat(&self, book: &mut Book) -> Result<(), Problem> {
        let name = std::fs::read_to_string(self.operator_file()).unwrap_or_default();
        if name.trim().is_empty() { Ok(()) } else { book.act_as(&name) }
    }

    /// From now on this person works at this window.
    ///
    /// # Errors
    /// No book is open, or a name that is empty.
    pub fn operator_set(&self, name: &str) -> Result<OperatorView, Problem> {
        self.with(|book| book.act_as(name))?;
        let operator = name.trim().to_owned();
        // As the recent books, a convenience: where it cannot be written it holds until the end.
        drop(std::fs::create_dir_all(&self.home.config_dir));
        drop(growing::replace(&self.operator_file(), operator.as_bytes()));
        Ok(OperatorView { operator })
    }
}

/// The use cases of the open book; each refuses where none is open.
impl Desk {
    /// See [`Book::set_review`].
    ///
    /// # Errors
    /// As there.
    pub fn review_set(&self, on: bool) -> Result<ReviewView, Problem> {
        self.with(|book| book.set_review(on))
    }

    /// See [`Book::vouchers`].
    ///
    /// # Errors
    /// As there.
    pub fn vouchers(
        &self,
        coop: &str,
        year: i64,
        asked: &VouchersAsked,
    ) -> Result<VouchersView, Problem> {
        self.with(|book| book.vouchers(coop, year, asked))
    }

    /// See [`Book::voucher`].
    ///
    /// # Errors
    /// As there.
    pub fn voucher(&self, coop: &str, number: &str) -> Result<VoucherView, Problem> {
        self.with(|book| book.voucher(coop, number))
    }

    /// See [`Book::reverse_voucher`].
    ///
    /// # Errors
    /// As there.
    pub fn voucher_reverse(
        &self,
        coop: &str,
        number: &str,
        on: &str,
        reason: &str,
    ) -> Result<ReversedView, Problem> {
        self.with(|book| book.reverse_voucher(coop, number, on, reason))
    }

    /// See [`Book::correct_voucher`].
    ///
    /// # Errors
    /// As there.
    pub fn voucher_correct(
        &self,
        coop: &str,
        number: &str,
        on: &str,
        reason: &str,
    ) -> Result<CorrectedView, Problem> {
        self.with(|book| book.correct_voucher(coop, number, on, reason))
    }

    /// See [`Book::voucher_entry`].
    ///
    /// # Errors
    /// As there.
    pub fn voucher_entry(&self, coop: &str) -> Result<EntryView, Problem> {
        self.with(|book| book.voucher_entry(coop))
    }

    /// See [`Book::save_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft_save(
        &self,
        coop: &str,
        id: Option<i64>,
        entry: &VoucherInput,
    ) -> Result<DraftView, Problem> {
        self.with(|book| book.save_draft(coop, id, entry))
    }

    /// See [`Book::draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft(&self, id: i64) -> Result<DraftView, Problem> {
        self.with(|book| book.draft(id))
    }

    /// See [`Book::discard_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft_discard(&self, id: i64) -> Result<DiscardedView, Problem> {
        self.with(|book| book.discard_draft(id))
    }

    /// See [`Book::review_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft_review(&self, id: i64) -> Result<DraftView, Problem> {
        self.with(|book| book.review_draft(id))
    }

    /// See [`Book::unreview_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft_unreview(&self, id: i64) -> Result<DraftView, Problem> {
        self.with(|book| book.unreview_draft(id))
    }

    /// See [`Book::post_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn draft_post(&self, id: i64) -> Result<VoucherView, Problem> {
        self.with(|book| book.post_draft(id))
    }

    /// See [`Book::save_template`].
    ///
    /// # Errors
    /// As there.
    pub fn template_save(
        &self,
        coop: &str,
        name: &str,
        entry: &VoucherInput,
    ) -> Result<Vec<TemplateView>, Problem> {
        self.with(|book| book.save_template(coop, name, entry))
    }

    /// See [`Book::drop_template`].
    ///
    /// # Errors
    /// As there.
    pub fn template_drop(&self, id: i64) -> Result<Vec<TemplateView>, Problem> {
        self.with(|book| book.drop_template(id))
    }

    /// See [`Book::add_attachment`].
    ///
    /// # Errors
    /// As there.
    pub fn attachment_add(&self, draft: i64, path: &Path) -> Result<DraftView, Problem> {
        self.with(|book| book.add_attachment(draft, path))
    }

    /// See [`Book::drop_attachment`].
    ///
    /// # Errors
    /// As there.
    pub fn attachment_drop(&self, id: i64) -> Result<DraftView, Problem> {
        self.with(|book| book.drop_attachment(id))
    }

    /// See [`Book::save_attachment`].
    ///
    /// # Errors
    /// As there.
    pub fn attachment_save(&self, id: i64, folder: &Path) -> Result<OpenedView, Problem> {
        self.with(|book| book.save_attachment(id, folder))
    }

    /// See [`Book::sources`].
    ///
    /// # Errors
    /// As there.
    pub fn sources(&self, coop: &str, year: i64, kind: SourceKind) -> Result<SourcesView, Problem> {
        self.with(|book| book.sources(coop, year, kind))
    }

    /// See [`Book::source_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn source_draft(
        &self,
        coop: &str,
        kind: SourceKind,
        id: i64,
    ) -> Result<DraftView, Problem> {
        self.with(|book| book.source_draft(coop, kind, id))
    }

    /// See [`Book::vouchers_pdf`].
    ///
    /// # Errors
    /// As there.
    pub fn vouchers_pdf(&self, coop: &str, numbers: &[String]) -> Result<Vec<u8>, Problem> {
        self.with(|book| book.vouchers_pdf(coop, Printed::Numbers(numbers)))
    }

    /// See [`Book::vouchers_save`].
    ///
    /// # Errors
    /// As there.
    pub fn vouchers_save(
        &self,
        coop: &str,
        which: Printed<'_>,
        path: &Path,
    ) -> Result<VouchersPrintedView, Problem> {
        self.with(|book| book.vouchers_save(coop, which, path))
    }
}
