//! The district's year: what every village earned, whether it reached the target, and who wins.

mod overview;
mod views;

use std::collections::HashMap;

use domain::id::VillageId;
use domain::target::{self, TargetError, TargetYear, VillageFacts};
use domain::village::{IncomeKind, Village};
use domain::{FiscalYear, Money};
use store::{Kept, PolicyRecord, Reading};

use crate::book::{Book, year_or_latest};
use crate::policy;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::district::{DistrictView, OverviewView, TargetsView};

/// How many years a village's history shows.
const HISTORY: i64 = 3;

/// One source of a village's income.
pub(crate) struct Source {
    pub kind: IncomeKind,
    pub origin: String,
    pub amount: Money,
    pub counts: bool,
}

/// A village's counted income in a year, and what that year's target was.
#[derive(Clone, Copy)]
pub(crate) struct Past {
    pub year: i16,
    pub income: Money,
    pub reached: bool,
}

/// The district's year, worked out.
pub(crate) struct Year {
    pub year: FiscalYear,
    pub years: Vec<i16>,
    pub policy: PolicyRecord,
    pub villages: Vec<Kept<VillageId, Village>>,
    pub facts: Vec<VillageFacts>,
    pub result: TargetYear,
    /// By village: the years before and this one, earliest first.
    pub history: Vec<Vec<Past>>,
    /// By village: what this year's income is made of.
    pub sources: Vec<Vec<Source>>,
}

impl Year {
    /// Works out a year from the typed incomes and the approved distributions.
    pub fn load(reading: &Reading<'_>, asked: Option<i64>) -> Result<Self, Problem> {
        let (year, years) = year_or_latest(reading, asked)?;
        let villages = reading.villages()?;
        let mut history: Vec<Vec<Past>> = vec![Vec::new(); villages.len()];
        let mut sources = Vec::new();
        let first = i64::from(year.number()) - HISTORY + 1;
        for number in first..=i64::from(year.number()) {
            // Before 1900 there are no books, and no years either.
            let Ok(past) = FiscalYear::new(number) else { continue };
            let policy = policy::in_force(reading, past)?;
            sources = sources_of(reading, past, &villages, &policy.kinds)?;
            for (village, sources) in history.iter_mut().zip(&sources) {
                let income = counted(sources, |_| true);
                let reached = income >= policy.policy.target;
                village.push(Past { year: past.number(), income, reached });
            }
        }
        let policy = policy::in_force(reading, year)?;
        let facts = villages.iter().zip(&history).zip(&sources);
        let facts: Vec<VillageFacts> = facts
            .map(|((village, history), sources)| facts_of(&village.what, history, sources))
            .collect();
        let result = target::check(&facts, &policy.policy).map_err(|error| refused(&error))?;
        Ok(Year { year, years, policy, villages, facts, result, history, sources })
    }
}

fn facts_of(village: &Village, history: &[Past], sources: &[Source]) -> VillageFacts {
    let past = |back: usize| {
        let index = history.len().checked_sub(back);
        index.and_then(|index| history.get(index)).map_or(Money::ZERO, |past| past.income)
    };
    VillageFacts {
        id: village.code.clone(),
        township: village.township.clone(),
        income: past(1),
        income_before: past(2),
        joint: village.joint,
        industry_income: counted(sources, IncomeKind::is_industry),
        performance_pay: village.performance_pay,
    }
}

/// The counted income from the sources of such kinds.
fn counted(sources: &[Source], wanted: impl Fn(IncomeKind) -> bool) -> Money {
    let counting = sources.iter().filter(|source| source.counts && wanted(source.kind));
    counting.map(|source| source.amount).sum()
}

/// What each village's income of a year is made of: dividends of approved distributions flow in by
/// themselves, everything else was typed or imported.
fn sources_of(
    reading: &Reading<'_>,
    year: FiscalYear,
    villages: &[Kept<VillageId, Village>],
    kinds: &[IncomeKind],
) -> Result<Vec<Vec<Source>>, Problem> {
    let places: HashMap<VillageId, usize> =
        villages.iter().enumerate().map(|(place, village)| (village.id, place)).collect();
    let mut sources: Vec<Vec<Source>> = villages.iter().map(|_| Vec::new()).collect();
    let dividends = reading.village_dividends(year, year)?.into_iter().map(|dividend| {
        let kind = IncomeKind::Dividend;
        let (origin, amount) = (dividend.cooperative, dividend.amount);
        (dividend.village, Source { kind, origin, amount, counts: kinds.contains(&kind) })
    });
    let typed = reading.incomes(year, year)?.into_iter().map(|record| {
        let kind = record.income.kind;
        let (origin, amount) = (record.income.evidence.unwrap_or_default(), record.income.amount);
        (record.village, Source { kind, origin, amount, counts: kinds.contains(&kind) })
    });
    for (village, source) in dividends.chain(typed) {
        if let Some(place) = places.get(&village) {
            sources[*place].push(source);
        }
    }
    for village in &mut sources {
        village.sort_by_key(|source| (!source.counts, source.kind));
    }
    Ok(sources)
}

impl Book {
    /// The year at a glance.
    ///
    /// # Errors
    /// No policy for the year, or a damaged book.
    pub fn overview(&mut self, year: Option<i64>) -> Result<OverviewView, Problem> {
        let reading = self.store.read()?;
        let district = Year::load(&reading, year)?;
        overview::overview(&reading, &district)
    }

    /// Targets and awards of a year.
    ///
    /// # Errors
    /// No policy for the year, or a damaged book.
    pub fn targets(&mut self, year: Option<i64>) -> Result<TargetsView, Problem> {
        Ok(views::targets(&Year::load(&self.store.read()?, year)?))
    }

    /// The same as the command line prints it.
    ///
    /// # Errors
    /// No policy for the year, or a damaged book.
    pub fn district(&mut self, year: Option<i64>) -> Result<DistrictView, Problem> {
        Ok(views::district(&Year::load(&self.store.read()?, year)?))
    }
}

/// Why a year cannot be checked; the constraints of the book keep all of it away.
fn refused(error: &TargetError) -> Problem {
    let text = match error {
        TargetError::TargetNotAboveZero(target) => Text::new(
            format!("目标 {} 必须大于零。改考核政策。", target.grouped()),
            format!("The target of {} must be above zero. Change the policy.", target.grouped()),
        ),
        TargetError::EqualTiers { completion_below, .. } => Text::new(
            format!("扣减档次里 {} % 出现两次。改考核政策。", completion_below.percent()),
            format!("Two steps of the pay cut begin at {} %.", completion_below.percent()),
        ),
        TargetError::RepeatedVillage { id, .. } => Text::new(
            format!("村 {id} 出现两次。运行账套检查。"),
            format!("The village {id} stands there twice. Run the check of the book."),
        ),
        TargetError::Negative { amount, .. } => Text::new(
            format!("金额 {} 低于零。运行账套检查。", amount.grouped()),
            format!("An amount of {} is below zero. Run the check of the book.", amount.grouped()),
        ),
        TargetError::PrizesTooLarge => Text::new(
            "奖金合计超出可以计算的范围。改考核政策。",
            "The prizes add up to more than can be counted. Change the policy.",
        ),
    };
    Problem::refused("targets.policy", text)
}
