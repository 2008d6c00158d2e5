//! The accountant's desk: the book that the window has open, and the books that were open lately.

mod accounts;
mod closing;
mod imports;
mod ledgers;
mod making;
mod vouchers;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use store::Hold;

use crate::book::{Book, is_same_file};
use crate::growing;
use crate::problem::Problem;
use crate::view::book::{BookView, CheckView, RecentBook, StartView};
use crate::view::district::{OverviewView, TargetsView};
use crate::view::dividend::{DividendView, SchemeInput};
use crate::view::draft::DraftView;
use crate::view::paper::{PrintView, PrintedView};
use crate::view::register::{
    CooperativeView, CooperativesView, MemberInput, MemberView, MembersView,
};
use crate::view::share::{
    MemberChangeInput, ReserveInput, ReserveView, ShareMoveInput, ShareMoveMadeView, ShareMovesView,
};
use crate::view::{Named, Text};

/// How many recent books the start screen shows.
const RECENT: usize = 8;

/// Where the desk keeps things.
#[derive(Debug, Clone)]
pub struct DeskHome {
    /// Where the list of recent books lies.
    pub config_dir: PathBuf,
    /// Where new books go unless another place is chosen.
    pub documents_dir: PathBuf,
    /// Where copies of books go that the program makes by itself.
    pub backups_dir: PathBuf,
}

/// The desk. One book at a time; every use case goes through here.
pub struct Desk {
    home: DeskHome,
    open: Mutex<Option<Book>>,
    /// One book is made at a time.
    making: Mutex<()>,
}

impl Desk {
    /// A desk without a book.
    #[must_use]
    pub fn new(home: DeskHome) -> Self {
        Desk { home, open: Mutex::new(None), making: Mutex::new(()) }
    }

    /// What the start screen shows.
    pub fn start(&self) -> StartView {
        let open = self.book().as_mut().and_then(|book| book.info().ok());
        StartView {
            recent: self.recent(),
            open,
            folder: self.home.documents_dir.to_string_lossy().into_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// Opens a book in place of the one that is open.
    ///
    /// # Errors
    /// A file that is missing, no book, newer, damaged or open elsewhere; the open one stays open.
    pub fn open(&self, path: &Path) -> Result<BookView, Problem> {
        let mut open = self.book();
        // Nothing is asked of the book that is open: it may lie on a stick that was pulled.
        let same = open.as_mut().filter(|book| is_same_file(book.store.path(), path));
        let view = match same.map(Book::info).transpose()? {
            // The same book again: it is ours already, and nobody else can have changed it. To open
            // and close it once more would give the lock away, which is one for the whole program.
            Some(view) => view,
            None => {
                let folder = &self.home.backups_dir;
                let mut book = Book::open_keeping(path, Hold::Open, Some(folder))?;
                self.seat(&mut book)?;
                let view = book.info()?;
                *open = Some(book);
                view
            }
        };
        self.remember(&view);
        Ok(view)
    }

    /// Makes a new book and opens it.
    ///
    /// # Errors
    /// An empty name, a file that exists, or a place that cannot be written.
    pub fn create(&self, path: &Path, name: &str) -> Result<BookView, Problem> {
        let making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        drop(Book::create(path, name)?);
        drop(making);
        self.open(path)
    }

    /// Makes the demo district and opens it.
    ///
    /// # Errors
    /// A file that exists, or a place that cannot be written.
    pub fn make_demo(&self, path: &Path) -> Result<BookView, Problem> {
        let making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        Book::make_demo(path)?;
        drop(making);
        self.open(path)
    }

    /// Closes the open book.
    pub fn close(&self) -> StartView {
        let closed = self.book().take();
        // What it holds now is what the start shows of it.
        if let Some(view) = closed.and_then(|mut book| book.info().ok()) {
            self.remember(&view);
        }
        self.start()
    }

    /// A panic in a use case leaves the book as it was, since its work was not committed: the desk
    /// goes on with it.
    fn book(&self) -> MutexGuard<'_, Option<Book>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(
        &self,
        use_case: impl FnOnce(&mut Book) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        match self.book().as_mut() {
            Some(book) => use_case(book),
            None => Err(Problem::refused(
                "desk.no_book",
                Text::new(
                    "还没有打开账套。先打开或新建一个。",
                    "No book is open. Open or make one.",
                ),
            )),
        }
    }

    fn recent_file(&self) -> PathBuf {
        self.home.config_dir.join("recent.json")
    }

    fn recent(&self) -> Vec<RecentBook> {
        let file = std::fs::read(self.recent_file()).unwrap_or_default();
        let mut recent: Vec<RecentBook> = serde_json::from_slice(&file).unwrap_or_default();
        for book in &mut recent {
            book.exists = Path::new(&book.path).is_file();
        }
        recent
    }

    /// The list is a convenience: where it cannot be written the book is open all the same.
    fn remember(&self, view: &BookView) {
        let mut recent = self.recent();
        recent.retain(|book| book.path != view.path);
        recent.insert(
            0,
            RecentBook {
                path: view.path.clone(),
                name: view.name.clone(),
                villages: view.villages,
                cooperatives: view.cooperatives,
                last_voucher: view.last_voucher.clone(),
                last_backup: view.last_backup.clone(),
                exists: true,
            },
        );
        recent.truncate(RECENT);
        if let Ok(text) = serde_json::to_vec_pretty(&recent) {
            drop(std::fs::create_dir_all(&self.home.config_dir));
            drop(growing::replace(&self.recent_file(), &text));
        }
    }
}

/// The use cases of the open book; each refuses where none is open.
impl Desk {
    /// See [`Book::check`].
    ///
    /// # Errors
    /// As there.
    pub fn check(&self, against: Option<&str>) -> Result<CheckView, Problem> {
        self.with(|book| book.check(against))
    }

