//! Copies of the book (备份): made while it is open, and counted for something only after they were
//! opened and found to say the same.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, named_params};

use crate::chain::Link;
use crate::{Hold, Reading, Store, StoreError, Work};

/// How many pages are copied in one go.
const PAGES: i32 = 4096;

/// A copy that was made of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRecord {
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// Where it was put.
    pub path: String,
    /// How far the chain was then.
    pub seq: i64,
}

/// What a book and a whole copy of it have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// How far the chain is.
    pub seq: i64,
    tip: Link,
    content: [u8; 32],
}

impl Store {
    /// Copies the book, as it is now, into a new file.
    ///
    /// # Errors
    /// The file exists, the place cannot be written, the disk is full, or the book is damaged.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        copy(self.plain_sql(), path)
    }
}

/// Copies a book into a new file that nobody else sees yet.
pub(crate) fn copy(db: &Connection, path: &Path) -> Result<(), StoreError> {
    let of = |error| StoreError::of(path, error);
    let made = std::fs::File::create_new(path);
    made.map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_path_buf()),
        std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly(path.to_path_buf()),
        _ => StoreError::Io { path: path.to_path_buf(), source },
    })?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = Connection::open_with_flags(path, flags).map_err(of)?;
    to.pragma_update(None, "synchronous", "EXTRA").map_err(of)?;
    put(db, &mut to).map_err(of)
}

/// Puts one book in the place of another, whole or not at all.
pub(crate) fn put(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    Backup::new(from, to)?.run_to_completion(PAGES, Duration::from_millis(20), None)
}

impl Reading<'_> {
    /// What a whole copy of the book has in common with it: the end of the chain, and everything
    /// that the book says.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn whole(&self) -> Result<Whole, StoreError> {
        let tip = self.tip()?;
        Ok(Whole { seq: tip.seq, tip: tip.hash, content: self.content_hash()? })
    }

    /// The last copy that was made of the book.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn last_backup(&self) -> Result<Option<BackupRecord>, StoreError> {
        Ok(self.backups(1)?.pop())
    }

    /// At most so many copies that were made, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn backups(&self, most: u32) -> Result<Vec<BackupRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let made = statement.query_map([most], |row| {
            Ok(BackupRecord {
                made_at: row.get("made_at")?,
                path: row.get("path")?,
                seq: row.get("seq")?,
            })
        })?;
        Ok(made.collect::<Result<_, _>>()?)
    }

    /// How many entries the chain has, and when it got the first one after so many.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn entries_after(&self, seq: i64) -> Result<(i64, Option<i64>), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("entries_after.sql"))?;
        let values = named_params! { ":seq": seq };
        Ok(statement.query_row(values, |row| Ok((row.get("entries")?, row.get("first_at")?)))?)
    }
}

impl Work<'_> {
    /// Notes that a copy was made.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn note_backup(&self, path: &str, seq: i64) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("note.sql"))?;
        self.kept(statement.execute(named_params! {
            ":made_at": self.moment(),
            ":path": path,
            ":seq": seq,
        }))?;
        Ok(())
    }
}

/// Opens a copy and looks whether it is whole and says what `whole` says.
///
/// # Errors
/// It is damaged, cut short, or says something else.
pub fn verify(path: &Path, whole: &Whole) -> Result<(), StoreError> {
    let mut copy = Store::open(path, Hold::Brief)?;
    let reading = copy.read()?;
    let faults = reading.faults(None)?;
    let same = faults.is_empty() && reading.whole()? == *whole;
    if same {
        return Ok(());
    }
    let cause = faults.first().map_or_else(|| "differs".to_owned(), |fault| format!("{fault:?}"));
    Err(StoreError::Damaged { path: path.to_path_buf(), cause })
}
