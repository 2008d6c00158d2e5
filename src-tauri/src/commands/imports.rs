//! Imports and opening balances: trying a file, taking it, the history, and the sheet.

use app::import::kinds;
use app::view::import::{
    BatchView, ImportInput, ImportKindsView, ImportPreviewView, ImportView, ImportsView,
};
use app::view::opening::{OpeningRowInput, OpeningView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// What can be imported, and by which columns.
#[tauri::command]
pub fn import_kinds() -> ImportKindsView {
    kinds()
}

/// What would come of a file or of what was pasted. Nothing is taken.
#[tauri::command(async)]
pub fn import_preview(
    desk: State<'_, Desk>,
    input: ImportInput,
) -> Result<ImportPreviewView, Problem> {
    guarded(|| desk.import_preview(&input))
}

/// Takes a file or what was pasted.
#[tauri::command(async)]
pub fn import_take(desk: State<'_, Desk>, input: ImportInput) -> Result<ImportView, Problem> {
    guarded(|| desk.import_take(&input))
}

/// Every import that there was.
#[tauri::command(async)]
pub fn imports(desk: State<'_, Desk>) -> Result<ImportsView, Problem> {
    guarded(|| desk.imports())
}

/// Takes an import back.
#[tauri::command(async)]
pub fn import_undo(desk: State<'_, Desk>, batch: i64) -> Result<BatchView, Problem> {
    guarded(|| desk.import_undo(batch))
}

/// The opening balances of a cooperative.
#[tauri::command(async)]
pub fn opening(desk: State<'_, Desk>, coop: &str) -> Result<OpeningView, Problem> {
    guarded(|| desk.opening(coop))
}

/// Keeps the opening balances as they were typed.
#[tauri::command(async)]
pub fn opening_save(
    desk: State<'_, Desk>,
    coop: &str,
    rows: Vec<OpeningRowInput>,
) -> Result<OpeningView, Problem> {
    guarded(|| desk.opening_save(coop, &rows))
}

/// Confirms the opening balances: they become the voucher that the books begin with.
#[tauri::command(async)]
pub fn opening_confirm(desk: State<'_, Desk>, coop: &str) -> Result<OpeningView, Problem> {
    guarded(|| desk.opening_confirm(coop))
}
