//! Opening a file: what is no book, newer, damaged, elsewhere or not there is said in a sentence,
//! and left as it was.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use store::{Clock, Hold, Store, StoreError, VERSION};
use tempfile::TempDir;

/// A folder with one file in it.
struct Folder {
    folder: TempDir,
    path: PathBuf,
}

impl Folder {
    fn with(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("账.baotuan");
        fs::write(&path, bytes).unwrap();
        Folder { folder, path }
    }

    fn with_book() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("账.baotuan");
        drop(Store::create(&path, "示范区", Clock::At(0)).unwrap());
        Folder { folder, path }
    }

    /// What opening says, both ways, with the file and its folder untouched.
    #[track_caller]
    fn refusal(&self) -> StoreError {
        let before = fs::read(&self.path).unwrap();
        let refused = |hold| Store::open(&self.path, hold).unwrap_err();
        let (held, brief) = (refused(Hold::Open), refused(Hold::Brief));
        assert_eq!(held.to_string(), brief.to_string());
        assert_eq!(fs::read(&self.path).unwrap(), before, "the file was touched");
        assert_eq!(self.files(), 1, "a file was left beside it");
        brief
    }

    fn files(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().count()
    }
}

#[test]
fn a_text_is_no_book() {
    let refusal = Folder::with("村,乡镇\n甲子村,东河镇\n".repeat(99).as_bytes()).refusal();
    assert!(matches!(refusal, StoreError::NotABook(_)), "{refusal}");
}

#[test]
fn a_picture_is_no_book() {
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    picture.resize(5000, 7);
    let refusal = Folder::with(&picture).refusal();
    assert!(matches!(refusal, StoreError::NotABook(_)), "{refusal}");
}

#[test]
fn an_empty_file_is_no_book() {
    assert!(matches!(Folder::with(b"").refusal(), StoreError::NotABook(_)));
    assert!(matches!(Folder::with(b"SQLite format 3\0").refusal(), StoreError::NotABook(_)));
}

#[test]
fn the_database_of_another_program_is_no_book() {
    let folder = Folder::with_book();
    fs::remove_file(&folder.path).unwrap();
    let other = Connection::open(&folder.path).unwrap();
    other.execute_batch("CREATE TABLE bookmark (id INTEGER); PRAGMA user_version = 1").unwrap();
    drop(other);
    assert!(matches!(folder.refusal(), StoreError::NotABook(_)));
}

#[test]
fn a_folder_is_no_book() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = Store::open(folder.path(), Hold::Brief).unwrap_err();
    assert!(matches!(refusal, StoreError::NotABook(_)), "{refusal}");
}

#[test]
fn a_file_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("没有.baotuan");
    let refusal = Store::open(&path, Hold::Brief).unwrap_err();
    assert!(matches!(refusal, StoreError::Missing(_)), "{refusal}");
    assert!(!path.exists());
}

#[test]
fn a_newer_book_is_left_alone() {
    let folder = Folder::with_book();
    Connection::open(&folder.path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let refusal = folder.refusal();
    let StoreError::Newer { found, known, .. } = refusal else { panic!("{refusal}") };
    assert_eq!((found, known), (99, VERSION));
}

#[test]
fn a_book_that_was_cut_short_is_damaged() {
    let folder = Folder::with_book();
    let whole = fs::read(&folder.path).unwrap();
    for kept in [whole.len() - 1, whole.len() / 2, 4096, 100] {
        fs::write(&folder.path, &whole[..kept]).unwrap();
        let refusal = folder.refusal();
        let StoreError::Damaged { cause, .. } = &refusal else { panic!("{kept}: {refusal}") };
        assert!(!cause.is_empty(), "{kept}");
    }
}

#[test]
fn a_book_that_is_damaged_in_the_middle_is_said_to_be_and_not_touched() {
    let folder = Folder::with_book();
    let whole = fs::read(&folder.path).unwrap();
    let mut found = 0;
    for page in 1..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096..][..4096].fill(0xa5);
        fs::write(&folder.path, &damaged).unwrap();
        let faults = Store::open(&folder.path, Hold::Brief)
            .and_then(|mut store| store.read().and_then(|reading| reading.faults(None)));
        match faults {
            Ok(faults) => assert_ne!(faults, [], "page {page} is damaged"),
            Err(StoreError::Damaged { .. } | StoreError::DamagedInside(_)) => {}
            Err(error) => panic!("page {page}: {error}"),
        }
        found += 1;
        assert_eq!(fs::read(&folder.path).unwrap(), damaged, "page {page} was touched");
        assert_eq!(folder.files(), 1);
    }
    assert!(found > 10, "the book has more than {found} pages");
}

