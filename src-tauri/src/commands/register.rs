//! The registers: cooperatives and their members.

use app::view::Named;
use app::view::draft::DraftView;
use app::view::register::{
    CooperativeView, CooperativesView, MemberInput, MemberView, MembersView,
};
use app::view::share::{
    MemberChangeInput, ReserveInput, ReserveView, ShareMoveInput, ShareMoveMadeView, ShareMovesView,
};
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

/// Adds a member.
#[tauri::command(async)]
pub fn member_add(desk: State<'_, Desk>, coop: &str, input: MemberInput) -> Result<Named, Problem> {
    guarded(|| desk.add_member(coop, input))
}

/// Changes what the register says of a member.
#[tauri::command(async)]
pub fn member_change(
    desk: State<'_, Desk>,
    coop: &str,
    code: &str,
    input: MemberChangeInput,
) -> Result<MemberView, Problem> {
    guarded(|| desk.change_member(coop, code, &input))
}

/// Notes a move of capital, and makes its draft.
#[tauri::command(async)]
pub fn share_move(
    desk: State<'_, Desk>,
    coop: &str,
    input: ShareMoveInput,
) -> Result<ShareMoveMadeView, Problem> {
    guarded(|| desk.add_share_move(coop, &input))
}

/// Makes the draft of a move again.
#[tauri::command(async)]
pub fn share_move_draft(desk: State<'_, Desk>, coop: &str, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.share_move_draft(coop, id))
}

/// Takes a move back.
#[tauri::command(async)]
pub fn share_move_undo(
    desk: State<'_, Desk>,
    coop: &str,
    id: i64,
    reason: &str,
) -> Result<ShareMovesView, Problem> {
    guarded(|| desk.void_share_move(coop, id, reason))
}

/// Splits the reserve among the members.
#[tauri::command(async)]
pub fn reserve_quantify(
    desk: State<'_, Desk>,
    coop: &str,
    input: ReserveInput,
) -> Result<ReserveView, Problem> {
    guarded(|| desk.quantify_reserve(coop, &input))
}
