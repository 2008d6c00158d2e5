//! What makes vouchers by itself: asset cards, recurring vouchers, batches of birds, counts of
//! cash; yields, and what waits.

use app::view::asset::{
    AssetInput, AssetRow, AssetsView, ChargeView, DraftsMadeView, FlockInput, FlocksView,
    MoveInput, MoveMadeView, RecurringInput, RecurringView, UnitsInput,
};
use app::view::bank::{CashInput, CashMadeView, CashView};
use app::view::draft::{DraftView, SourceKind};
use app::view::waiting::WaitingView;
use app::view::yields::YieldsView;
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// The asset cards of a cooperative.
#[tauri::command(async)]
pub fn assets(desk: State<'_, Desk>, coop: &str) -> Result<AssetsView, Problem> {
    guarded(|| desk.assets(coop))
}

/// Adds an asset card.
#[tauri::command(async)]
pub fn asset_add(
    desk: State<'_, Desk>,
    coop: &str,
    input: AssetInput,
) -> Result<AssetRow, Problem> {
    guarded(|| desk.add_asset(coop, &input))
}

/// Voids an asset card.
#[tauri::command(async)]
pub fn asset_void(
    desk: State<'_, Desk>,
    coop: &str,
    code: &str,
    reason: &str,
) -> Result<AssetsView, Problem> {
    guarded(|| desk.void_asset(coop, code, reason))
}

/// An asset is gone: makes the draft of it.
#[tauri::command(async)]
pub fn asset_gone(
    desk: State<'_, Desk>,
    coop: &str,
    code: &str,
    on: &str,
    reason: &str,
) -> Result<DraftView, Problem> {
    guarded(|| desk.dispose_asset(coop, code, on, reason))
}

/// An asset is there after all.
#[tauri::command(async)]
pub fn asset_back(desk: State<'_, Desk>, coop: &str, code: &str) -> Result<AssetsView, Problem> {
    guarded(|| desk.keep_asset(coop, code))
}

/// What a month's charges would be.
#[tauri::command(async)]
pub fn charges_check(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
    units: Vec<UnitsInput>,
) -> Result<ChargeView, Problem> {
    guarded(|| desk.check_charges(coop, month, &units))
}

/// Charges a month.
#[tauri::command(async)]
pub fn charges_make(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
    units: Vec<UnitsInput>,
) -> Result<ChargeView, Problem> {
    guarded(|| desk.charge_assets(coop, month, &units))
}

/// The recurring vouchers, and what of a month is made.
#[tauri::command(async)]
pub fn recurring(desk: State<'_, Desk>, coop: &str, month: &str) -> Result<RecurringView, Problem> {
    guarded(|| desk.recurring(coop, month))
}

/// Keeps a recurring voucher.
#[tauri::command(async)]
pub fn recurring_add(
    desk: State<'_, Desk>,
    coop: &str,
    input: RecurringInput,
) -> Result<RecurringView, Problem> {
    guarded(|| desk.add_recurring(coop, &input))
}

/// A recurring voucher comes for the last time.
#[tauri::command(async)]
pub fn recurring_end(
    desk: State<'_, Desk>,
    coop: &str,
    name: &str,
    last: &str,
) -> Result<RecurringView, Problem> {
    guarded(|| desk.end_recurring(coop, name, last))
}

/// Makes the drafts of a month.
#[tauri::command(async)]
pub fn recurring_make(
    desk: State<'_, Desk>,
    coop: &str,
    month: &str,
) -> Result<DraftsMadeView, Problem> {
    guarded(|| desk.make_recurring(coop, month))
}

/// The batches of a cooperative.
#[tauri::command(async)]
pub fn flocks(desk: State<'_, Desk>, coop: &str) -> Result<FlocksView, Problem> {
    guarded(|| desk.flocks(coop))
}

/// Begins a batch.
#[tauri::command(async)]
pub fn flock_begin(
    desk: State<'_, Desk>,
    coop: &str,
    input: FlockInput,
) -> Result<FlocksView, Problem> {
    guarded(|| desk.add_flock(coop, &input))
}

/// Notes what happened to a batch.
#[tauri::command(async)]
pub fn flock_note(
    desk: State<'_, Desk>,
    coop: &str,
    flock: &str,
    input: MoveInput,
) -> Result<MoveMadeView, Problem> {
    guarded(|| desk.add_flock_move(coop, flock, &input))
}

/// Makes the draft of an entry again.
#[tauri::command(async)]
pub fn flock_draft(desk: State<'_, Desk>, coop: &str, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.flock_move_draft(coop, id))
}

/// Voids an entry.
#[tauri::command(async)]
pub fn flock_void(
    desk: State<'_, Desk>,
    coop: &str,
    id: i64,
    reason: &str,
) -> Result<FlocksView, Problem> {
    guarded(|| desk.void_flock_move(coop, id, reason))
}

/// The counts of cash.
#[tauri::command(async)]
pub fn cash(desk: State<'_, Desk>, coop: &str) -> Result<CashView, Problem> {
    guarded(|| desk.cash(coop))
}

/// Keeps a count of cash.
#[tauri::command(async)]
pub fn cash_count(
    desk: State<'_, Desk>,
    coop: &str,
    input: CashInput,
) -> Result<CashMadeView, Problem> {
    guarded(|| desk.count_cash(coop, &input))
}

/// Makes the draft of a count again.
#[tauri::command(async)]
pub fn cash_draft(desk: State<'_, Desk>, coop: &str, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.cash_draft(coop, id))
}

/// Yields or deliveries of a year.
#[tauri::command(async)]
pub fn yields(
    desk: State<'_, Desk>,
    coop: &str,
    year: Option<i64>,
    kind: SourceKind,
) -> Result<YieldsView, Problem> {
    guarded(|| desk.yields(coop, year, kind))
}

/// What waits in all cooperatives.
#[tauri::command(async)]
pub fn waiting(desk: State<'_, Desk>) -> Result<WaitingView, Problem> {
    guarded(|| desk.waiting())
}
