//! The dividend of one cooperative and year: from the surplus of the books to what each member
//! gets, every figure with its working.

use domain::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::district::DistributionStatus;
use super::register::MemberKindView;
use super::{Named, Text, Yuan};

/// A scheme as it is typed: texts, so that what was typed can be refused beside its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SchemeInput {
    /// What is set aside, in order.
    pub appropriations: Vec<AppropriationInput>,
    /// What is carried to the next year, in yuan.
    pub retained: String,
    /// The part that goes by patronage, 0 to 1.
    pub patronage_share: String,
    /// The guaranteed rate on capital, 0 to 1; nothing where there is none.
    pub guaranteed_rate: Option<String>,
    /// How capital counts.
    pub capital_weighting: CapitalWeightingView,
}

/// One thing set aside: a rate of the base or an amount, one of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppropriationInput {
    /// The fund's name, such as 盈余公积.
    pub fund: String,
    /// A rate from 0 to 1.
    pub rate: Option<String>,
    /// An amount in yuan.
    pub amount: Option<String>,
}

/// How capital counts within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CapitalWeightingView {
    /// What stands on 31 December.
    YearEnd,
    /// By the days on which it stood.
    DaysHeld,
}

/// A distribution as the command line prints it: the calculator's output with the keys of its
/// contract, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistributionView {
    /// The cooperative's code.
    pub coop: String,
    /// The fiscal year.
    pub year: i16,
    /// How far it is.
    pub status: DistributionStage,
    /// The numbers of its vouchers, once posted.
    pub vouchers: Vec<String>,
    /// What of it is paid, once posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Yuan>,
    /// From when on it lies open to the members, once it was put before the meeting.
    pub presented_on: Option<String>,
    /// The day of the meeting, where it is known.
    pub meeting_on: Option<String>,
    /// The runs of the year that were reversed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reversed: Vec<ReversedRunView>,
    /// The resolution's number, once approved.
    pub resolution: Option<String>,
    /// The resolution's day, once approved.
    pub approved_on: Option<String>,
    /// The year's surplus from the books.
    pub surplus: Yuan,
    /// Loss made up out of the surplus.
    pub losses_made_up: Yuan,
    /// Loss carried to the next year.
    pub deficit_carried: Yuan,
    /// What each fund takes, in order.
    pub appropriations: Vec<AppropriationView>,
    /// What can be distributed.
    pub distributable: Yuan,
    /// What is carried to the next year.
    pub retained: Yuan,
    /// Shared out by patronage.
    pub patronage_pool: Yuan,
    /// The rest, before any guaranteed part.
    pub residual_pool: Yuan,
    /// Every member in the order of the register.
    pub members: Vec<DistributionMember>,
    /// What the checks against the law found; what holds is left out.
    pub findings: Vec<DistributionFinding>,
}

/// How far a distribution is, from nothing to the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DistributionStage {
    /// Nothing was saved for the year.
    None,
    /// It can still be recomputed.
    Draft,
    /// Put before the members' meeting and frozen.
    Presented,
    /// Resolved by the members' meeting and frozen.
    Approved,
    /// Its vouchers are in the books.
    Posted,
    /// Some of it is paid.
    PartPaid,
    /// All of it is paid.
    Paid,
}

/// A finding as the calculator's contract gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistributionFinding {
    /// A stable code, such as `law.art44.patronage_floor`.
    pub rule: String,
    /// How grave it is: an error, a warning or a note.
    pub severity: Severity,
    /// The article and one sentence with the figures, in both languages.
    pub message: String,
}

impl From<FindingView> for DistributionFinding {
    fn from(FindingView { rule, severity, article, message }: FindingView) -> Self {
        let zh = format!("{}　{}", article.zh, message.zh);
        let message = format!("{zh} / {}: {}", article.en, message.en);
        DistributionFinding { rule, severity, message }
    }
}

/// One member of a distribution as the command line prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DistributionMember {
    /// The member's code, by the name that the calculator's contract gives it.
    pub id: String,
    /// The member's code.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// Refund by patronage.
    pub patronage_refund: Yuan,
    /// Guaranteed part.
    pub guaranteed: Yuan,
    /// Residual dividend.
    pub residual_dividend: Yuan,
    /// All of it.
    pub total: Yuan,
    /// The working of each pool that the member takes part in.
    pub working: Vec<WorkingView>,
}

