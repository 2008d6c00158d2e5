//! Payments of what distributions gave.

use std::path::PathBuf;

use app::view::ledger::SavedView;
use app::view::payment::{BankFileView, PaidView, PaymentInput, PaymentsView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// What a distribution gave, and what of it is paid.
#[tauri::command(async)]
pub fn payments(
    desk: State<'_, Desk>,
    coop: &str,
    year: Option<i64>,
) -> Result<PaymentsView, Problem> {
    guarded(|| desk.payments(coop, year))
}

/// Pays members what they are owed.
#[tauri::command(async)]
pub fn payment_make(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    input: PaymentInput,
) -> Result<PaidView, Problem> {
    guarded(|| desk.pay(coop, year, &input))
}

/// Writes the file by which the bank pays.
#[tauri::command(async)]
pub fn payment_file(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    path: PathBuf,
) -> Result<BankFileView, Problem> {
    guarded(|| desk.save_bank_file(coop, year, &path))
}

/// Writes the sheet on which members sign for what they are paid.
#[tauri::command(async)]
pub fn payment_sheet(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    path: PathBuf,
) -> Result<SavedView, Problem> {
    guarded(|| desk.save_payment_sheet(coop, year, &path))
}
