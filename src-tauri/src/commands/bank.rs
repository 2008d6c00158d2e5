//! The bank's statements beside the books.

use std::path::PathBuf;

use app::view::bank::{BankTakenView, BankView};
use app::view::ledger::SavedView;
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;

/// A bank account at the end of a month.
#[tauri::command(async)]
pub fn bank(
    desk: State<'_, Desk>,
    coop: &str,
    account: Option<&str>,
    month: Option<&str>,
) -> Result<BankView, Problem> {
    guarded(|| desk.bank(coop, account, month))
}

/// Takes a statement of the bank.
#[tauri::command(async)]
pub fn bank_take(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    path: PathBuf,
) -> Result<BankTakenView, Problem> {
    guarded(|| desk.take_bank_statement(coop, Some(account), &path))
}

/// Says that lines are the same money.
#[tauri::command(async)]
pub fn bank_match(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    month: &str,
    bank: Vec<String>,
    book: Vec<String>,
) -> Result<BankView, Problem> {
    guarded(|| desk.match_bank((coop, account, month), &bank, &book))
}

/// Takes lines apart again.
#[tauri::command(async)]
pub fn bank_unmatch(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    month: &str,
    group: i64,
) -> Result<BankView, Problem> {
    guarded(|| desk.unmatch_bank((coop, account, month), group))
}

/// Reconciles an account at the end of a month.
#[tauri::command(async)]
pub fn bank_reconcile(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    month: &str,
    balance: Option<&str>,
) -> Result<BankView, Problem> {
    guarded(|| desk.reconcile_bank((coop, account, month), balance))
}

/// Voids a statement that was taken by mistake.
#[tauri::command(async)]
pub fn bank_void(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    id: i64,
    reason: &str,
) -> Result<BankView, Problem> {
    guarded(|| desk.void_bank_statement((coop, account), id, reason))
}

/// Writes the reconciliation to a file.
#[tauri::command(async)]
pub fn bank_save(
    desk: State<'_, Desk>,
    coop: &str,
    account: &str,
    month: &str,
    balance: Option<&str>,
    path: PathBuf,
) -> Result<SavedView, Problem> {
    guarded(|| desk.save_reconciliation((coop, account, month), balance, &path))
}
