//! Closing: the months and the year, looked over, closed and opened again; a distribution posted.

use app::view::asset::DraftsMadeView;
use app::view::books::MonthView;
use app::view::closing::{ClosingView, MonthCheckView, PostingView, YearCloseInput, YearView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// The months and the year of a cooperative.
#[tauri::command(async)]
pub fn closing(
    desk: State<'_, Desk>,
    coop: &str,
    year: Option<i64>,
) -> Result<ClosingView, Problem> {
    guarded(|| desk.closing(coop, year))
}

/// A month looked over before it is closed.
#[tauri::command(async)]
pub fn month_check(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
) -> Result<MonthCheckView, Problem> {
    guarded(|| desk.check_month(coop, month))
}

/// Closes a month.
#[tauri::command(async)]
pub fn month_close(desk: State<'_, Desk>, coop: &str, month: &str) -> Result<MonthView, Problem> {
    guarded(|| desk.close_month(coop, month))
}

/// Makes drafts that clear what waits on 181.
#[tauri::command(async)]
pub fn month_clear(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
) -> Result<DraftsMadeView, Problem> {
    guarded(|| desk.clear_pending(coop, month))
}

/// Opens the last closed month again.
#[tauri::command(async)]
pub fn month_reopen(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
    reason: &str,
) -> Result<MonthView, Problem> {
    guarded(|| desk.reopen_month(coop, month, reason))
}

/// What closing a year would make.
#[tauri::command(async)]
pub fn year_check(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    input: YearCloseInput,
) -> Result<YearView, Problem> {
    guarded(|| desk.check_year(coop, year, &input))
}

/// Closes a year.
#[tauri::command(async)]
pub fn year_close(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    input: YearCloseInput,
) -> Result<YearView, Problem> {
    guarded(|| desk.close_year(coop, year, &input))
}

/// Closes a year without a distribution.
#[tauri::command(async)]
pub fn year_waive(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    reason: &str,
) -> Result<YearView, Problem> {
    guarded(|| desk.waive_distribution(coop, year, reason))
}

/// Opens a year again.
#[tauri::command(async)]
pub fn year_reopen(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    reason: &str,
) -> Result<YearView, Problem> {
    guarded(|| desk.reopen_year(coop, year, reason))
}

/// What posting a distribution would make.
#[tauri::command(async)]
pub fn dividend_post_check(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    on: Option<&str>,
) -> Result<PostingView, Problem> {
    guarded(|| desk.check_posting(coop, year, on))
}

/// Posts a distribution.
#[tauri::command(async)]
pub fn dividend_post(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    on: Option<&str>,
) -> Result<PostingView, Problem> {
    guarded(|| desk.post_distribution(coop, year, on))
}