impl From<DividendView> for DistributionView {
    fn from(view: DividendView) -> Self {
        let members = view.members.into_iter().map(|member| DistributionMember {
            id: member.code.clone(),
            code: member.code,
            name: member.name,
            patronage_refund: member.patronage_refund,
            guaranteed: member.guaranteed,
            residual_dividend: member.residual_dividend,
            total: member.total,
            working: member.working,
        });
        let findings = view.findings.into_iter().filter(|found| found.severity != Severity::Ok);
        DistributionView {
            coop: view.cooperative.code,
            year: view.year,
            status: match (view.status, view.posted.is_empty()) {
                (DistributionStatus::None, _) => DistributionStage::None,
                (DistributionStatus::Draft, _) => DistributionStage::Draft,
                (DistributionStatus::Presented, _) => DistributionStage::Presented,
                (DistributionStatus::Approved, true) => DistributionStage::Approved,
                (DistributionStatus::Approved, false) => paid_stage(view.paid, view.unpaid),
            },
            vouchers: view.posted,
            paid: view.paid,
            presented_on: view.presented_on,
            meeting_on: view.meeting_on,
            reversed: view.reversed,
            resolution: view.resolution,
            approved_on: view.approved_on,
            surplus: view.surplus,
            losses_made_up: view.losses_made_up,
            deficit_carried: view.deficit_carried,
            appropriations: view.appropriations,
            distributable: view.distributable,
            retained: view.retained,
            patronage_pool: view.patronage_pool,
            residual_pool: view.residual_pool,
            members: members.collect(),
            findings: findings.map(DistributionFinding::from).collect(),
        }
    }
}

/// How far the payment of a posted distribution is.
fn paid_stage(paid: Option<Yuan>, unpaid: Option<Yuan>) -> DistributionStage {
    let is_some = |amount: Option<Yuan>| amount.is_some_and(|amount| amount.0 > Money::ZERO);
    match (is_some(paid), is_some(unpaid)) {
        (true, false) => DistributionStage::Paid,
        (true, true) => DistributionStage::PartPaid,
        (false, _) => DistributionStage::Posted,
    }
}

/// A scheme to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PresetView {
    /// Which one.
    pub preset: PresetWord,
    /// What it shares out by.
    pub scheme: SchemeInput,
}

/// The schemes that most charters come down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PresetWord {
    /// 六成按交易量，其余按成员账户.
    Law,
    /// 全部按份额.
    Shares,
    /// 保底加二次分配.
    Guaranteed,
}

/// A run of a year that was approved and reversed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReversedRunView {
    /// Which run of the year it was.
    pub run: u32,
    /// By what it had been approved.
    pub resolution: String,
    /// When.
    pub approved_on: String,
    /// When it was reversed.
    pub reversed_on: String,
    /// Why.
    pub reason: String,
    /// What it had shared out.
    pub pool: Yuan,
}

/// A dividend, saved or tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DividendView {
    /// The cooperative.
    pub cooperative: Named,
    /// The fiscal year.
    pub year: i16,
    /// The years that have vouchers, earliest first.
    pub years: Vec<i16>,
    /// How far the saved distribution is.
    pub status: DistributionStatus,
    /// The numbers of its vouchers that stand, once it is posted.
    pub posted: Vec<String>,
    /// What of it is paid, once it is posted.
    pub paid: Option<Yuan>,
    /// What of it is still to be paid, once it is posted.
    pub unpaid: Option<Yuan>,
    /// Whether what is shown is a trial that differs from what is saved.
    pub trial: bool,
    /// The scheme that it is computed by.
    pub scheme: SchemeInput,
    /// From when on it lies open to the members, once it was put before the meeting.
    pub presented_on: Option<String>,
    /// The day of the meeting, where it is known.
    pub meeting_on: Option<String>,
    /// The runs of the year that were reversed.
    pub reversed: Vec<ReversedRunView>,
    /// The schemes to begin with.
    pub presets: Vec<PresetView>,
    /// The resolution's number, once approved.
    pub resolution: Option<String>,
    /// The resolution's day, once approved.
    pub approved_on: Option<String>,
    /// Income less cost of the year's posted vouchers.
    pub surplus: Yuan,
    /// Loss brought forward.
    pub opening_deficit: Yuan,
    /// Undistributed surplus brought forward.
    pub opening_undistributed: Yuan,
    /// Loss made up out of the surplus.
    pub losses_made_up: Yuan,
    /// Loss carried to the next year.
    pub deficit_carried: Yuan,
    /// What each fund takes, in order.
    pub appropriations: Vec<AppropriationView>,
    /// All funds together.
    pub appropriated: Yuan,
    /// What can be distributed.
    pub distributable: Yuan,
    /// What is carried to the next year.
    pub retained: Yuan,
    /// What is shared out: distributable less retained.
    pub pool: Yuan,
    /// Shared out by patronage.
    pub patronage_pool: Yuan,
    /// The rest, before any guaranteed part.
    pub residual_pool: Yuan,
    /// Of the rest, the guaranteed part on capital.
    pub guaranteed_pool: Yuan,
    /// Of the rest, what goes by the member accounts.
    pub account_pool: Yuan,
    /// Whether any member has patronage in the year.
    pub has_patronage: bool,
    /// What all village collectives and what all others get.
    pub to_villages: Yuan,
    /// What households and enterprises get.
    pub to_others: Yuan,
    /// How many members of each kind there are.
    pub village_count: u32,
    /// Households and enterprises.
    pub other_count: u32,
    /// Every member in the order of the register.
    pub members: Vec<DividendMember>,
    /// Sums over village collectives, over all others, and over all.
    pub totals: DividendTotals,
    /// The saved plan's figures to compare a trial with; nothing when `trial` is false.
    pub plan: Option<PlanView>,
    /// Checks against the law, the grave ones first, those that hold last.
    pub findings: Vec<FindingView>,
}

