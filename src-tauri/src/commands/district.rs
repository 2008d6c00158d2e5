//! The district's year.

use app::view::district::{OverviewView, TargetsView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// The year at a glance; the latest one if none is named.
#[tauri::command(async)]
pub fn overview(desk: State<'_, Desk>, year: Option<i64>) -> Result<OverviewView, Problem> {
    guarded(|| desk.overview(year))
}

/// Targets, pay cuts, townships and awards of a year.
#[tauri::command(async)]
pub fn targets(desk: State<'_, Desk>, year: Option<i64>) -> Result<TargetsView, Problem> {
    guarded(|| desk.targets(year))
}