#[test]
fn a_book_held_open_lets_nobody_else_in() {
    let folder = Folder::with_book();
    let held = Store::open(&folder.path, Hold::Open).unwrap();
    let refused = Store::open(&folder.path, Hold::Open).unwrap_err();
    assert!(matches!(refused, StoreError::InUse(_)), "{refused}");
    drop(held);
    Store::open(&folder.path, Hold::Open).unwrap();
}

#[test]
fn a_command_waits_a_while_for_a_book_held_open_and_then_says_so() {
    let folder = Folder::with_book();
    let held = Store::open(&folder.path, Hold::Open).unwrap();
    let refused = Store::open(&folder.path, Hold::Brief).unwrap_err();
    assert!(matches!(refused, StoreError::InUse(_)), "{refused}");
    drop(held);
    Store::open(&folder.path, Hold::Brief).unwrap();
}

#[test]
fn two_commands_read_one_book_at_the_same_time() {
    let folder = Folder::with_book();
    let mut one = Store::open(&folder.path, Hold::Brief).unwrap();
    let mut other = Store::open(&folder.path, Hold::Brief).unwrap();
    let (one, other) = (one.read().unwrap(), other.read().unwrap());
    assert_eq!(one.counts().unwrap(), other.counts().unwrap());
}

#[test]
fn at_rest_a_book_is_exactly_one_file() {
    let folder = Folder::with_book();
    assert_eq!(folder.files(), 1);
    for hold in [Hold::Open, Hold::Brief] {
        let mut store = Store::open(&folder.path, hold).unwrap();
        let work = store.begin().unwrap();
        let village = domain::village::Village {
            code: format!("{hold:?}"),
            name: "甲子村".to_owned(),
            township: "东河镇".to_owned(),
            performance_pay: domain::Money::ZERO,
            joint: false,
        };
        work.add_village(&village, None).unwrap();
        work.commit().unwrap();
        drop(store);
        assert_eq!(folder.files(), 1, "{hold:?}");
    }
}

#[test]
fn a_book_that_a_tool_set_to_wal_is_one_file_again() {
    let folder = Folder::with_book();
    let tool = Connection::open(&folder.path).unwrap();
    tool.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(tool);
    let mut store = Store::open(&folder.path, Hold::Brief).unwrap();
    let mode: String =
        store.plain_sql().pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
    assert_eq!(store.read().unwrap().counts().unwrap().name, "示范区");
    drop(store);
    assert_eq!(folder.files(), 1);
}

#[test]
fn looking_at_a_book_does_not_change_a_byte() {
    let folder = Folder::with_book();
    let before = fs::read(&folder.path).unwrap();
    for hold in [Hold::Open, Hold::Brief] {
        let mut store = Store::open(&folder.path, hold).unwrap();
        store.read().unwrap().faults(None).unwrap();
    }
    assert_eq!(fs::read(&folder.path).unwrap(), before);
}

#[test]
fn a_new_book_takes_no_other_file_s_place() {
    let folder = Folder::with(b"something else");
    let refusal = Store::create(&folder.path, "示范区", Clock::At(0)).unwrap_err();
    assert!(matches!(refusal, StoreError::Exists(_)), "{refusal}");
    assert_eq!(fs::read(&folder.path).unwrap(), b"something else");
}

#[test]
fn a_new_book_needs_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("没有/账.baotuan");
    let refusal = Store::create(&path, "示范区", Clock::At(0)).unwrap_err();
    assert!(matches!(refusal, StoreError::Io { .. }), "{refusal}");
    assert!(!path.exists());
}

#[test]
fn a_book_that_cannot_be_begun_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("账.baotuan");
    let refusal = Store::create(&path, " ", Clock::At(0)).unwrap_err();
    assert!(matches!(refusal, StoreError::Rule(_)), "{refusal}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