/// What one fund takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppropriationView {
    /// The fund's name.
    pub fund: String,
    /// What it takes.
    pub amount: Yuan,
}

/// One member's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DividendMember {
    /// The member's code.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// What kind of member it is.
    pub kind: MemberKindView,
    /// The village that it is, or lives in.
    pub village: Option<String>,
    /// Capital at the end of the year.
    pub capital: Yuan,
    /// What goes by the member account is shared by this base (capital, reserve, subsidy,
    /// donation).
    pub base: Yuan,
    /// That base in per cent of all bases, with four places.
    pub base_percent: String,
    /// Business done with the cooperative in the year.
    pub patronage: Yuan,
    /// Refund by patronage.
    pub patronage_refund: Yuan,
    /// Guaranteed part.
    pub guaranteed: Yuan,
    /// Residual dividend.
    pub residual_dividend: Yuan,
    /// How many fen left over were moved here.
    pub fen_moved: u32,
    /// All of it.
    pub total: Yuan,
    /// What the plan gives, in a trial.
    pub planned: Option<Yuan>,
    /// Total less planned, in a trial.
    pub difference: Option<Yuan>,
    /// The working of each pool that the member takes part in.
    pub working: Vec<WorkingView>,
}

/// The arithmetic of one share: `pool × base ÷ base_sum = exact, remainder fen over, fen moved`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkingView {
    /// Which pool it is.
    pub pool: PoolKind,
    /// What is shared out.
    pub pool_amount: Yuan,
    /// This member's base, grouped, with its unit where it is no amount.
    pub base: String,
    /// What the base is made of.
    pub base_parts: Vec<BasePart>,
    /// All bases together, grouped.
    pub base_sum: String,
    /// The exact share cut down to whole fen.
    pub whole: Yuan,
    /// What the exact share has beyond whole fen, in fen with three places: `"0.453"`.
    pub remainder: String,
    /// Whether a fen left over was moved here.
    pub fen_moved: bool,
    /// What the member gets.
    pub amount: Yuan,
    /// The rate, where the part is capital × rate and no share of a pool.
    pub rate: Option<String>,
}

/// A part of a base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BasePart {
    /// What it is, such as capital.
    pub name: Text,
    /// How much, grouped, in the measure of the base.
    pub amount: String,
}

/// Which pool a share is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PoolKind {
    /// 按交易量返还.
    Patronage,
    /// 保底.
    Guaranteed,
    /// 按成员账户份额.
    Account,
}

/// Sums of the members' lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DividendTotals {
    /// Village collectives.
    pub villages: DividendSum,
    /// Households and enterprises.
    pub others: DividendSum,
    /// All members.
    pub all: DividendSum,
}

/// One row of sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DividendSum {
    /// How many members.
    pub members: u32,
    /// Capital at the end of the year.
    pub capital: Yuan,
    /// Bases of the member accounts.
    pub base: Yuan,
    /// In per cent of all, with four places.
    pub base_percent: String,
    /// Business done.
    pub patronage: Yuan,
    /// Refunds by patronage.
    pub patronage_refund: Yuan,
    /// Guaranteed parts.
    pub guaranteed: Yuan,
    /// Residual dividends.
    pub residual_dividend: Yuan,
    /// Fen moved.
    pub fen_moved: u32,
    /// All of it.
    pub total: Yuan,
    /// What the plan gives, in a trial.
    pub planned: Option<Yuan>,
    /// Total less planned, in a trial.
    pub difference: Option<Yuan>,
}

/// The saved plan, in the figures that a trial is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanView {
    /// Its scheme.
    pub scheme: SchemeInput,
    /// All funds together.
    pub appropriated: Yuan,
    /// What can be distributed.
    pub distributable: Yuan,
    /// What is shared out.
    pub pool: Yuan,
    /// Shared out by patronage.
    pub patronage_pool: Yuan,
    /// Guaranteed part.
    pub guaranteed_pool: Yuan,
    /// By the member accounts.
    pub account_pool: Yuan,
    /// To village collectives.
    pub to_villages: Yuan,
    /// To all others.
    pub to_others: Yuan,
}

/// A check against law or charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// A stable code, such as `law.art44.patronage_floor`.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// The article that it comes from.
    pub article: Text,
    /// One sentence with the figures.
    pub message: Text,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 不符: against the law.
    Error,
    /// 提醒: needs a decision.
    Warning,
    /// 说明: worth knowing.
    Note,
    /// 相符: was checked and holds.
    Ok,
}
