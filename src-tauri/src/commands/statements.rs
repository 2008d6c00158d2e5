//! Statements: what can be asked for, the statement itself, the file to keep or to print.

use std::path::PathBuf;

use app::view::ledger::SavedView;
use app::view::statement::{StatementChoices, StatementKind, StatementQuery, StatementView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// What statements of a cooperative can be asked for.
#[tauri::command(async)]
pub fn statement_choices(desk: State<'_, Desk>, coop: &str) -> Result<StatementChoices, Problem> {
    guarded(|| desk.statement_choices(coop))
}

/// A statement.
#[tauri::command(async)]
pub fn statement(
    desk: State<'_, Desk>,
    coop: &str,
    kind: StatementKind,
    query: StatementQuery,
) -> Result<StatementView, Problem> {
    guarded(|| desk.statement(coop, kind, &query))
}

/// Writes a statement to a file.
#[tauri::command(async)]
pub fn statement_save(
    desk: State<'_, Desk>,
    coop: &str,
    kind: StatementKind,
    query: StatementQuery,
    path: PathBuf,
) -> Result<SavedView, Problem> {
    guarded(|| desk.statement_save(coop, kind, &query, &path))
}
