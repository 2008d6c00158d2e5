//! Opening a book, making a new one, and the two handles on an open one.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::Read;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::id::VoucherId;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::StoreError;
use crate::chain::ChainState;
use crate::schema::{APPLICATION_ID, VERSION, migrate};
use crate::upgrade::{clear_away, upgrade};
use crate::voucher::ToBeKept;

/// How long a book stays ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// While the window shows it: nobody else gets in.
    Open,
    /// For the length of a command.
    Brief,
}

/// Where the moments in the chain come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine.
    Machine,
    /// Always the same, in seconds since 1970: for books that must come out the same each time.
    At(i64),
}

/// Who works on a book where nobody said.
const NOBODY_NAMED: &str = "会计";

/// An open book.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    clock: Clock,
    operator: String,
}

/// A book of an earlier version, before it is brought to this one.
pub struct Earlier<'a> {
    pub(crate) db: &'a Connection,
    /// Its version.
    pub version: u32,
}

/// One unchanging state of the book.
pub struct Reading<'a> {
    pub(crate) db: rusqlite::Transaction<'a>,
}

/// One change of the book: saved whole by [`Work::commit`], or not at all.
pub struct Work<'a> {
    reading: Reading<'a>,
    path: &'a Path,
    pub(crate) chain: ChainState,
    /// Vouchers posted by this work, with what they are found by.
    pub(crate) to_be_found: RefCell<Vec<(VoucherId, String)>>,
    /// How an index is made that this work left out so far.
    pub(crate) left_out: Cell<Option<String>>,
    /// What an import posted, while it is not finished.
    pub(crate) to_be_kept: RefCell<ToBeKept>,
    moment: i64,
    operator: &'a str,
}

impl<'a> Deref for Work<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl Work<'_> {
    /// Saves everything that this work changed.
    ///
    /// # Errors
    /// The disk is full or fails; the book is then as it was before.
    pub fn commit(self) -> Result<(), StoreError> {
        self.add_found()?;
        self.build_left_out()?;
        debug_assert!(self.to_be_kept.borrow().is_empty(), "an import has kept its balances");
        self.reading.db.commit().map_err(|error| StoreError::of(self.path, error))
    }

    /// When this change is made, in seconds since 1970.
    pub(crate) fn moment(&self) -> i64 {
        self.moment
    }

    /// The name of who makes it.
    pub(crate) fn operator_name(&self) -> &str {
        self.operator
    }

    /// The change that a statement made, or why the book refuses it.
    pub(crate) fn kept<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::of(self.path, error))
    }
}

impl Store {
    /// Opens the book at `path`; one of an earlier version is brought to this one.
    ///
    /// # Errors
    /// As [`Store::open_keeping`].
    pub fn open(path: &Path, hold: Hold) -> Result<Self, StoreError> {
        Self::open_keeping(path, hold, |_| Ok(()))
    }

    /// Opens the book at `path`; one of an earlier version is brought to this one, after `keep` has
    /// put a copy of it away.
    ///
    /// # Errors
    /// A file that is missing, no book, newer than this program, damaged or open elsewhere; none of
    /// them is touched. A book that could not be kept or brought to this version is as it was.
    pub fn open_keeping(
        path: &Path,
        hold: Hold,
        keep: impl FnOnce(&Earlier<'_>) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        check_header(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let of = |error| StoreError::of(path, error);
        let mut db = Connection::open_with_flags(path, flags).map_err(of)?;
        set_up(&db, hold).map_err(of)?;
        if hold == Hold::Open {
            db.execute_batch("BEGIN EXCLUSIVE; COMMIT").map_err(of)?;
        }
        let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        if pragma("application_id").map_err(of)? != i64::from(APPLICATION_ID) {
            return Err(StoreError::NotABook(path.to_path_buf()));
        }
        let found = u32::try_from(pragma("user_version").map_err(of)?).unwrap_or(u32::MAX);
        if found > VERSION {
            let path = path.to_path_buf();
            return Err(StoreError::Newer { path, found, known: VERSION });
        }
        check_length(path, &db)?;
        // A tool that set WAL would leave files beside the book from now on.
        db.pragma_update(None, "journal_mode", "DELETE").map_err(of)?;
        if found < VERSION {
            keep(&Earlier { db: &db, version: found })?;
            upgrade(&mut db, path, hold)?;
        } else {
            clear_away(path);
        }
        Ok(Self::of(db, path.to_path_buf(), Clock::Machine))
    }

    pub(crate) fn of(db: Connection, path: PathBuf, clock: Clock) -> Self {
        Store { db, path, clock, operator: NOBODY_NAMED.to_owned() }
    }

    /// From now on this person works on the book.
    pub fn act_as(&mut self, operator: &str) {
        operator.clone_into(&mut self.operator);
    }

    /// Who works on the book.
    #[must_use]
    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// Makes a new, empty book called `name`. What was written is removed again where it fails.
    ///
    /// # Errors
    /// A file of that name exists, or the place cannot be written.
    pub fn create(path: &Path, name: &str, clock: Clock) -> Result<Self, StoreError> {
        let made = File::create_new(path);
        if let Err(source) = made {
            let path = path.to_path_buf();
            return Err(match source.kind() {
                std::io::ErrorKind::AlreadyExists => StoreError::Exists(path),
                std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly(path),
                _ => StoreError::Io { path, source },
            });
        }
        let filled = Self::fill(path, name, clock);
        if filled.is_err() {
            remove(path);
        }
        filled
    }

    fn fill(path: &Path, name: &str, clock: Clock) -> Result<Self, StoreError> {
        let of = |error| StoreError::of(path, error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = Connection::open_with_flags(path, flags).map_err(of)?;
        set_up(&db, Hold::Brief).map_err(of)?;
        db.pragma_update(None, "application_id", APPLICATION_ID).map_err(of)?;
        migrate(&mut db, path)?;
        let mut store = Self::of(db, path.to_path_buf(), clock);
        let work = store.begin()?;
        work.begin_book(name)?;
        work.commit()?;
        Ok(store)
    }

    /// An empty book in memory, for tests.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut db = Connection::open_in_memory()?;
        set_up(&db, Hold::Brief)?;
        migrate(&mut db, Path::new(":memory:"))?;
        let mut store = Self::of(db, PathBuf::from(":memory:"), Clock::At(0));
        let work = store.begin()?;
        work.begin_book("测试账套")?;
        work.commit()?;
        Ok(store)
    }

    /// Where the book lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A look at the book as it is now.
    ///
    /// # Errors
    /// The book is open elsewhere or damaged.
    pub fn read(&mut self) -> Result<Reading<'_>, StoreError> {
        let db = self.db.transaction_with_behavior(TransactionBehavior::Deferred);
        Ok(Reading { db: db.map_err(|error| StoreError::of(&self.path, error))? })
    }

