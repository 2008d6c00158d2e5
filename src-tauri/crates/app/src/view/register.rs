//! The registers: cooperatives and their members.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::district::DistributionStatus;
use super::dividend::FindingView;
use super::share::{MemberChangeRow, ReserveChangeRow, ShareMoveRow};
use super::{Named, QuantityText, Text, Yuan};

/// A village as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageInput {
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// The secretary's performance pay of a year, in yuan.
    pub performance_pay: String,
    /// Whether the village works in a joint project (抱团).
    pub joint: bool,
}

/// A cooperative as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CooperativeInput {
    /// The cooperative's code.
    pub code: String,
    /// Its registered name.
    pub name: String,
    /// The month from which its books are kept, `2025-01`.
    pub starts: String,
    /// Its unified social credit code.
    pub credit_code: Option<String>,
    /// Its alliance.
    pub alliance: Option<String>,
    /// Its line of business.
    pub line: Option<String>,
}

/// A member as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MemberInput {
    /// The member's code in the cooperative.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// What kind of member it is.
    pub kind: MemberKindView,
    /// The code of the village that it is, or lives in.
    pub village: Option<String>,
    /// The day on which it joined, `2025-03-31`.
    pub joined: Option<String>,
    /// Resident ID number.
    pub id_number: Option<String>,
    /// Bank account.
    pub bank_account: Option<String>,
}

/// A village in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VillageRow {
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// The secretary's performance pay of a year.
    pub performance_pay: Yuan,
    /// Whether the village works in a joint project (抱团).
    pub joint: bool,
}

/// A cooperative in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CooperativeRow {
    /// The cooperative's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its unified social credit code (统一社会信用代码), if noted.
    pub credit_code: Option<String>,
    /// Its alliance (联盟基地), if it is in one.
    pub alliance: Option<String>,
    /// Its line of business, if noted.
    pub line: Option<String>,
    /// The month from which its books are kept, `2025-01`.
    pub starts: String,
    /// How many members, and of them villages and households, it has.
    pub members: u32,
    /// Village collectives.
    pub villages: u32,
    /// Households.
    pub households: u32,
    /// The members' capital at the end of the year shown.
    pub capital: Yuan,
    /// The surplus of the year shown.
    pub surplus: Yuan,
    /// How far the distribution of the year shown is.
    pub status: DistributionStatus,
    /// The initials of its name in pinyin.
    pub initials: String,
}

/// All cooperatives in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CooperativesView {
    /// The year shown.
    pub year: i16,
    /// The years that can be shown.
    pub years: Vec<i16>,
    /// Every cooperative in the order of its code.
    pub rows: Vec<CooperativeRow>,
    /// Sums over all rows.
    pub members_total: u32,
    /// Capital of all.
    pub capital_total: Yuan,
    /// Surplus of all.
    pub surplus_total: Yuan,
}

/// One cooperative's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CooperativeView {
    /// The year shown.
    pub year: i16,
    /// Its row of the list.
    pub row: CooperativeRow,
    /// Who holds the capital, by kind of member.
    pub structure: Vec<StructureRow>,
    /// The member villages, largest capital first.
    pub villages: Vec<HolderRow>,
    /// Checks on the make-up of the membership, with those that hold.
    pub findings: Vec<FindingView>,
    /// What was produced in the year, by product and unit.
    pub yields: Vec<ProductSum>,
    /// What members delivered in the year, by product and unit.
    pub deliveries: Vec<ProductSum>,
    /// Income less cost in the year, by account.
    pub surplus_accounts: Vec<AccountSum>,
    /// Its distributions by year.
    pub distributions: Vec<DistributionRow>,
}

/// Capital by kind of member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StructureRow {
    /// `village_collective`, `household` or `enterprise`.
    pub kind: MemberKindView,
    /// How many members of that kind there are.
    pub members: u32,
    /// In per cent of all members, with two places.
    pub members_percent: String,
    /// Their capital.
    pub capital: Yuan,
    /// In per cent of the whole capital, with two places.
    pub capital_percent: String,
}

/// A member village with its capital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HolderRow {
    /// The member's code.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// The village's township.
    pub township: String,
    /// Its capital.
    pub capital: Yuan,
    /// In per cent of the whole capital, with two places.
    pub capital_percent: String,
}

/// What kind of member someone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberKindView {
    /// 村集体.
    VillageCollective,
    /// 农户.
    Household,
    /// 企业等单位.
    Enterprise,
}

/// Sum of one product in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProductSum {
    /// The product's name.
    pub product: String,
    /// The unit, as it was recorded.
    pub unit: String,
    /// The quantity.
    pub quantity: QuantityText,
    /// The amount, where there is one (deliveries).
    pub amount: Option<Yuan>,
    /// How many records it is summed from.
    pub records: u32,
}

