//! What makes vouchers by itself in the open book: asset cards, recurring vouchers, batches of
//! birds, the bank and the cash box; yields, and what waits.

use std::path::Path;

use super::Desk;
use crate::problem::Problem;
use crate::view::asset::{
    AssetInput, AssetRow, AssetsView, ChargeView, DraftsMadeView, FlockInput, FlocksView,
    MoveInput, MoveMadeView, RecurringInput, RecurringView, UnitsInput,
};
use crate::view::bank::{BankTakenView, BankView, CashInput, CashMadeView, CashView};
use crate::view::draft::{DraftView, SourceKind};
use crate::view::ledger::SavedView;
use crate::view::payment::{BankFileView, PaidView, PaymentInput, PaymentsView};
use crate::view::waiting::WaitingView;
use crate::view::yields::YieldsView;

macro_rules! asked_of_the_book {
    ($($name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)*) => {
        impl Desk {
            $(
                #[doc = concat!("See `Book::", stringify!($name), "`.")]
                ///
                /// # Errors
                /// As there, and no book that is open.
                pub fn $name(&self, $($arg: $type),*) -> Result<$answer, Problem> {
                    self.with(|book| book.$name($($arg),*))
                }
            )*
        }
    };
}

asked_of_the_book! {
    assets(coop: &str) -> AssetsView;
    add_asset(coop: &str, input: &AssetInput) -> AssetRow;
    void_asset(coop: &str, code: &str, why: &str) -> AssetsView;
    dispose_asset(coop: &str, code: &str, on: &str, why: &str) -> DraftView;
    keep_asset(coop: &str, code: &str) -> AssetsView;
    check_charges(coop: &str, month: &str, units: &[UnitsInput]) -> ChargeView;
    charge_assets(coop: &str, month: &str, units: &[UnitsInput]) -> ChargeView;
    clear_pending(coop: &str, month: &str) -> DraftsMadeView;
    recurring(coop: &str, month: &str) -> RecurringView;
    add_recurring(coop: &str, input: &RecurringInput) -> RecurringView;
    end_recurring(coop: &str, name: &str, last: &str) -> RecurringView;
    make_recurring(coop: &str, month: &str) -> DraftsMadeView;
    flocks(coop: &str) -> FlocksView;
    add_flock(coop: &str, input: &FlockInput) -> FlocksView;
    add_flock_move(coop: &str, flock: &str, input: &MoveInput) -> MoveMadeView;
    flock_move_draft(coop: &str, id: i64) -> DraftView;
    void_flock_move(coop: &str, id: i64, why: &str) -> FlocksView;
    bank(coop: &str, account: Option<&str>, month: Option<&str>) -> BankView;
    take_bank_statement(coop: &str, account: Option<&str>, path: &Path) -> BankTakenView;
    match_bank(at: (&str, &str, &str), bank: &[String], book: &[String]) -> BankView;
    unmatch_bank(at: (&str, &str, &str), group: i64) -> BankView;
    reconcile_bank(at: (&str, &str, &str), balance: Option<&str>) -> BankView;
    void_bank_statement(at: (&str, &str), id: i64, why: &str) -> BankView;
    save_reconciliation(
        at: (&str, &str, &str),
        balance: Option<&str>,
        path: &Path
    ) -> SavedView;
    cash(coop: &str) -> CashView;
    count_cash(coop: &str, input: &CashInput) -> CashMadeView;
    cash_draft(coop: &str, id: i64) -> DraftView;
    payments(coop: &str, year: Option<i64>) -> PaymentsView;
    pay(coop: &str, year: i64, input: &PaymentInput) -> PaidView;
    save_plan(coop: &str, year: i64, path: &Path) -> SavedView;
    save_payment_sheet(coop: &str, year: i64, path: &Path) -> SavedView;
    save_bank_file(coop: &str, year: i64, path: &Path) -> BankFileView;
    yields(coop: &str, year: Option<i64>, kind: SourceKind) -> YieldsView;
    waiting() -> WaitingView;
}
