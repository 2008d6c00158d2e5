//! The chart of accounts with what stands on it.

use serde::Serialize;

use super::{Named, Yuan};

/// A cooperative's chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChartView {
    /// The cooperative.
    pub coop: Named,
    /// Every account, each above those below it.
    pub accounts: Vec<AccountRow>,
}

/// An account of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountRow {
    /// Its code.
    pub account: String,
    /// Its name.
    pub name: String,
    /// The code of the account above it.
    pub parent: Option<String>,
    /// `debit`, `credit` or `both`: the side on which it usually stands.
    pub side: &'static str,
    /// Whether it takes new lines; off (停用) it does not.
    pub active: bool,
    /// How many accounts stand above it.
    pub level: usize,
    /// What stands on it and below it after the last voucher; credit is negative.
    pub balance: Yuan,
}