/// What one profit-and-loss account gives to the surplus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountSum {
    /// The account's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Income is positive, cost negative.
    pub amount: Yuan,
}

/// One year's distribution in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DistributionRow {
    /// The fiscal year.
    pub year: i16,
    /// How far it is.
    pub status: DistributionStatus,
    /// What was or will be shared out.
    pub pool: Yuan,
    /// The resolution's number, once approved.
    pub resolution: Option<String>,
    /// The resolution's day, once approved.
    pub approved_on: Option<String>,
}

/// A member in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberRow {
    /// The member's code in its cooperative.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// What kind of member it is.
    pub kind: MemberKindView,
    /// The village that it is, or lives in.
    pub village: Option<Named>,
    /// The day on which it joined, if noted.
    pub joined: Option<String>,
    /// The day on which it left, unless it came again since.
    pub left: Option<String>,
    /// Capital at the end of the year shown.
    pub capital: Yuan,
    /// Deliveries of the year shown.
    pub deliveries: Yuan,
    /// Refund by patronage of the year shown.
    pub patronage_refund: Yuan,
    /// Guaranteed part and residual dividend of the year shown.
    pub dividend: Yuan,
    /// All of it.
    pub total: Yuan,
    /// The initials of its name in pinyin.
    pub initials: String,
}

/// The register of one cooperative in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MembersView {
    /// The year shown.
    pub year: i16,
    /// The years that can be shown.
    pub years: Vec<i16>,
    /// The cooperative.
    pub cooperative: Named,
    /// How far the year's distribution is; drafts are shown as planned.
    pub status: DistributionStatus,
    /// Every member in the order of the register.
    pub rows: Vec<MemberRow>,
    /// Sums over all rows.
    pub totals: MemberTotals,
}

/// Sums of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberTotals {
    /// How many members there are.
    pub members: u32,
    /// Capital.
    pub capital: Yuan,
    /// Deliveries.
    pub deliveries: Yuan,
    /// Refunds by patronage.
    pub patronage_refund: Yuan,
    /// Guaranteed parts and residual dividends.
    pub dividend: Yuan,
    /// All of it.
    pub total: Yuan,
}

/// One member's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberView {
    /// The cooperative.
    pub cooperative: Named,
    /// The member's row of the register.
    pub row: MemberRow,
    /// ID number, masked; nothing where none is noted.
    pub id_number: Option<String>,
    /// Bank account, masked; nothing where none is noted.
    pub bank_account: Option<String>,
    /// The bank and branch, if noted.
    pub bank_name: Option<String>,
    /// The head of the household, if noted.
    pub head: Option<String>,
    /// The address, if noted.
    pub address: Option<String>,
    /// Votes beyond the first.
    pub extra_votes: u32,
    /// What changed in the register, the latest first.
    pub changes: Vec<MemberChangeRow>,
    /// How its capital moved, the latest first.
    pub moves: Vec<ShareMoveRow>,
    /// What it has of the reserve.
    pub reserve: Yuan,
    /// How that came about, the latest first.
    pub reserve_changes: Vec<ReserveChangeRow>,
    /// The share classes that are in use, to choose from.
    pub classes: Vec<String>,
    /// The members that capital may pass to.
    pub others: Vec<Named>,
    /// What was put in and taken out, in order of date, with the capital after each.
    pub contributions: Vec<ContributionRow>,
    /// What was delivered, by year, product and unit.
    pub deliveries: Vec<DeliverySum>,
    /// What the member got, by year.
    pub distributions: Vec<MemberYear>,
    /// What is odd about the member's papers.
    pub notes: Vec<Text>,
}

/// One contribution or withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContributionRow {
    /// The day.
    pub on: String,
    /// The amount; a withdrawal is negative.
    pub amount: Yuan,
    /// In what it was made, such as 货币.
    pub form: Option<String>,
    /// The share class, such as 集体股.
    pub class: Option<String>,
    /// The capital after it.
    pub capital: Yuan,
}

/// Deliveries of one product in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeliverySum {
    /// The year.
    pub year: i16,
    /// The product, unit, quantity, amount and number of records.
    pub product: ProductSum,
}

/// What a member got in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberYear {
    /// The fiscal year.
    pub year: i16,
    /// How far the distribution is.
    pub status: DistributionStatus,
    /// Refund by patronage.
    pub patronage_refund: Yuan,
    /// Guaranteed part.
    pub guaranteed: Yuan,
    /// Residual dividend.
    pub residual_dividend: Yuan,
    /// All of it.
    pub total: Yuan,
}
