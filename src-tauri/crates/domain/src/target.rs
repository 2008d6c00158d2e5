//! The district's year: which villages reached the target of collective income, what a miss costs,
//! which townships may be rated good, and who wins the three awards (支部领办产业示范村，标杆引领，
//! 后发崛起).
//!
//! One surprising thing: nothing is divided here. A completion of 79.999 % and a growth of one
//! third are compared by cross-multiplication, so that no rounding decides about a prize.

mod award;

use std::collections::{HashMap, HashSet};

use thiserror::Error;

use crate::money::Money;
use crate::rate::Rate;

pub use award::{AwardResult, Criterion, Standing};

/// What the district has decided for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The collective income that every village must reach; above zero.
    pub target: Money,
    /// The steps by which a miss cuts performance pay, in any order.
    pub pay_cuts: Vec<PayCut>,
    /// The part of its villages that must reach the target for a township to be rated good.
    pub township_share: Rate,
    /// The three awards.
    pub awards: Awards,
}

/// One step of the pay cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayCut {
    /// It is for villages whose income over target is below this.
    pub completion_below: Rate,
    /// The part of the secretary's performance pay that is cut.
    pub cut: Rate,
}

/// The three awards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awards {
    /// 支部领办产业示范村: by income from industry.
    pub model_industry: Prize,
    /// 标杆引领: villages that were strong the year before.
    pub benchmark: GrowthAward,
    /// 后发崛起: joint villages that were weak the year before.
    pub late_riser: GrowthAward,
    /// A village was weak if its income of the year before is below this.
    pub weak_below: Money,
}

/// What the winners of one award get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prize {
    /// How many villages may win it.
    pub places: u32,
    /// What each of them gets.
    pub amount: Money,
    /// The part of it that goes to the village's team.
    pub team_share: Rate,
}

/// An award for growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrowthAward {
    /// What the winners get.
    pub prize: Prize,
    /// What comes first.
    pub ranking: Ranking,
}

/// By what growth is ranked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    /// By yuan (增长幅度), as a rule for the benchmark.
    Amount,
    /// By growth over the year before (增速), as a rule for the late riser.
    Rate,
}

impl Ranking {
    /// Both ways.
    pub const ALL: [Ranking; 2] = [Ranking::Amount, Ranking::Rate];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Ranking::Amount => "amount",
            Ranking::Rate => "rate",
        }
    }

    /// The ranking of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ranking| ranking.word() == word)
    }
}

/// One village's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageFacts {
    /// The village's code.
    pub id: String,
    /// The name of its township.
    pub township: String,
    /// Its collective income of the year, of the kinds that count.
    pub income: Money,
    /// The same of the year before.
    pub income_before: Money,
    /// Whether it works in a joint project (抱团).
    pub joint: bool,
    /// Its income from industry (产业收入).
    pub industry_income: Money,
    /// The secretary's performance pay.
    pub performance_pay: Money,
}

impl VillageFacts {
    /// What the village earned more than the year before; below zero where it earned less.
    #[must_use]
    pub fn growth(&self) -> Money {
        self.income - self.income_before
    }
}

/// The district's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetYear {
    /// Every village, in the order given.
    pub villages: Vec<VillageYear>,
    /// Every township, in the order in which its first village stands.
    pub townships: Vec<TownshipYear>,
    /// 支部领办产业示范村.
    pub model_industry: AwardResult,
    /// 标杆引领.
    pub benchmark: AwardResult,
    /// 后发崛起.
    pub late_riser: AwardResult,
    /// All prizes together.
    pub prize_total: Money,
}

/// One village beside the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VillageYear {
    /// Its collective income of the year: completion is this over the target.
    pub income: Money,
    /// Whether that is at least the target.
    pub reached: bool,
    /// What it lacks; zero where the target is reached.
    pub shortfall: Money,
    /// The step that applies, an index of [`Policy::pay_cuts`]; nothing where none does.
    pub tier: Option<usize>,
    /// What is cut of the secretary's performance pay, rounded half up to the fen.
    pub pay_cut: Money,
}

/// One township's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownshipYear {
    /// Its name.
    pub name: String,
    /// How many villages it has.
    pub villages: usize,
    /// How many of them reached the target.
    pub reached: usize,
    /// Whether it may be rated good.
    pub eligible_for_good: bool,
}

/// A figure of the facts or the policy, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// What is weak.
    WeakBelow,
    /// The prize of the model industry award.
    ModelIndustryPrize,
    /// The prize of the benchmark award.
    BenchmarkPrize,
    /// The prize of the late riser award.
    LateRiserPrize,
    /// Income of the village with this index.
    Income(usize),
    /// Last year's income of the village with this index.
    IncomeBefore(usize),
    /// Industry income of the village with this index.
    IndustryIncome(usize),
    /// Performance pay in the village with this index.
    PerformancePay(usize),
}

