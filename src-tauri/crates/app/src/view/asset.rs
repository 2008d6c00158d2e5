//! What makes vouchers by itself: asset cards, recurring vouchers, batches of birds.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::closing::ProposedVoucher;
use super::draft::DraftView;
use super::voucher::VoucherInput;
use super::{Named, QuantityText, Text, Yuan};

/// What kind of asset a card is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssetKindView {
    /// 固定资产.
    Fixed,
    /// 生产性生物资产.
    Biological,
    /// 无形资产.
    Intangible,
}

/// An asset card as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AssetInput {
    /// Its code, one for each cooperative.
    pub code: String,
    /// What it is.
    pub name: String,
    /// Its kind.
    pub kind: AssetKindView,
    /// Where its cost stands; the first account of the kind where empty.
    #[serde(default)]
    pub account: Option<String>,
    /// What the charge is a cost of: 401, 521, 523 or 529, or an account below one of them.
    pub charged: String,
    /// The project or batch that the charge names.
    #[serde(default)]
    pub project: Option<String>,
    /// The day from which it was in use.
    pub in_use_on: String,
    /// What it cost, in yuan.
    pub cost: String,
    /// What will be left at the end, in yuan; nothing where empty.
    #[serde(default)]
    pub salvage: Option<String>,
    /// What was charged off before, in yuan; nothing where empty.
    #[serde(default)]
    pub before: Option<String>,
    /// The last month charged in `before`.
    #[serde(default)]
    pub before_through: Option<String>,
    /// Months of use, for charging in a straight line.
    #[serde(default)]
    pub months: Option<String>,
    /// All that it will put out, for charging by units.
    #[serde(default)]
    pub units: Option<String>,
    /// What is counted then.
    #[serde(default)]
    pub unit: Option<String>,
    /// Kept at 1 元 for want of evidence.
    #[serde(default)]
    pub nominal: bool,
    /// From a poverty-relief project.
    #[serde(default)]
    pub relief: bool,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// The asset cards of a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssetsView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The cards, by code.
    pub rows: Vec<AssetRow>,
    /// What cards can stand on, by kind, and what they can be a cost of.
    pub accounts: Vec<Named>,
    /// The month that is charged next.
    pub next: String,
    /// The sums of the cards that are still there.
    pub totals: AssetTotals,
}

/// Sums of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AssetTotals {
    /// What they cost.
    pub cost: Yuan,
    /// What was charged off.
    pub gathered: Yuan,
    /// What is left (净值).
    pub net: Yuan,
}

/// An asset card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssetRow {
    /// Its code.
    pub code: String,
    /// What it is.
    pub name: String,
    /// Its kind.
    pub kind: AssetKindView,
    /// Where its cost stands.
    pub account: String,
    /// Where what was charged off is gathered.
    pub gathered_account: String,
    /// What it is a cost of.
    pub charged_account: String,
    /// The project or batch.
    pub project: Option<String>,
    /// The day from which it was in use.
    pub in_use_on: String,
    /// What it cost.
    pub cost: Yuan,
    /// What will be left at the end.
    pub salvage: Yuan,
    /// What was charged off so far.
    pub gathered: Yuan,
    /// What is left (净值).
    pub net: Yuan,
    /// How it is charged off: `240 个月`, `200000 斤`.
    pub life: Text,
    /// Whether it is charged by what it puts out, in which unit.
    pub unit: Option<String>,
    /// The last month that was charged.
    pub charged_through: Option<String>,
    /// Kept at 1 元 for want of evidence.
    pub nominal: bool,
    /// From a poverty-relief project.
    pub relief: bool,
    /// What else there is to say.
    pub note: Option<String>,
    /// The day on which it was gone.
    pub gone_on: Option<String>,
    /// Why.
    pub gone_for: Option<String>,
    /// The voucher by which it left.
    pub gone_by: Option<String>,
    /// The draft of that.
    #[ts(type = "number | null")]
    pub gone_draft: Option<i64>,
    /// What was charged, month by month, with the vouchers.
    pub charges: Vec<ChargeRow>,
}

/// A charge of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChargeRow {
    /// The month.
    pub month: String,
    /// How much.
    pub amount: Yuan,
    /// What was put out.
    pub units: Option<QuantityText>,
    /// Its voucher.
    pub voucher: Option<String>,
    /// Whether that was taken back.
    pub taken_back: bool,
}

/// What a card put out in a month, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnitsInput {
    /// The card's code.
    pub code: String,
    /// How much.
    pub units: String,
}

/// A month's charges, made or as they would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChargeView {
    /// The cooperative.
    pub coop: Named,
    /// The month.
    pub month: String,
    /// What is charged, card by card, with its working.
    pub cards: Vec<ChargedCard>,
    /// The vouchers, one for each kind of asset.
    pub vouchers: Vec<ProposedVoucher>,
    /// The numbers that they got; empty where it was only looked over.
    pub numbers: Vec<String>,
    /// All of it.
    pub total: Yuan,
}

/// What a card is charged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChargedCard {
    /// The card's code.
    pub code: String,
    /// What it is.
    pub name: String,
    /// How much.
    pub amount: Yuan,
    /// How that comes about.
    pub working: Text,
    /// Whether what it put out has still to be typed, in which unit.
    pub wants_units: Option<String>,
}

/// A recurring voucher as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecurringInput {
    /// Its name.
    pub name: String,
    /// What is typed each time.
    pub entry: VoucherInput,
    /// The first month.
    pub first: String,
    /// The last one, where it ends.
    #[serde(default)]
    pub last: Option<String>,
    /// Every so many months; 1 where empty.
    #[serde(default)]
    pub every: Option<String>,
    /// On which day; the last of the month where empty.
    #[serde(default)]
    pub on_day: Option<String>,
}

