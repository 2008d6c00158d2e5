//! What waits for the accountant.

use serde::Serialize;
use ts_rs::TS;

use super::{Named, Text};

/// What waits, by kind; nothing where all is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingView {
    /// The kinds of which something waits.
    pub rows: Vec<WaitingRow>,
}

/// What can wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WaitingKind {
    /// Voucher drafts.
    Drafts,
    /// Months that are over and not closed.
    Months,
    /// Distributions that are not approved, or not posted.
    Distributions,
    /// A copy of the book.
    Backup,
}

/// A kind of which something waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingRow {
    /// The kind.
    pub kind: WaitingKind,
    /// How many in all.
    pub count: u32,
    /// The same in words.
    pub text: Text,
    /// Cooperative by cooperative.
    pub items: Vec<WaitingItem>,
}

/// What waits in a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingItem {
    /// The cooperative.
    pub coop: Named,
    /// How many.
    pub count: u32,
    /// Of which year.
    pub year: Option<i16>,
    /// The same in words.
    pub text: Text,
}
