//! Payments of what distributions gave.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::DraftView;
use super::{Named, Yuan};

/// What a distribution gave, and what of it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaymentsView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The year of the distribution.
    pub year: i16,
    /// The years whose distributions are posted.
    pub years: Vec<i16>,
    /// The accounts that can be paid from.
    pub accounts: Vec<Named>,
    /// The day of the posting, before which nothing is paid.
    pub posted_on: String,
    /// Every member, in the order of the distribution.
    pub rows: Vec<PaymentRow>,
    /// The sums.
    pub totals: PaymentSums,
}

/// What a distribution gave a member, and what of it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaymentRow {
    /// The member.
    pub member: Named,
    /// Whether a bank account is noted.
    pub has_account: bool,
    /// The figures.
    #[serde(flatten)]
    pub sums: PaymentSums,
}

/// Given, paid and left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct PaymentSums {
    /// The patronage refund.
    pub refund: Yuan,
    /// The residual dividend, with any guaranteed part.
    pub dividend: Yuan,
    /// Paid of both.
    pub paid: Yuan,
    /// In drafts that are not posted yet.
    pub drafted: Yuan,
    /// Still to be paid, without what is in drafts.
    pub left: Yuan,
    /// Of it, from years before.
    pub earlier: Yuan,
}

/// A payment as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PaymentInput {
    /// The day.
    pub on: String,
    /// The codes of the members; all to whom something is owed where empty.
    #[serde(default)]
    pub members: Vec<String>,
    /// How much, in yuan, of one member; all that is owed where empty.
    #[serde(default)]
    pub amount: Option<String>,
    /// The account that is paid from; the first of 102 where empty.
    #[serde(default)]
    pub account: Option<String>,
}

/// What came of a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaidView {
    /// What is paid and left with it.
    pub payments: PaymentsView,
    /// How many members were paid.
    pub members: u32,
    /// How much.
    pub amount: Yuan,
    /// The number of the voucher.
    pub voucher: Option<String>,
    /// Its draft, where somebody else has to review it.
    pub draft: Option<DraftView>,
}

/// A file for the bank that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankFileView {
    /// Where it lies.
    pub path: String,
    /// How many payments it orders.
    pub payments: u32,
    /// What they come to.
    pub amount: Yuan,
    /// The members to whom something is owed and of whom no bank account is noted.
    pub without_account: Vec<Named>,
}
