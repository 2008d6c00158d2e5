//! Ledgers: what can be asked for, the ledger itself, the file to keep or to print.

use std::path::PathBuf;

use app::view::ledger::{LedgerChoices, LedgerKind, LedgerQuery, SavedView, SheetView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// What a ledger of a cooperative can be asked for.
#[tauri::command(async)]
pub fn ledger_choices(desk: State<'_, Desk>, coop: &str) -> Result<LedgerChoices, Problem> {
    guarded(|| desk.ledger_choices(coop))
}

/// A ledger.
#[tauri::command(async)]
pub fn ledger(
    desk: State<'_, Desk>,
    coop: &str,
    kind: LedgerKind,
    query: LedgerQuery,
) -> Result<SheetView, Problem> {
    guarded(|| desk.ledger(coop, kind, &query))
}

/// Writes a ledger to a file.
#[tauri::command(async)]
pub fn ledger_save(
    desk: State<'_, Desk>,
    coop: &str,
    kind: LedgerKind,
    query: LedgerQuery,
    path: PathBuf,
) -> Result<SavedView, Problem> {
    guarded(|| desk.ledger_save(coop, kind, &query, &path))
}
