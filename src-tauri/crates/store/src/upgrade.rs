//! Bringing a book of an earlier version to this one: on a copy beside it, which takes its place
//! only when everything in it was found to hold, and then whole or not at all.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::backup::{copy, put};
use crate::open::{Clock, Earlier, Store, remove, set_up};
use crate::schema::migrate;
use crate::{Hold, StoreError};

impl Earlier<'_> {
    /// Puts a copy of the book as it is into a new file, opens that and looks whether it is whole.
    ///
    /// # Errors
    /// The file exists, cannot be written or does not hold what the book holds, the disk is full,
    /// or the book is damaged.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        copy(self.db, path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let of = |error| StoreError::of(path, error);
        let made = Connection::open_with_flags(path, flags).map_err(of)?;
        let told = |db: &Connection| -> rusqlite::Result<(String, i64, i64)> {
            let state: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            let count = |sql| db.query_row(sql, [], |row| row.get(0));
            Ok((
                state,
                count(include_str!("chain/count_entries.sql"))?,
                count(include_str!("voucher/count_lines.sql"))?,
            ))
        };
        let (ours, theirs) = (told(self.db).map_err(of)?, told(&made).map_err(of)?);
        if ours == theirs && theirs.0 == "ok" {
            return Ok(());
        }
        Err(StoreError::Damaged { path: path.to_path_buf(), cause: theirs.0 })
    }
}

/// Brings the book to this version.
///
/// Nobody else gets at it meanwhile. What a program that was killed left beside the book is removed
/// by the next one; the book itself is then as it was before, or as it is after.
pub(crate) fn upgrade(db: &mut Connection, path: &Path, hold: Hold) -> Result<(), StoreError> {
    let of = |error| StoreError::of(path, error);
    db.pragma_update(None, "locking_mode", "EXCLUSIVE").map_err(of)?;
    db.execute_batch("BEGIN EXCLUSIVE; COMMIT").map_err(of)?;
    let beside = beside(path);
    remove(&beside);
    let made = copy(db, &beside)
        .and_then(|()| brought_to_this_version(&beside))
        .and_then(|mut from| put_back(&mut from, db, path));
    remove(&beside);
    made?;
    if hold == Hold::Brief {
        db.pragma_update(None, "locking_mode", "NORMAL").map_err(of)?;
        // The lock goes with the next look at the book.
        db.query_row("PRAGMA user_version", [], |_| Ok(())).map_err(of)?;
    }
    Ok(())
}

/// Removes what a program that was killed when its work was done left beside a book of this
/// version.
pub(crate) fn clear_away(path: &Path) {
    let beside = beside(path);
    if beside.exists() {
        remove(&beside);
    }
}

/// The copy, of this version and found to hold.
fn brought_to_this_version(beside: &Path) -> Result<Store, StoreError> {
    let of = |error| StoreError::of(beside, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(beside, flags).map_err(of)?;
    set_up(&db, Hold::Brief).map_err(of)?;
    migrate(&mut db, beside)?;
    let mut store = Store::of(db, beside.to_path_buf(), Clock::Machine);
    let work = store.begin()?;
    work.note_version()?;
    work.commit()?;
    let faults = store.read()?.faults(None)?;
    match faults.first() {
        None => Ok(store),
        Some(fault) => {
            let cause = format!("{fault:?}");
            Err(StoreError::Damaged { path: beside.to_path_buf(), cause })
        }
    }
}

fn put_back(from: &mut Store, db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    put(from.plain_sql(), db).map_err(|error| StoreError::of(path, error))
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".upgrading");
    PathBuf::from(name)
}
