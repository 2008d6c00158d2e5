//! The dividend of a cooperative and year: shown, tried, saved, put before the meeting, approved,
//! reversed.

use std::path::PathBuf;

use app::view::dividend::{DividendView, SchemeInput};
use app::view::ledger::SavedView;
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// The saved dividend; where nothing is saved, what the usual scheme would give.
#[tauri::command(async)]
pub fn dividend(desk: State<'_, Desk>, coop: &str, year: i64) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend(coop, year))
}

/// What another scheme would give. Nothing is saved.
#[tauri::command(async)]
pub fn dividend_try(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    scheme: SchemeInput,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_try(coop, year, &scheme))
}

/// Saves the scheme as the year's draft.
#[tauri::command(async)]
pub fn dividend_save(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    scheme: SchemeInput,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_save(coop, year, &scheme))
}

/// Freezes the draft under the resolution of the members' meeting.
#[tauri::command(async)]
pub fn dividend_approve(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    resolution: &str,
    on: &str,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_approve(coop, year, resolution, on))
}

/// Puts the draft before the members' meeting.
#[tauri::command(async)]
pub fn dividend_present(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    on: &str,
    meeting: Option<&str>,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_present(coop, year, on, meeting))
}

/// Takes the plan back from the meeting.
#[tauri::command(async)]
pub fn dividend_withdraw(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    reason: &str,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_withdraw(coop, year, reason))
}

/// Reverses an approved distribution, with its vouchers.
#[tauri::command(async)]
pub fn dividend_reverse(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    on: &str,
    reason: &str,
) -> Result<DividendView, Problem> {
    guarded(|| desk.dividend_reverse(coop, year, on, reason))
}

/// Writes the plan as it lies open to the members.
#[tauri::command(async)]
pub fn dividend_plan(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    path: PathBuf,
) -> Result<SavedView, Problem> {
    guarded(|| desk.save_plan(coop, year, &path))
}
