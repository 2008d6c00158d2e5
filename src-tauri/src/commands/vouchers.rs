//! Posted vouchers and the list: looked at, taken back, put right, and what the window is set to.

use std::path::PathBuf;

use app::view::draft::{
    CorrectedView, OperatorView, ReversedView, ReviewView, VoucherState, VouchersAsked,
    VouchersView,
};
use app::view::paper::VouchersPrintedView;
use app::view::voucher::VoucherView;
use app::{Desk, Printed, Problem};
use tauri::State;
use tauri::ipc::Response;

use crate::guard::guarded;

/// The vouchers of a cooperative and year, drafts first, the latest first.
#[expect(clippy::too_many_arguments, reason = "the page leaves out what it does not ask for")]
#[tauri::command(async)]
pub fn vouchers(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    state: Option<VoucherState>,
    month: Option<String>,
    text: Option<String>,
    limit: Option<u32>,
    before: Option<String>,
) -> Result<VouchersView, Problem> {
    let asked = VouchersAsked { state, month, text, limit, before };
    guarded(|| desk.vouchers(coop, year, &asked))
}

/// One posted voucher.
#[tauri::command(async)]
pub fn voucher(desk: State<'_, Desk>, coop: &str, number: &str) -> Result<VoucherView, Problem> {
    guarded(|| desk.voucher(coop, number))
}

/// Takes a posted voucher back in red.
#[tauri::command(async)]
pub fn voucher_reverse(
    desk: State<'_, Desk>,
    coop: &str,
    number: &str,
    on: &str,
    reason: &str,
) -> Result<ReversedView, Problem> {
    guarded(|| desk.voucher_reverse(coop, number, on, reason))
}

/// Takes a posted voucher back in red and opens a draft that puts it right.
#[tauri::command(async)]
pub fn voucher_correct(
    desk: State<'_, Desk>,
    coop: &str,
    number: &str,
    on: &str,
    reason: &str,
) -> Result<CorrectedView, Problem> {
    guarded(|| desk.voucher_correct(coop, number, on, reason))
}

/// Says who works at this window.
#[tauri::command(async)]
pub fn operator_set(desk: State<'_, Desk>, name: &str) -> Result<OperatorView, Problem> {
    guarded(|| desk.operator_set(name))
}

/// Says whether somebody else reviews a voucher before it is posted.
#[tauri::command(async)]
pub fn review_set(desk: State<'_, Desk>, on: bool) -> Result<ReviewView, Problem> {
    guarded(|| desk.review_set(on))
}

/// Vouchers as the bytes of a PDF, for the preview.
#[tauri::command(async)]
pub fn vouchers_pdf(
    desk: State<'_, Desk>,
    coop: &str,
    numbers: Vec<String>,
) -> Result<Response, Problem> {
    guarded(|| desk.vouchers_pdf(coop, &numbers).map(Response::new))
}

/// Writes vouchers to a file: those of these numbers, or all of some days.
#[tauri::command(async)]
pub fn vouchers_save(
    desk: State<'_, Desk>,
    coop: &str,
    from: Option<&str>,
    to: Option<&str>,
    numbers: Option<Vec<String>>,
    path: PathBuf,
) -> Result<VouchersPrintedView, Problem> {
    let which = numbers.as_deref().map_or(Printed::Days(from, to), Printed::Numbers);
    guarded(|| desk.vouchers_save(coop, which, &path))
}
