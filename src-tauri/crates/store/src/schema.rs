//! The versions of the schema. Forward only; a migration that was released is never edited.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::StoreError;

/// What marks a file as a book: `baot` in the application id of the SQLite header.
pub(crate) const APPLICATION_ID: i32 = 0x6261_6f74;

/// The newest version of the schema that this program knows.
pub const VERSION: u32 = 4;

static MIGRATIONS: LazyLock<Migrations<'static>> = LazyLock::new(|| {
    Migrations::new(vec![
        M::up(FIRST),
        M::up(SECOND),
        M::up(THIRD),
        M::up(FOURTH).foreign_key_check(),
    ])
});

/// The first version, in the order in which its tables need each other.
const FIRST: &str = concat!(
    include_str!("../migrations/0001_book.sql"),
    include_str!("../migrations/0001_books.sql"),
    include_str!("../migrations/0001_chain.sql"),
);

/// The second: closing, assets, batches, bank and cash.
const SECOND: &str = concat!(
    include_str!("../migrations/0002_closing.sql"),
    include_str!("../migrations/0002_assets.sql"),
    include_str!("../migrations/0002_bank.sql"),
);

/// The third: what came by mistake is voided.
const THIRD: &str = include_str!("../migrations/0003_voided.sql");

/// The fourth: an asset that did not leave after all, members over the years, and the life of a
/// distribution.
const FOURTH: &str = concat!(
    include_str!("../migrations/0004_asset_back.sql"),
    include_str!("../migrations/0004_members.sql"),
    include_str!("../migrations/0004_distribution.sql"),
    include_str!("../migrations/0004_reserve.sql"),
);

/// Brings the book at `path` to the newest version, whole or not at all.
pub(crate) fn migrate(db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    // A table that is made anew would else take along what points to it. The last migration looks
    // whether everything still points somewhere.
    let of = |error| StoreError::of(path, error);
    db.pragma_update(None, "foreign_keys", false).map_err(of)?;
    MIGRATIONS.to_latest(db).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::of(path, err),
        other => StoreError::Damaged { path: path.to_path_buf(), cause: other.to_string() },
    })?;
    db.pragma_update(None, "foreign_keys", true).map_err(of)
}

/// Tables, indexes and triggers by name that differ from those of a new book: changed, missing, or
/// none of ours; the same for the rows of the lists that come with the schema, which are no
/// entries of the chain.
pub(crate) fn differences(db: &Connection) -> Result<BTreeSet<String>, StoreError> {
    let mut new = Connection::open_in_memory()?;
    migrate(&mut new, Path::new(":memory:"))?;
    let differing = |select: &str| -> Result<BTreeSet<String>, StoreError> {
        let (ours, found) = (rows(&new, select)?, rows(db, select)?);
        Ok(ours.symmetric_difference(&found).map(|(name, _)| name.clone()).collect())
    };
    let objects = differing(include_str!("schema.sql"))?;
    if objects.is_empty() { differing(include_str!("closed_lists.sql")) } else { Ok(objects) }
}

/// What a statement selects: the name of each thing, and what it consists of.
fn rows(db: &Connection, select: &str) -> Result<BTreeSet<(String, String)>, StoreError> {
    let mut statement = db.prepare(select)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn the_newest_schema_is_the_one_in_the_snapshot() {
        let mut db = Connection::open_in_memory().unwrap();
        MIGRATIONS.to_latest(&mut db).unwrap();
        let version: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, VERSION);
        let mut statement = db.prepare(include_str!("schema.sql")).unwrap();
        let sql = statement.query_map([], |row| row.get::<_, String>("sql")).unwrap();
        let schema: Vec<String> = sql.map(Result::unwrap).collect();
        let schema = schema.join(";\n\n") + ";\n";
        expect_file!["../../../../tests/snapshots/schema.sql"].assert_eq(&schema);
    }
}