    /// See [`Book::overview`].
    ///
    /// # Errors
    /// As there.
    pub fn overview(&self, year: Option<i64>) -> Result<OverviewView, Problem> {
        self.with(|book| book.overview(year))
    }

    /// See [`Book::cooperatives`].
    ///
    /// # Errors
    /// As there.
    pub fn cooperatives(&self, year: Option<i64>) -> Result<CooperativesView, Problem> {
        self.with(|book| book.cooperatives(year))
    }

    /// See [`Book::cooperative`].
    ///
    /// # Errors
    /// As there.
    pub fn cooperative(&self, code: &str, year: Option<i64>) -> Result<CooperativeView, Problem> {
        self.with(|book| book.cooperative(code, year))
    }

    /// See [`Book::members`].
    ///
    /// # Errors
    /// As there.
    pub fn members(&self, coop: &str, year: Option<i64>) -> Result<MembersView, Problem> {
        self.with(|book| book.members(coop, year))
    }

    /// See [`Book::member`].
    ///
    /// # Errors
    /// As there.
    pub fn member(&self, coop: &str, code: &str, year: Option<i64>) -> Result<MemberView, Problem> {
        self.with(|book| book.member(coop, code, year))
    }

    /// See [`Book::add_member`]; what is odd of the papers stands on the member's page.
    ///
    /// # Errors
    /// As there.
    pub fn add_member(&self, coop: &str, input: MemberInput) -> Result<Named, Problem> {
        self.with(|book| Ok(book.add_member(coop, input)?.0))
    }

    /// See [`Book::change_member`].
    ///
    /// # Errors
    /// As there.
    pub fn change_member(
        &self,
        coop: &str,
        code: &str,
        input: &MemberChangeInput,
    ) -> Result<MemberView, Problem> {
        self.with(|book| book.change_member(coop, code, input))
    }

    /// See [`Book::add_share_move`].
    ///
    /// # Errors
    /// As there.
    pub fn add_share_move(
        &self,
        coop: &str,
        input: &ShareMoveInput,
    ) -> Result<ShareMoveMadeView, Problem> {
        self.with(|book| book.add_share_move(coop, input))
    }

    /// See [`Book::quantify_reserve`].
    ///
    /// # Errors
    /// As there.
    pub fn quantify_reserve(
        &self,
        coop: &str,
        input: &ReserveInput,
    ) -> Result<ReserveView, Problem> {
        self.with(|book| book.quantify_reserve(coop, input))
    }

    /// See [`Book::share_move_draft`].
    ///
    /// # Errors
    /// As there.
    pub fn share_move_draft(&self, coop: &str, id: i64) -> Result<DraftView, Problem> {
        self.with(|book| book.share_move_draft(coop, id))
    }

    /// See [`Book::void_share_move`].
    ///
    /// # Errors
    /// As there.
    pub fn void_share_move(
        &self,
        coop: &str,
        id: i64,
        reason: &str,
    ) -> Result<ShareMovesView, Problem> {
        self.with(|book| book.void_share_move(coop, id, reason))
    }

    /// See [`Book::targets`].
    ///
    /// # Errors
    /// As there.
    pub fn targets(&self, year: Option<i64>) -> Result<TargetsView, Problem> {
        self.with(|book| book.targets(year))
    }

    /// See [`Book::dividend`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend(&self, coop: &str, year: i64) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend(coop, year))
    }

    /// See [`Book::dividend_try`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_try(
        &self,
        coop: &str,
        year: i64,
        scheme: &SchemeInput,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_try(coop, year, scheme))
    }

    /// See [`Book::dividend_save`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_save(
        &self,
        coop: &str,
        year: i64,
        scheme: &SchemeInput,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_save(coop, year, scheme))
    }

    /// See [`Book::dividend_approve`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_approve(
        &self,
        coop: &str,
        year: i64,
        resolution: &str,
        on: &str,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_approve(coop, year, resolution, on))
    }

    /// See [`Book::dividend_present`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_present(
        &self,
        coop: &str,
        year: i64,
        on: &str,
        meeting: Option<&str>,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_present(coop, year, on, meeting))
    }

    /// See [`Book::dividend_withdraw`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_withdraw(
        &self,
        coop: &str,
        year: i64,
        reason: &str,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_withdraw(coop, year, reason))
    }

    /// See [`Book::dividend_reverse`].
    ///
    /// # Errors
    /// As there.
    pub fn dividend_reverse(
        &self,
        coop: &str,
        year: i64,
        on: &str,
        reason: &str,
    ) -> Result<DividendView, Problem> {
        self.with(|book| book.dividend_reverse(coop, year, on, reason))
    }

    /// See [`Book::print_choices`].
    ///
    /// # Errors
    /// As there.
    pub fn print_choices(&self, coop: &str, year: i64) -> Result<PrintView, Problem> {
        self.with(|book| book.print_choices(coop, year))
    }

    /// See [`Book::slips_pdf`].
    ///
    /// # Errors
    /// As there.
    pub fn slips_pdf(
        &self,
        coop: &str,
        year: i64,
        village: Option<&str>,
    ) -> Result<Vec<u8>, Problem> {
        self.with(|book| book.slips_pdf(coop, year, village))
    }

    /// See [`Book::slips_save`].
    ///
    /// # Errors
    /// As there.
    pub fn slips_save(
        &self,
        coop: &str,
        year: i64,
        village: Option<&str>,
        path: &Path,
    ) -> Result<PrintedView, Problem> {
        self.with(|book| book.slips_save(coop, year, village, path))
    }
}
