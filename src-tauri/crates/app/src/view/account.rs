//! The chart of accounts with what stands on it.

use domain::account::Account;
use serde::Serialize;
use ts_rs::TS;

use super::{Named, Text, Yuan};

/// A cooperative's chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChartView {
    /// The cooperative.
    pub coop: Named,
    /// The year of the last voucher: the ledgers of this year end with the balances shown.
    pub year: i16,
    /// Every account, each above those below it.
    pub accounts: Vec<AccountRow>,
}

/// An account of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountRow {
    /// Its code.
    pub account: String,
    /// Its name.
    pub name: String,
    /// The initials of its name in pinyin, to find it by.
    pub initials: String,
    /// The code of the account above it.
    pub parent: Option<String>,
    /// `debit`, `credit` or `both`: the side on which it usually stands.
    #[ts(type = "\"debit\" | \"credit\" | \"both\"")]
    pub side: &'static str,
    /// By what its lines are told apart (明细核算).
    pub detail: Option<DetailKind>,
    /// Whether it takes new lines; off (停用) it does not.
    pub active: bool,
    /// How many accounts stand above it.
    pub level: usize,
    /// What stands on it and below it after the last voucher; credit is negative.
    pub balance: Yuan,
    /// The code that the next sub-account below it gets.
    pub next: String,
    /// Why it can have no sub-account; nothing where it can.
    pub none_below: Option<Text>,
}

/// By what the lines of an account are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DetailKind {
    /// 成员, without whom a line is refused.
    Member,
    /// 往来单位.
    Counterparty,
    /// 项目或批次.
    Project,
    /// 开户银行.
    Bank,
    /// 贷款人.
    Lender,
    /// 人员类别.
    StaffGroup,
    /// 税种.
    Tax,
    /// 来源.
    Source,
    /// 用途.
    Use,
    /// Something that this version has no word for.
    Other,
}

impl DetailKind {
    /// The kind that an account wants; nothing where it wants none.
    #[must_use]
    pub fn of(account: &Account) -> Option<Self> {
        Some(match account.detail.as_deref()? {
            "member" => DetailKind::Member,
            "counterparty" => DetailKind::Counterparty,
            "project" => DetailKind::Project,
            "bank" => DetailKind::Bank,
            "lender" => DetailKind::Lender,
            "group" => DetailKind::StaffGroup,
            "tax" => DetailKind::Tax,
            "source" => DetailKind::Source,
            "use" => DetailKind::Use,
            _ => DetailKind::Other,
        })
    }
}
