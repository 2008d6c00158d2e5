//! Statements (会计报表): the statutory forms with their lines and the checks between them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ledger::SheetView;
use super::{Named, Text, Yuan};

/// Which statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// 资产负债表, 会农社01表.
    BalanceSheet,
    /// 盈余及盈余分配表, 会农社02表.
    Surplus,
    /// 成员权益变动表, 会农社03表.
    Equity,
    /// 成员账户, one page for each member.
    MemberAccount,
    /// 科目余额表.
    TrialBalance,
    /// 收支明细表.
    IncomeDetail,
}

/// What of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StatementQuery {
    /// The year.
    #[ts(type = "number")]
    pub year: i64,
    /// The last month, `2025-06`, of an interim statement; December where empty.
    #[serde(default)]
    pub month: Option<String>,
    /// The member's code, for a member account; on paper all members where empty.
    #[serde(default)]
    pub member: Option<String>,
}

/// A statement as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementView {
    /// The cooperative.
    pub coop: Named,
    /// Which one.
    pub kind: StatementKind,
    /// The year.
    pub year: i16,
    /// The last day of it.
    pub at: String,
    /// The statement.
    pub sheet: SheetView,
    /// The checks between forms.
    pub checks: Vec<FormCheckView>,
    /// What is worth knowing of it.
    pub notes: Vec<Text>,
}

/// A check between forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormCheckView {
    /// What is compared.
    pub what: Text,
    /// Whether both are the same.
    pub holds: bool,
    /// One figure.
    pub one: Yuan,
    /// The other.
    pub other: Yuan,
    /// By how much they differ.
    pub difference: Yuan,
}

/// What statements can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatementChoices {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The years with books.
    pub years: Vec<i16>,
    /// The first month with books.
    pub first: String,
    /// The last month with vouchers.
    pub last: String,
    /// The members.
    pub members: Vec<Named>,
}

/// A statement as the command line prints it: its lines by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementReport {
    /// The cooperative's code.
    pub coop: String,
    /// Which one.
    pub statement: StatementKind,
    /// The number of the form.
    pub form: Option<String>,
    /// The year.
    pub year: i16,
    /// The last day of it.
    pub at: String,
    /// The member, of a member account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<Named>,
    /// The lines.
    pub rows: Vec<StatementRow>,
    /// The checks between forms.
    pub checks: Vec<FormCheckView>,
    /// What is worth knowing of it.
    pub notes: Vec<Text>,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementRow {
    /// Its number on the form (行次), where it has one.
    pub line: Option<u8>,
    /// The account's code, of a line that is an account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// What else it says, such as a day.
    #[serde(flatten)]
    pub words: BTreeMap<&'static str, String>,
    /// Its figures by column; a figure that the form has no place for is missing.
    #[serde(flatten)]
    pub amounts: BTreeMap<&'static str, Yuan>,
}
