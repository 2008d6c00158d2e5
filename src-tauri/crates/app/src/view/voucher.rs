//! Vouchers as they are typed and looked at, and the register of an account.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::{AttachmentRow, OriginLink, SourceLink, VoucherState};
use super::{Named, QuantityText, Yuan};
use crate::calc::input::{count_text, list, owned_text};

/// A voucher as it is typed or comes as JSON. What is missing is said when it is posted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VoucherInput {
    /// The cooperative's code.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub coop: Option<String>,
    /// The day, `2025-03-31`.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The word before the number; 记 where it is missing.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// What it is for.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How many papers belong to it (附件张数).
    #[serde(default, deserialize_with = "count_text", skip_serializing_if = "Option::is_none")]
    pub papers: Option<String>,
    /// Its lines, in order.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<VoucherLineInput>>,
}

/// A line as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VoucherLineInput {
    /// What the line is for, where that is not what the voucher is for.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The account's code.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The amount on the debit side, in yuan; one of the two sides is filled.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub debit: Option<String>,
    /// The amount on the credit side.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The member's code.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Another party.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub counterparty: Option<String>,
    /// A project or batch.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// How much.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// The unit price.
    #[serde(default, deserialize_with = "owned_text", skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
}

/// A posted voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoucherView {
    /// The cooperative.
    pub coop: Named,
    /// Month, word and number, `2025-03 记-031`.
    pub number: String,
    /// The day.
    pub date: String,
    /// What it is for.
    pub summary: String,
    /// Its lines, in order.
    pub lines: Vec<VoucherLineView>,
    /// The sum of the debit side.
    pub debit: Yuan,
    /// The sum of the credit side, the same.
    pub credit: Yuan,
    /// The number of the voucher that it takes back.
    pub reverses: Option<String>,
    /// Why it takes that back.
    pub reason: Option<String>,
    /// The number of the red voucher that takes it back.
    pub reversed_by: Option<String>,
    /// The number of the voucher that it puts right, which was taken back.
    pub corrects: Option<String>,
    /// The number of the voucher that puts it right.
    pub corrected_by: Option<String>,
    /// Always `posted`.
    pub state: VoucherState,
    /// Who prepared it (制单).
    pub preparer: String,
    /// Who reviewed it (审核).
    pub reviewer: Option<String>,
    /// Who posted it (记账).
    pub poster: String,
    /// When it was posted, by the clock of this machine: `2025-03-31 16:20`.
    pub posted_at: String,
    /// Its place in the chain.
    #[ts(type = "number")]
    pub seq: i64,
    /// How many papers belong to it.
    pub papers: u32,
    /// The files that prove it.
    pub attachments: Vec<AttachmentRow>,
    /// What it was made of.
    pub sources: Vec<SourceLink>,
    /// What made it by itself.
    pub origins: Vec<OriginLink>,
}

/// A line of a posted voucher; one side is zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoucherLineView {
    /// What the line is for.
    pub summary: String,
    /// The account's code.
    pub account: String,
    /// The account's name.
    pub name: String,
    /// The debit; below zero in red.
    pub debit: Yuan,
    /// The credit; below zero in red.
    pub credit: Yuan,
    /// The member that it concerns.
    pub member: Option<Named>,
    /// Another party.
    pub counterparty: Option<String>,
    /// A project or batch.
    pub project: Option<String>,
    /// How much.
    pub quantity: Option<QuantityText>,
    /// The unit price.
    pub price: Option<QuantityText>,
}

/// The register of an account (明细账) for a year, with the accounts below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegisterView {
    /// The cooperative.
    pub coop: Named,
    /// The account.
    pub account: Named,
    /// The year.
    pub year: i16,
    /// What it stood at on 1 January; credit is negative.
    pub opening: Yuan,
    /// Every line of the year, in order of day and number.
    pub rows: Vec<RegisterRow>,
    /// All debits of the year.
    pub debit: Yuan,
    /// All credits of the year.
    pub credit: Yuan,
    /// What it stands at after the last line; credit is negative.
    pub closing: Yuan,
}

/// A line in a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegisterRow {
    /// The day.
    pub date: String,
    /// The voucher's month, word and number.
    pub voucher: String,
    /// What the line is for.
    pub summary: String,
    /// The line's account: the register's own, or one below it.
    pub account: Named,
    /// The accounts of the voucher on the other side (对方科目), with their amounts.
    pub counter: Vec<CounterLine>,
    /// The debit; below zero in red.
    pub debit: Yuan,
    /// The credit; below zero in red.
    pub credit: Yuan,
    /// What the account stands at after the line; credit is negative.
    pub balance: Yuan,
}

/// An account on the other side of a voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CounterLine {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub name: String,
    /// The amount on its side; below zero in red.
    pub amount: Yuan,
}
