//! What the books say: the trial balance, and the whole books for other programs.

use serde::Serialize;
use ts_rs::TS;

use super::{Named, Text, Yuan};

/// A trial balance at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrialBalanceView {
    /// The cooperative.
    pub coop: Named,
    /// The first day of the turnover.
    pub from: String,
    /// The last day of the turnover.
    pub at: String,
    /// Every account that has lines of its own, in chart order.
    pub rows: Vec<TrialBalanceRow>,
    /// The sums of all rows.
    pub totals: TrialBalanceTotals,
}

impl TrialBalanceView {
    /// How what it opens with is called.
    #[must_use]
    pub fn opening_name(&self) -> Text {
        if self.from.ends_with("-01-01") {
            Text::new("年初余额", "Opening")
        } else {
            Text::new("期初余额", "Opening")
        }
    }
}

/// One account, with only its own figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrialBalanceRow {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub name: String,
    /// What stood before the first day of the turnover; credit is negative.
    pub opening: Yuan,
    /// Debits of the turnover.
    pub debit: Yuan,
    /// Credits of the turnover.
    pub credit: Yuan,
    /// Opening and turnover together; credit is negative.
    pub closing: Yuan,
}

/// The sums of a trial balance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrialBalanceTotals {
    /// Zero where the books balance.
    pub opening: Yuan,
    /// All debits.
    pub debit: Yuan,
    /// All credits, the same as the debits.
    pub credit: Yuan,
    /// Zero where the books balance.
    pub closing: Yuan,
}

/// The books of a cooperative as a journal for hledger and ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HledgerView {
    /// The cooperative.
    pub coop: Named,
    /// How many vouchers it holds.
    pub vouchers: u32,
    /// The journal itself.
    pub text: String,
}

/// A journal that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedView {
    /// The cooperative.
    pub coop: Named,
    /// How many vouchers it holds.
    pub vouchers: u32,
    /// Where it lies.
    pub path: String,
    /// How many bytes.
    pub bytes: u32,
}

/// A month after it was closed or reopened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthView {
    /// The cooperative's code.
    pub coop: String,
    /// The month, `2025-03`.
    pub month: String,
    /// Whether nothing is posted in it.
    pub closed: bool,
    /// What is worth knowing of it: lines without the detail that their account wants.
    pub notes: Vec<Text>,
    /// The numbers of the vouchers that closing it made.
    pub vouchers: Vec<String>,
    /// Where the copy lies that was made then, or why there is none; nothing where none is made.
    pub backup: Option<Text>,
}
