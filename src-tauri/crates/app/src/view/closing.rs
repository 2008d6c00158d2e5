//! Closing: the months as tiles, the checklist of each, the year step by step with its vouchers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::district::DistributionStatus;
use super::voucher::VoucherLineView;
use super::{Named, Text, Yuan};

/// How far a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum YearStateView {
    /// Its months are used and closed one by one.
    Open,
    /// Income and cost stand on 332; the distribution is still to come (结账中).
    Closing,
    /// Nothing of it changes any more (已年结).
    Closed,
}

/// When a distribution is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PostingDateView {
    /// 31 December of its year.
    YearEnd,
    /// The day of the resolution or later.
    Resolution,
}

/// The months and the year of a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClosingView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The year.
    pub year: i16,
    /// The years from the first with books through the last with vouchers.
    pub years: Vec<i16>,
    /// How far the year is.
    pub state: YearStateView,
    /// When its distribution is dated, once that is settled.
    pub posting_date: Option<PostingDateView>,
    /// Its twelve months.
    pub months: Vec<MonthTile>,
    /// The month that is closed next, in whatever year it lies.
    pub next: Option<String>,
    /// How far the year's distribution is.
    pub distribution: DistributionStatus,
    /// Whether its vouchers are in the books.
    pub posted: bool,
    /// The vouchers of closing that are dated in the year.
    pub vouchers: Vec<ClosingStepRow>,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthTile {
    /// The month, `2025-03`.
    pub month: String,
    /// Whether nothing is posted in it.
    pub closed: bool,
    /// Whether it lies before the books begin.
    pub before: bool,
    /// How many vouchers are posted in it.
    pub vouchers: u32,
    /// How many drafts are dated in it.
    pub drafts: u32,
}

/// A voucher of closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClosingStepRow {
    /// Which step it is.
    pub step: Text,
    /// Its number.
    pub voucher: String,
    /// Its day.
    pub date: String,
    /// How much it moves.
    pub amount: Yuan,
    /// Whether it was taken back in red.
    pub taken_back: bool,
}

/// How a thing on the checklist stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// It holds.
    Ok,
    /// It is worth a look and bars nothing.
    Note,
    /// It stands in the way of closing.
    Bar,
}

/// A thing on the checklist of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckItem {
    /// A stable code, such as `drafts`.
    pub code: String,
    /// How it stands.
    pub state: CheckState,
    /// What was looked at and found, with the way on where it does not hold.
    pub text: Text,
    /// What it is about, line by line.
    pub details: Vec<Text>,
}

/// A voucher as it would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposedVoucher {
    /// What it is for, as a step.
    pub step: Text,
    /// Its day.
    pub date: String,
    /// Its summary.
    pub summary: String,
    /// Its lines.
    pub lines: Vec<VoucherLineView>,
    /// The sum of its debit side.
    pub amount: Yuan,
}

/// A month looked over before it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthCheckView {
    /// The cooperative.
    pub coop: Named,
    /// The month.
    pub month: String,
    /// Whether it is closed already.
    pub closed: bool,
    /// Whether nothing stands in the way.
    pub may_close: bool,
    /// The checklist.
    pub items: Vec<CheckItem>,
    /// The vouchers that closing makes.
    pub vouchers: Vec<ProposedVoucher>,
}

/// How a year is closed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearCloseInput {
    /// When the distribution is dated.
    pub posting_date: PostingDateView,
    /// How much of a loss the reserve covers, in yuan; nothing where empty.
    #[serde(default)]
    pub cover: Option<String>,
}

/// A year, or what closing it would make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct YearView {
    /// The cooperative.
    pub coop: Named,
    /// The year.
    pub year: i16,
    /// How far it is, or would be.
    pub state: YearStateView,
    /// When its distribution is dated.
    pub posting_date: Option<PostingDateView>,
    /// The vouchers, in order.
    pub vouchers: Vec<ProposedVoucher>,
    /// The numbers that they got; empty of a year that was only looked over.
    pub numbers: Vec<String>,
    /// What is undistributed after it: 332-未分配盈余, a loss below zero.
    pub undistributed: Yuan,
    /// What the reserve holds, which could cover a loss.
    pub reserve: Yuan,
    /// What comes next.
    pub next: Text,
}

/// The vouchers of a distribution, made or as they would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostingView {
    /// The cooperative.
    pub coop: Named,
    /// The year.
    pub year: i16,
    /// How far the year is then.
    pub state: YearStateView,
    /// The day of the vouchers.
    pub date: String,
    /// The vouchers, in order.
    pub vouchers: Vec<ProposedVoucher>,
    /// The numbers that they got; empty where it was only looked over.
    pub numbers: Vec<String>,
}
