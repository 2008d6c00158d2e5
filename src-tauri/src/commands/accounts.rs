//! The chart of accounts: what is in it, a sub-account more, an account off or on.

use app::view::account::{AccountRow, ChartView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// The chart of a cooperative.
#[tauri::command(async)]
pub fn accounts(desk: State<'_, Desk>, coop: &str) -> Result<ChartView, Problem> {
    guarded(|| desk.chart(coop))
}

/// Adds a sub-account; without a code it gets the next free one.
#[tauri::command(async)]
pub fn account_add(
    desk: State<'_, Desk>,
    coop: &str,
    parent: &str,
    name: &str,
    code: Option<&str>,
) -> Result<AccountRow, Problem> {
    guarded(|| desk.add_account(coop, parent, name, code))
}

/// Switches an account off or on.
#[tauri::command(async)]
pub fn account_switch(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    active: bool,
) -> Result<AccountRow, Problem> {
    guarded(|| desk.switch_account(coop, account, active))
}