    /// Begins a change of the book.
    ///
    /// # Errors
    /// The book is open elsewhere, damaged or cannot be written.
    pub fn begin(&mut self) -> Result<Work<'_>, StoreError> {
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate);
        let db = db.map_err(|error| StoreError::of(&self.path, error))?;
        Ok(Work {
            reading: Reading { db },
            path: &self.path,
            chain: ChainState::default(),
            to_be_found: RefCell::default(),
            left_out: Cell::default(),
            to_be_kept: RefCell::default(),
            moment: self.clock.now(),
            operator: &self.operator,
        })
    }

    /// Limits the book to so many pages, so that tests can meet a full disk without filling one.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        Ok(self.db.pragma_update(None, "max_page_count", pages)?)
    }

    /// Takes into the chain what plain SQL put into the book, for tests that begin with it.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn chain_plain_sql(&mut self) -> Result<(), StoreError> {
        let work = self.begin()?;
        work.chain_all()?;
        work.commit()
    }

    /// The connection itself, for tests that break the rules with plain SQL.
    #[must_use]
    pub fn plain_sql(&self) -> &Connection {
        &self.db
    }
}

impl Drop for Store {
    /// Where writing failed in the middle, SQLite leaves its journal for whoever opens the book
    /// next. Looking at the book once more takes the change back at once, and the journal away.
    fn drop(&mut self) {
        if journal_of(&self.path).exists() {
            // Where the disk is gone as well, the next one who opens the book does it.
            drop(self.db.execute_batch("BEGIN IMMEDIATE; ROLLBACK"));
        }
    }
}

impl Clock {
    fn now(self) -> i64 {
        match self {
            Clock::Machine => jiff::Timestamp::now().as_second(),
            Clock::At(moment) => moment,
        }
    }
}

/// Removes a book that was only half made, and its journal.
pub(crate) fn remove(path: &Path) {
    // What cannot be removed is no book either: opening it says so.
    drop(std::fs::remove_file(path));
    drop(std::fs::remove_file(journal_of(path)));
}

/// Where SQLite keeps what it needs to take a change of this book back.
fn journal_of(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    PathBuf::from(journal)
}

pub(crate) fn set_up(db: &Connection, hold: Hold) -> rusqlite::Result<()> {
    let wait = match hold {
        Hold::Open => Duration::from_millis(500),
        Hold::Brief => Duration::from_secs(3),
    };
    db.busy_timeout(wait)?;
    db.set_prepared_statement_cache_capacity(128);
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "synchronous", "EXTRA")?;
    db.pragma_update(None, "trusted_schema", false)?;
    // In KiB: an import of a year's vouchers fits, and is not written page by page meanwhile.
    db.pragma_update(None, "cache_size", -65_536)?;
    if hold == Hold::Open {
        db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    }
    Ok(())
}

/// Looks at the first bytes without SQLite, which would make a journal beside a foreign file.
fn check_header(path: &Path) -> Result<(), StoreError> {
    const MAGIC: &[u8; 16] = b"SQLite format 3\0";
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(path.to_path_buf()),
        std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly(path.to_path_buf()),
        _ => StoreError::Io { path: path.to_path_buf(), source },
    };
    let not_a_book = || StoreError::NotABook(path.to_path_buf());
    let mut file = File::open(path).map_err(io)?;
    if !file.metadata().map_err(io)?.is_file() {
        return Err(not_a_book());
    }
    let mut header = [0; 100];
    file.read_exact(&mut header).map_err(|_| not_a_book())?;
    let ours = header.starts_with(MAGIC) && header[68..72] == APPLICATION_ID.to_be_bytes();
    if ours { Ok(()) } else { Err(not_a_book()) }
}

/// A file that was cut short (a pulled stick, a broken copy) is found before anything is asked of
/// it.
fn check_length(path: &Path, db: &Connection) -> Result<(), StoreError> {
    let of = |error| StoreError::of(path, error);
    let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    let (pages, size) = (pragma("page_count").map_err(of)?, pragma("page_size").map_err(of)?);
    let expected = u64::from(pages) * u64::from(size);
    let found = std::fs::metadata(path).map_or(0, |file| file.len());
    if found < expected {
        let cause = format!("{found} bytes of {expected}");
        return Err(StoreError::Damaged { path: path.to_path_buf(), cause });
    }
    Ok(())
}
