//! New files come whole or not at all: each grows beside its place and is moved there when it is
//! finished. A power cut, a full disk or a pulled stick leaves nothing that looks like a book.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use store::StoreError;

use crate::failure::file_failed;
use crate::problem::Problem;

/// Lets `fill` make a file beside `path` and moves it there; never over a file that exists.
///
/// # Errors
/// A file that exists, or what `fill` or the disk says; nothing of the file stays then.
pub(crate) fn grow(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if path.exists() {
        return Err(StoreError::Exists(path.to_path_buf()).into());
    }
    let beside = beside(path);
    // What an earlier try left behind when the power went is in nobody's way.
    remove(&beside);
    let made = fill(&beside)
        .and_then(|()| std::fs::rename(&beside, path).map_err(|error| file_failed(path, &error)));
    let made = made.map_err(|problem| {
        let full = problem.code == "book.sql" && is_full(&beside);
        let problem = if full { StoreError::DiskFull(path.to_path_buf()).into() } else { problem };
        named(problem, &beside, path)
    });
    if made.is_err() {
        remove(&beside);
    }
    made
}

/// Whether a half-made file can grow no more. SQLite says so of a full disk, but of a quota or a
/// limit for files only that writing failed.
fn is_full(path: &Path) -> bool {
    const MORE: [u8; 64 * 1024] = [0; 64 * 1024];
    let grown = File::options().append(true).open(path).and_then(|mut file| file.write_all(&MORE));
    grown.is_err_and(|error| {
        use std::io::ErrorKind as Kind;
        matches!(error.kind(), Kind::StorageFull | Kind::FileTooLarge | Kind::QuotaExceeded)
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".making");
    PathBuf::from(name)
}

/// Removes a half-made book and its journal. What cannot be removed is no book either: opening it
/// says so.
fn remove(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    drop(std::fs::remove_file(path));
    drop(std::fs::remove_file(journal));
}

/// The problem with the file that the user named, in place of the one that it grew in.
fn named(mut problem: Problem, beside: &Path, path: &Path) -> Problem {
    let (beside, path) = (beside.display().to_string(), path.display().to_string());
    for text in [&mut problem.message.zh, &mut problem.message.en] {
        *text = text.replace(&beside, &path);
    }
    problem
}
