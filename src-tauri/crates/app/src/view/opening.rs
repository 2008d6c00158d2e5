//! Opening balances: the sheet as it is typed and as it was confirmed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Named, Text, Yuan};

/// One balance as it was typed; both sides may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpeningRowInput {
    /// The account's code.
    pub account: String,
    /// The member's code, where the account is kept by members.
    pub member: Option<String>,
    /// The counterparty, where one is named.
    pub counterparty: Option<String>,
    /// The debit balance.
    pub debit: String,
    /// The credit balance.
    pub credit: String,
}

/// The sheet of a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpeningView {
    /// The cooperative.
    pub coop: Named,
    /// The day that the balances are of: the one before the books begin.
    pub day: String,
    /// The month from which the books are kept.
    pub starts: String,
    /// Every account that may hold a balance, in chart order.
    pub accounts: Vec<OpeningAccount>,
    /// The members, for the accounts that are kept by them.
    pub members: Vec<Named>,
    /// The sum of the debit balances that can be read.
    pub debit: Yuan,
    /// The sum of the credit balances that can be read.
    pub credit: Yuan,
    /// Debit less credit.
    pub difference: Yuan,
    /// Whether there are balances, both sides are equal and nothing is wrong with any.
    pub balances: bool,
    /// What is wrong, in the order of the rows.
    pub faults: Vec<OpeningFault>,
    /// The number of the voucher that the sheet became.
    pub voucher: Option<String>,
    /// Why nothing can be typed any more.
    pub locked: Option<Text>,
}

/// An account that may hold a balance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpeningAccount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it has sub-accounts, which hold the balances instead.
    pub heading: bool,
    /// Whether it is a sub-account.
    pub below: bool,
    /// Whether its balance is typed member by member.
    pub by_member: bool,
    /// What was typed for it.
    pub lines: Vec<OpeningLine>,
    /// The sum of its debit balances that can be read.
    pub debit: Yuan,
    /// The sum of its credit balances that can be read.
    pub credit: Yuan,
}

/// A balance of an account as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpeningLine {
    /// The member's code.
    pub member: Option<String>,
    /// The counterparty.
    pub counterparty: Option<String>,
    /// The debit balance.
    pub debit: String,
    /// The credit balance.
    pub credit: String,
}

/// A balance that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpeningFault {
    /// The account's code, as it was typed.
    pub account: String,
    /// The member's code.
    pub member: Option<String>,
    /// What is wrong.
    pub text: Text,
}
