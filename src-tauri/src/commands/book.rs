//! The book itself: recent ones, opening, making, checking, closing.

use std::path::PathBuf;

use app::view::book::{
    BackupFile, BackupView, BackupsView, BookView, CheckView, LogView, RestoreView, StartView,
};
use app::{Desk, Problem};
use tauri::State;

use crate::asked_book::AskedBook;
use crate::guard::guarded;

/// The start screen. The first time it opens the book named on the command line; a refusal of that
/// is answered once, and the next question gets the start screen.
#[tauri::command(async)]
pub fn start(desk: State<'_, Desk>, asked: State<'_, AskedBook>) -> Result<StartView, Problem> {
    guarded(|| {
        if let Some(path) = asked.take() {
            desk.open(&path)?;
        }
        Ok(desk.start())
    })
}

/// Opens a book; the one that was open is closed.
#[tauri::command(async)]
pub fn book_open(desk: State<'_, Desk>, path: PathBuf) -> Result<BookView, Problem> {
    guarded(|| desk.open(&path))
}

/// Makes an empty book and opens it.
#[tauri::command(async)]
pub fn book_new(desk: State<'_, Desk>, path: PathBuf, name: &str) -> Result<BookView, Problem> {
    guarded(|| desk.create(&path, name))
}

/// Makes the demo district and opens it.
#[tauri::command(async)]
pub fn demo_make(desk: State<'_, Desk>, path: PathBuf) -> Result<BookView, Problem> {
    guarded(|| desk.make_demo(&path))
}

/// Closes the book.
#[tauri::command(async)]
pub fn book_close(desk: State<'_, Desk>) -> Result<StartView, Problem> {
    guarded(|| Ok(desk.close()))
}

/// Recounts everything in the book, and compares it with a check code from a paper.
#[tauri::command(async)]
pub fn book_check(desk: State<'_, Desk>, against: Option<&str>) -> Result<CheckView, Problem> {
    guarded(|| desk.check(against))
}

/// Copies the book into a folder and looks whether the copy is whole.
#[tauri::command(async)]
pub fn book_backup(desk: State<'_, Desk>, folder: PathBuf) -> Result<BackupView, Problem> {
    guarded(|| desk.back_up(&folder))
}

/// The copies that were made of the book.
#[tauri::command(async)]
pub fn book_backups(desk: State<'_, Desk>) -> Result<BackupsView, Problem> {
    guarded(|| desk.backups())
}

/// The copies of any book that the program made by itself.
#[tauri::command(async)]
pub fn own_backups(desk: State<'_, Desk>) -> Result<Vec<BackupFile>, Problem> {
    guarded(|| desk.own_backups())
}

/// Goes back to a copy, into a new file.
#[tauri::command(async)]
pub fn book_restore(
    desk: State<'_, Desk>,
    from: PathBuf,
    file: PathBuf,
) -> Result<RestoreView, Problem> {
    guarded(|| desk.restore(&from, &file))
}

/// The log, the latest first.
#[tauri::command(async)]
pub fn book_log(desk: State<'_, Desk>, before: Option<i64>, most: u32) -> Result<LogView, Problem> {
    guarded(|| desk.log(before, most))
}
