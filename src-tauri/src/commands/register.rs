//! The registers: cooperatives and their members.

use app::view::register::{CooperativeView, CooperativesView, MemberView, MembersView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// All cooperatives in a year.
#[tauri::command(async)]
pub fn cooperatives(desk: State<'_, Desk>, year: Option<i64>) -> Result<CooperativesView, Problem> {
    guarded(|| desk.cooperatives(year))
}

/// One cooperative's page.
#[tauri::command(async)]
pub fn cooperative(
    desk: State<'_, Desk>,
    code: &str,
    year: Option<i64>,
) -> Result<CooperativeView, Problem> {
    guarded(|| desk.cooperative(code, year))
}

/// The members of a cooperative in a year.
#[tauri::command(async)]
pub fn members(
    desk: State<'_, Desk>,
    coop: &str,
    year: Option<i64>,
) -> Result<MembersView, Problem> {
    guarded(|| desk.members(coop, year))
}

/// One member's page.
#[tauri::command(async)]
pub fn member(
    desk: State<'_, Desk>,
    coop: &str,
    code: &str,
    year: Option<i64>,
) -> Result<MemberView, Problem> {
    guarded(|| desk.member(coop, code, year))
}