/// Why a year cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TargetError {
    /// The target is not above zero.
    #[error("a target of {0} is not above zero")]
    TargetNotAboveZero(Money),
    /// Two steps of the pay cut begin at the same completion.
    #[error("two steps of the pay cut are below {completion_below}")]
    EqualTiers {
        /// The index of the second.
        tier: usize,
        /// The completion of both.
        completion_below: Rate,
    },
    /// A village stands in the list twice.
    #[error("village {id} is there twice")]
    RepeatedVillage {
        /// The index of the second.
        village: usize,
        /// Its code.
        id: String,
    },
    /// A figure is below zero that may not be.
    #[error("{figure:?} of {amount} is below zero")]
    Negative {
        /// Which figure.
        figure: Figure,
        /// What it is.
        amount: Money,
    },
    /// The prizes add up to more than can be counted.
    #[error("the prizes add up to more than can be counted")]
    PrizesTooLarge,
}

/// Checks every village and township of a year, and ranks the awards.
///
/// # Errors
/// [`TargetError`]: a policy or facts that cannot be.
pub fn check(villages: &[VillageFacts], policy: &Policy) -> Result<TargetYear, TargetError> {
    check_policy(policy)?;
    check_villages(villages)?;
    let years: Vec<VillageYear> =
        villages.iter().map(|village| village_year(village, policy)).collect();
    let townships = township_years(villages, &years, policy.township_share);
    let [model_industry, benchmark, late_riser] = award::rank(villages, policy);

    let totals = [&model_industry, &benchmark, &late_riser].map(AwardResult::total);
    let prize_total =
        totals.into_iter().try_fold(Money::ZERO, |sum, total| sum.checked_add(total?));
    let prize_total = prize_total.ok_or(TargetError::PrizesTooLarge)?;
    Ok(TargetYear {
        villages: years,
        townships,
        model_industry,
        benchmark,
        late_riser,
        prize_total,
    })
}

fn check_policy(policy: &Policy) -> Result<(), TargetError> {
    if policy.target <= Money::ZERO {
        return Err(TargetError::TargetNotAboveZero(policy.target));
    }
    let mut seen = HashSet::new();
    for (tier, &PayCut { completion_below, .. }) in policy.pay_cuts.iter().enumerate() {
        if !seen.insert(completion_below) {
            return Err(TargetError::EqualTiers { tier, completion_below });
        }
    }
    let awards = &policy.awards;
    not_negative([
        (Figure::WeakBelow, awards.weak_below),
        (Figure::ModelIndustryPrize, awards.model_industry.amount),
        (Figure::BenchmarkPrize, awards.benchmark.prize.amount),
        (Figure::LateRiserPrize, awards.late_riser.prize.amount),
    ])
}

fn check_villages(villages: &[VillageFacts]) -> Result<(), TargetError> {
    let mut seen = HashSet::with_capacity(villages.len());
    for (index, village) in villages.iter().enumerate() {
        if !seen.insert(village.id.as_str()) {
            return Err(TargetError::RepeatedVillage { village: index, id: village.id.clone() });
        }
        not_negative([
            (Figure::Income(index), village.income),
            (Figure::IncomeBefore(index), village.income_before),
            (Figure::IndustryIncome(index), village.industry_income),
            (Figure::PerformancePay(index), village.performance_pay),
        ])?;
    }
    Ok(())
}

fn not_negative<const N: usize>(figures: [(Figure, Money); N]) -> Result<(), TargetError> {
    let negative = figures.into_iter().find(|&(_, amount)| amount < Money::ZERO);
    negative.map_or(Ok(()), |(figure, amount)| Err(TargetError::Negative { figure, amount }))
}

fn village_year(village: &VillageFacts, policy: &Policy) -> VillageYear {
    let VillageFacts { income, performance_pay, .. } = *village;
    let tier = tier(income, policy);
    VillageYear {
        income,
        reached: income >= policy.target,
        shortfall: (policy.target - income).or_zero(),
        tier,
        pay_cut: tier.map_or(Money::ZERO, |tier| policy.pay_cuts[tier].cut.of(performance_pay)),
    }
}

/// The step with the lowest completion that is still above `income / target`.
fn tier(income: Money, policy: &Policy) -> Option<usize> {
    // An amount in fen times a million is far below 128 bits.
    let done = i128::from(income.fen()) * i128::from(Rate::PARTS);
    let target = i128::from(policy.target.fen());
    let above = |cut: &PayCut| done < i128::from(cut.completion_below.millionths()) * target;
    let tiers = policy.pay_cuts.iter().enumerate().filter(|(_, cut)| above(cut));
    tiers.min_by_key(|(_, cut)| cut.completion_below).map(|(tier, _)| tier)
}

fn township_years(
    villages: &[VillageFacts],
    years: &[VillageYear],
    share: Rate,
) -> Vec<TownshipYear> {
    let mut townships: Vec<TownshipYear> = Vec::new();
    let mut index_of = HashMap::new();
    for (village, year) in villages.iter().zip(years) {
        let index = *index_of.entry(village.township.as_str()).or_insert_with(|| {
            townships.push(TownshipYear {
                name: village.township.clone(),
                villages: 0,
                reached: 0,
                eligible_for_good: false,
            });
            townships.len() - 1
        });
        townships[index].villages += 1;
        townships[index].reached += usize::from(year.reached);
    }
    for township in &mut townships {
        let reached = township.reached as u128 * u128::from(Rate::PARTS);
        let needed = township.villages as u128 * u128::from(share.millionths());
        township.eligible_for_good = reached >= needed;
    }
    townships
}

#[cfg(test)]
mod tests;
