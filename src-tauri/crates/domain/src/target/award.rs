//! Who may win an award, and in what order.

use std::cmp::Ordering;

use super::{GrowthAward, Policy, Prize, Ranking, VillageFacts};
use crate::money::Money;

/// What places one candidate before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// Income from industry.
    IndustryIncome,
    /// What was earned more than the year before.
    GrowthAmount,
    /// That over the income of the year before; where there was none it comes before every rate.
    GrowthRate,
    /// The year's income.
    Income,
    /// All figures are equal: the order of the register.
    Register,
}

impl Criterion {
    const BY_INDUSTRY: &[Criterion] = &[Criterion::IndustryIncome, Criterion::Income];
    const BY_AMOUNT: &[Criterion] =
        &[Criterion::GrowthAmount, Criterion::GrowthRate, Criterion::Income];
    const BY_RATE: &[Criterion] =
        &[Criterion::GrowthRate, Criterion::GrowthAmount, Criterion::Income];

    /// [`Ordering::Greater`] where `a` comes before `b`.
    fn compare(self, a: &VillageFacts, b: &VillageFacts) -> Ordering {
        match self {
            Criterion::IndustryIncome => a.industry_income.cmp(&b.industry_income),
            Criterion::GrowthAmount => a.growth().cmp(&b.growth()),
            Criterion::GrowthRate => compare_growth_rates(a, b),
            Criterion::Income => a.income.cmp(&b.income),
            Criterion::Register => Ordering::Equal,
        }
    }
}

/// Growth over the income of the year before. Two amounts of 64 bits multiply within 128.
fn compare_growth_rates(a: &VillageFacts, b: &VillageFacts) -> Ordering {
    let fen = |money: Money| i128::from(money.fen());
    match (a.income_before == Money::ZERO, b.income_before == Money::ZERO) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => {
            let a_crossed = fen(a.growth()) * fen(b.income_before);
            a_crossed.cmp(&(fen(b.growth()) * fen(a.income_before)))
        }
    }
}

/// One candidate's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The village's index.
    pub village: usize,
    /// What places it before the next candidate; nothing for the last one.
    pub before_next_by: Option<Criterion>,
}

/// One award: all candidates in their order, of whom the first ones win.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardResult {
    /// Everyone who may win, the first in front.
    pub candidates: Vec<Standing>,
    /// How many of them may win.
    pub places: u32,
    /// What each winner gets: `team` and `village` together.
    pub prize: Money,
    /// What of it goes to the village's team, rounded half up to the fen.
    pub team: Money,
    /// What of it goes to the village.
    pub village: Money,
}

impl AwardResult {
    /// The winners, the first in front.
    #[must_use]
    pub fn winners(&self) -> &[Standing] {
        let places = usize::try_from(self.places).unwrap_or(usize::MAX);
        &self.candidates[..places.min(self.candidates.len())]
    }

    /// Whether the candidate with this index of [`AwardResult::candidates`] has the same figures as
    /// the one before or after it, so that only the register decides between them.
    #[must_use]
    pub fn tied(&self, index: usize) -> bool {
        let register = |index: usize| {
            let standing = self.candidates.get(index);
            standing.and_then(|standing| standing.before_next_by) == Some(Criterion::Register)
        };
        register(index) || index.checked_sub(1).is_some_and(register)
    }

    /// All prizes of this award, or nothing where they add up to more than can be counted.
    pub(super) fn total(&self) -> Option<Money> {
        let total = i128::from(self.prize.fen()) * self.winners().len() as i128;
        i64::try_from(total).ok().map(Money::from_fen)
    }
}

/// Model industry, benchmark and late riser.
pub(super) fn rank(villages: &[VillageFacts], policy: &Policy) -> [AwardResult; 3] {
    let awards = &policy.awards;
    let reached = |village: &VillageFacts| village.income >= policy.target;
    let grew = |village: &VillageFacts| village.growth() > Money::ZERO;
    let weak = |village: &VillageFacts| village.income_before < awards.weak_below;

    let industry = ranked(villages, Criterion::BY_INDUSTRY, |village| {
        reached(village) && village.industry_income > Money::ZERO
    });
    let benchmark = ranked(villages, criteria(&awards.benchmark), |village| {
        reached(village) && grew(village) && !weak(village)
    });
    let late_riser = ranked(villages, criteria(&awards.late_riser), |village| {
        reached(village) && grew(village) && weak(village) && village.joint
    });
    [
        result(industry, awards.model_industry),
        result(benchmark, awards.benchmark.prize),
        result(late_riser, awards.late_riser.prize),
    ]
}

fn criteria(award: &GrowthAward) -> &'static [Criterion] {
    match award.ranking {
        Ranking::Amount => Criterion::BY_AMOUNT,
        Ranking::Rate => Criterion::BY_RATE,
    }
}

fn result(candidates: Vec<Standing>, prize: Prize) -> AwardResult {
    let team = prize.team_share.of(prize.amount);
    AwardResult {
        candidates,
        places: prize.places,
        prize: prize.amount,
        team,
        village: prize.amount - team,
    }
}

/// The candidates in their order. The sort is stable: the register decides between equals.
fn ranked(
    villages: &[VillageFacts],
    criteria: &[Criterion],
    is_candidate: impl Fn(&VillageFacts) -> bool,
) -> Vec<Standing> {
    let mut order: Vec<usize> =
        (0..villages.len()).filter(|&index| is_candidate(&villages[index])).collect();
    let decides =
        |a: usize, b: usize, criterion: Criterion| criterion.compare(&villages[a], &villages[b]);
    order.sort_by(|&a, &b| {
        let orders = criteria.iter().map(|&criterion| decides(b, a, criterion));
        orders.fold(Ordering::Equal, Ordering::then)
    });
    let before_next_by = |place: usize, village: usize| {
        let next = *order.get(place + 1)?;
        let first = criteria.iter().find(|&&criterion| decides(village, next, criterion).is_ne());
        Some(first.copied().unwrap_or(Criterion::Register))
    };
    let standing =
        |(place, &village)| Standing { village, before_next_by: before_next_by(place, village) };
    order.iter().enumerate().map(standing).collect()
}
