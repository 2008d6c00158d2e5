//! New files come whole or not at all: each grows beside its place and is moved there when it is
//! finished. A power cut, a full disk or a pulled stick leaves nothing that looks like a book.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    sweep(path);
    let beside = beside(path);
    // What an earlier program of this number left behind when the power went is in nobody's way.
    remove(&beside);
    let made = fill(&beside)
        .and_then(|()| move_to_new(&beside, path).map_err(|error| not_moved(path, &error)))
        .map_err(|problem| named(problem, &beside, path));
    if made.is_err() {
        remove(&beside);
    }
    made
}

/// Writes a whole file in place of the one that may be there: beside it first, on the disk for
/// good, and then moved.
///
/// # Errors
/// What the disk says; the old file is as it was then.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    sweep(path);
    let beside = beside(path);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        remove(&beside);
    }
    written
}

/// Moves a file to a name that nobody has taken meanwhile. Where the disk knows no second names for
/// a file, as on a USB stick, a look beforehand has to do.
fn move_to_new(from: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(from, to) {
        Ok(()) => std::fs::remove_file(from),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if to.exists() => Err(std::io::ErrorKind::AlreadyExists.into()),
        Err(_) => std::fs::rename(from, to),
    }
}

fn not_moved(path: &Path, error: &std::io::Error) -> Problem {
    match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_path_buf()).into(),
        _ => file_failed(path, error),
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    // Two programs that make the same file do not meet in the half-made one.
    name.push(format!(".{}.making", std::process::id()));
    PathBuf::from(name)
}

/// Removes what programs that were killed left beside `path`. Making a file takes seconds: what was
/// not touched for ten minutes belongs to nobody any more.
fn sweep(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    sweep_folder(folder, &format!("{}.", name.to_string_lossy()));
}

/// The same for everything in a folder whose name begins so.
pub(crate) fn sweep_folder(folder: &Path, begins: &str) {
    const ABANDONED: Duration = Duration::from_secs(600);
    let is_ours = |file: &str| {
        let made = file.strip_suffix(".making").or_else(|| file.strip_suffix(".making-journal"));
        let number = made.and_then(|made| made.rsplit('.').next());
        file.starts_with(begins)
            && number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let touched = entry.metadata().and_then(|data| data.modified());
        let age = touched.ok().and_then(|touched| touched.elapsed().ok());
        if is_ours(&entry.file_name().to_string_lossy()) && age.is_some_and(|age| age > ABANDONED) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
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
