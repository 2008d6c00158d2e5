//! The district's year: incomes of its villages, the target, pay cuts, townships and awards.

use serde::Serialize;
use ts_rs::TS;

use super::{RateText, Text, Yuan};

/// The year at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverviewView {
    /// The year shown.
    pub year: i16,
    /// The years that have incomes or vouchers, earliest first.
    pub years: Vec<i16>,
    /// How many townships, villages and cooperatives there are.
    pub townships: u32,
    /// Villages.
    pub village_count: u32,
    /// Cooperatives.
    pub cooperative_count: u32,
    /// What each village must reach.
    pub target: Yuan,
    /// How many villages reached it, this year and the year before.
    pub reached: u32,
    /// The year before; nothing where that year has no incomes.
    pub reached_before: Option<u32>,
    /// How many villages missed it.
    pub missed: u32,
    /// In how many townships those lie.
    pub missed_townships: u32,
    /// What all of them lack together.
    pub shortfall: Yuan,
    /// The counted income of all villages.
    pub income: Yuan,
    /// The year before.
    pub income_before: Yuan,
    /// How much of the income are dividends of cooperatives.
    pub dividend: Yuan,
    /// That part in per cent with one place: `"53.2"`.
    pub dividend_percent: String,
    /// Every village, highest income first.
    pub villages: Vec<VillageBar>,
    /// Every cooperative, highest surplus first.
    pub cooperatives: Vec<CooperativeYear>,
    /// The sum of all surpluses.
    pub surplus_total: Yuan,
    /// The sum of what goes to villages.
    pub to_villages_total: Yuan,
}

/// One village in the overview's chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VillageBar {
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Counted income of the year.
    pub income: Yuan,
    /// Of that, dividends of cooperatives.
    pub dividend: Yuan,
    /// Of that, everything else.
    pub other: Yuan,
    /// What it lacks to the target; zero where it is reached.
    pub shortfall: Yuan,
    /// Whether the target is reached.
    pub reached: bool,
    /// The codes of the cooperatives that the village is a member of.
    pub cooperatives: Vec<String>,
    /// The initials of its name in pinyin, to find it by.
    pub initials: String,
}

/// One cooperative's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CooperativeYear {
    /// The cooperative's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its line of business.
    pub line: String,
    /// How many villages are members.
    pub villages: u32,
    /// The year's surplus from the books; a loss is negative.
    pub surplus: Yuan,
    /// What the year's approved distribution gives to villages.
    pub to_villages: Yuan,
    /// How far the year's distribution is: `none`, `draft`, `approved` …
    pub status: DistributionStatus,
    /// The initials of its name in pinyin, to find it by.
    pub initials: String,
}

/// How far a distribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DistributionStatus {
    /// Nothing was saved for the year.
    None,
    /// It can still be recomputed.
    Draft,
    /// Put before the members' meeting and frozen.
    Presented,
    /// Resolved by the members' meeting and frozen.
    Approved,
}

/// Targets and awards of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TargetsView {
    /// The year shown.
    pub year: i16,
    /// The years that can be shown, earliest first.
    pub years: Vec<i16>,
    /// What each village must reach.
    pub target: Yuan,
    /// How many villages reached it.
    pub reached: u32,
    /// How many missed it.
    pub missed: u32,
    /// What those lack together.
    pub shortfall: Yuan,
    /// The sum of all pay cuts.
    pub pay_cut_total: Yuan,
    /// Every village, the largest shortfall first, then the lowest income.
    pub villages: Vec<VillageTarget>,
    /// Every township, in the order of the register.
    pub townships: Vec<TownshipTarget>,
    /// What share of its villages must reach the target for a township to be rated good.
    pub township_share: RateText,
    /// The steps of the pay cut, mildest first.
    pub tiers: Vec<TierRow>,
    /// The three lists: model industry, benchmark, late riser.
    pub awards: Vec<AwardList>,
    /// The sum of all prizes awarded.
    pub prize_total: Yuan,
}

/// One village against the target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VillageTarget {
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Its initials in pinyin.
    pub initials: String,
    /// The counted income of the year and the two before, earliest first.
    pub history: Vec<YearIncome>,
    /// Counted income of the year before.
    pub before: Yuan,
    /// Counted income of the year.
    pub income: Yuan,
    /// Income over target in per cent with one place, cut off and not rounded up: `"99.9"`.
    pub completion: String,
    /// Whether the target is reached.
    pub reached: bool,
    /// What it lacks; zero where it is reached.
    pub shortfall: Yuan,
    /// The step of the pay cut that applies, if one does.
    pub cut: Option<RateText>,
    /// The pay cut of its secretary.
    pub pay_cut: Yuan,
    /// What the income is made of, counted kinds first.
    pub sources: Vec<IncomeSource>,
}