/// The recurring vouchers of a cooperative, and what of a month is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecurringView {
    /// The cooperative.
    pub coop: Named,
    /// The month that was looked at.
    pub month: String,
    /// The recurring vouchers, by name.
    pub rows: Vec<RecurringRow>,
}

/// A recurring voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecurringRow {
    /// Its name.
    pub name: String,
    /// What is typed each time.
    pub entry: VoucherInput,
    /// The first month.
    pub first: String,
    /// The last one.
    pub last: Option<String>,
    /// Every so many months.
    pub every: u32,
    /// On which day.
    pub on_day: u32,
    /// Whether it comes in the month that was looked at.
    pub due: bool,
    /// Whether a draft or a voucher that stands was made for it.
    pub made: bool,
}

/// Drafts that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftsMadeView {
    /// The cooperative.
    pub coop: Named,
    /// The month.
    pub month: String,
    /// The drafts, in order.
    #[ts(type = "number[]")]
    pub drafts: Vec<i64>,
}

/// A batch of birds as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FlockInput {
    /// Its name.
    pub name: String,
    /// What it is kept for.
    pub purpose: PurposeView,
    /// Where what grown layers cost goes.
    #[serde(default)]
    pub egg_cost: EggCostView,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a batch is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PurposeView {
    /// Meat.
    Meat,
    /// Eggs.
    Layer,
}

/// Where what grown layers cost goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EggCostView {
    /// Through 401 into the eggs.
    #[default]
    Cost,
    /// Into the cost of the month, 521.
    Expense,
}

/// What can happen to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MoveKindView {
    /// 购入.
    Bought,
    /// 饲料.
    Fed,
    /// 其他费用.
    Spent,
    /// 死亡.
    Died,
    /// 转为产蛋.
    Matured,
    /// 淘汰.
    Culled,
    /// 出售.
    Sold,
    /// 产蛋.
    Laid,
}

/// Something that happened to a batch, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MoveInput {
    /// The day.
    pub on: String,
    /// What happened.
    pub kind: MoveKindView,
    /// To how many birds.
    #[serde(default)]
    pub birds: Option<String>,
    /// 斤 of feed, of birds sold or of eggs.
    #[serde(default)]
    pub weight: Option<String>,
    /// What was paid, spent or taken in, in yuan.
    #[serde(default)]
    pub amount: Option<String>,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// The batches of a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlocksView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The month in which the books begin.
    pub starts: String,
    /// The batches, in the order in which they were begun.
    pub rows: Vec<FlockRow>,
}

/// What came of noting something of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MoveMadeView {
    /// The batches with it.
    pub flocks: FlocksView,
    /// The draft of its voucher; nothing where it makes none.
    pub draft: Option<DraftView>,
}

/// A batch of birds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlockRow {
    /// Its name.
    pub name: String,
    /// What it is kept for.
    pub purpose: PurposeView,
    /// Where what grown layers cost goes.
    pub egg_cost: EggCostView,
    /// What else there is to say.
    pub note: Option<String>,
    /// Birds bought.
    #[ts(type = "number")]
    pub bought: i64,
    /// Birds that died.
    #[ts(type = "number")]
    pub died: i64,
    /// Birds sold.
    #[ts(type = "number")]
    pub sold: i64,
    /// Layers that went to the meat flock.
    #[ts(type = "number")]
    pub culled: i64,
    /// Birds that live.
    #[ts(type = "number")]
    pub living: i64,
    /// 斤 of feed.
    pub feed: QuantityText,
    /// 斤 of eggs.
    pub eggs: QuantityText,
    /// 斤 of birds sold.
    pub sold_weight: QuantityText,
    /// What sales brought in.
    pub taken_in: Yuan,
    /// Since when they are layers.
    pub grown_since: Option<String>,
    /// What stands in the books for it now: 141 and 142 less 143.
    pub standing: Yuan,
    /// What raising it cost so far: goslings, feed and wages on 141.
    pub raised: Yuan,
    /// What laying cost so far: on 401, or on 521 where that is the policy.
    pub laying: Yuan,
    /// What the layers that are there cost, on 142.
    pub grown_cost: Yuan,
    /// What was charged off for them, on 143.
    pub gathered: Yuan,
    /// What a living bird costs now; shown and never reckoned with.
    pub cost_per_bird: Option<QuantityText>,
    /// What a 斤 of eggs cost so far.
    pub cost_per_egg: Option<QuantityText>,
    /// The asset card of its layers.
    pub card: Option<String>,
    /// What happened, by day.
    pub moves: Vec<MoveRow>,
}

/// Something that happened to a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MoveRow {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// The day.
    pub on: String,
    /// What happened.
    pub kind: MoveKindView,
    /// To how many birds; 0 where it is about none.
    pub birds: u32,
    /// 斤 of feed, of birds sold or of eggs.
    pub weight: Option<QuantityText>,
    /// What was paid, spent or taken in.
    pub amount: Option<Yuan>,
    /// What it says, without the day: `死亡 320 只`.
    pub text: Text,
    /// What else there is to say.
    pub note: Option<String>,
    /// The number of the voucher that was made of it and stands.
    pub voucher: Option<String>,
    /// The draft that was made of it.
    #[ts(type = "number | null")]
    pub draft: Option<i64>,
    /// Whether it makes no voucher.
    pub no_voucher: bool,
}
