//! The versions of the schema. Forward only; a migration that was released is never edited.

use std::sync::LazyLock;

use rusqlite_migration::{M, Migrations};

/// What marks a file as a book: `baot` in the application id of the SQLite header.
pub(crate) const APPLICATION_ID: i32 = 0x6261_6f74;

/// The newest version of the schema that this program knows.
pub const VERSION: u32 = 1;

pub(crate) static MIGRATIONS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(vec![M::up(include_str!("../migrations/0001_book.sql"))]));

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
        let mut statement = db
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
            .unwrap();
        let sql = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let schema: Vec<String> = sql.map(Result::unwrap).collect();
        let schema = schema.join(";\n\n") + ";\n";
        expect_file!["../../../../tests/snapshots/schema.sql"].assert_eq(&schema);
    }
}