/// A village's counted income in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct YearIncome {
    /// The year.
    pub year: i16,
    /// The counted income.
    pub income: Yuan,
    /// Whether that year's target was reached.
    pub reached: bool,
}

/// One source of a village's income.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomeSource {
    /// The kind of income, in both languages.
    pub kind: Text,
    /// Where it comes from: the cooperative's name, or the evidence that was noted.
    pub origin: String,
    /// The amount.
    pub amount: Yuan,
    /// Whether the kind counts towards the target.
    pub counts: bool,
}

/// One township's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TownshipTarget {
    /// The township's name.
    pub name: String,
    /// How many villages it has.
    pub villages: u32,
    /// How many reached the target.
    pub reached: u32,
    /// What the others lack together.
    pub shortfall: Yuan,
    /// Whether it may be rated good.
    pub eligible: bool,
    /// The names of the villages that missed the target.
    pub missed: Vec<String>,
}

/// One step of the pay cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TierRow {
    /// From this completion on (included); nothing for the lowest step.
    pub from: Option<RateText>,
    /// Below this completion.
    pub below: RateText,
    /// The cut.
    pub cut: RateText,
    /// How many villages it meets.
    pub villages: u32,
    /// What it comes to.
    pub amount: Yuan,
}

/// One list of awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AwardList {
    /// `model_industry`, `benchmark` or `late_riser`.
    pub award: AwardKind,
    /// The award's name.
    pub name: Text,
    /// How many places there are.
    pub places: u32,
    /// The prize of one place.
    pub prize: Yuan,
    /// What of it the village's team gets.
    pub team: Yuan,
    /// By what the list is ranked.
    pub ranking: Ranking,
    /// The winners in order.
    pub rows: Vec<AwardRow>,
}

/// Which award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AwardKind {
    /// 支部领办产业示范村.
    ModelIndustry,
    /// 标杆引领.
    Benchmark,
    /// 后发崛起.
    LateRiser,
}

/// By what a list of awards is ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ranking {
    /// By industry income.
    Industry,
    /// By growth in yuan (增长幅度).
    Amount,
    /// By growth over the year before (增速).
    Rate,
}

/// One winner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AwardRow {
    /// The place, from 1.
    pub rank: u32,
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Counted income of the year before.
    pub before: Yuan,
    /// Counted income of the year.
    pub income: Yuan,
    /// Growth in yuan.
    pub growth: Yuan,
    /// Growth in per cent with one place; nothing where there was no income the year before.
    pub growth_percent: Option<String>,
    /// Income from joint industry: dividends, and wages and rents of joint projects.
    pub industry_income: Yuan,
    /// Whether another village has the same figure and only the register's order decides.
    pub tied: bool,
    /// The prize.
    pub prize: Yuan,
    /// What the village's team gets of it.
    pub team: Yuan,
    /// What the village gets of it.
    pub village: Yuan,
}

/// The district's year as the command line prints it: the calculator's output with the keys of its
/// contract, and codes and names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistrictView {
    /// The year.
    pub year: i16,
    /// What each village must reach.
    pub target: Yuan,
    /// How many villages reached it.
    pub reached: u32,
    /// How many missed it.
    pub missed: u32,
    /// What those lack together.
    pub shortfall: Yuan,
    /// Every village in the order of the register.
    pub villages: Vec<DistrictVillage>,
    /// Every township, in the order in which its first village stands.
    pub townships: Vec<DistrictTownship>,
    /// The three lists.
    pub awards: DistrictAwards,
    /// The sum of all prizes awarded.
    pub prize_total: Yuan,
}

/// One village against the target, as the command line prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistrictVillage {
    /// The village's code, by the name that the calculator's contract gives it.
    pub id: String,
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Counted income of the year.
    pub income: Yuan,
    /// Whether the target is reached.
    pub reached: bool,
    /// What it lacks.
    pub shortfall: Yuan,
    /// The pay cut of its secretary.
    pub pay_cut: Yuan,
}

/// One township, as the command line prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistrictTownship {
    /// Its name.
    pub name: String,
    /// How many villages it has.
    pub villages: u32,
    /// How many reached the target.
    pub reached: u32,
    /// Whether it may be rated good.
    pub eligible_for_good: bool,
}

/// The three lists, as the command line prints them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistrictAwards {
    /// 标杆引领.
    pub benchmark: Vec<DistrictWinner>,
    /// 后发崛起.
    pub late_riser: Vec<DistrictWinner>,
    /// 支部领办产业示范村.
    pub model_industry: Vec<DistrictWinner>,
}

/// One winner, as the command line prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistrictWinner {
    /// The place, from 1.
    pub rank: u32,
    /// The village's code, by the name that the calculator's contract gives it.
    pub id: String,
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The prize.
    pub prize: Yuan,
    /// What the village's team gets of it.
    pub team: Yuan,
    /// What the village gets of it.
    pub village: Yuan,
}
