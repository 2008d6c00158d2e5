//! The year at a glance.

use std::collections::{HashMap, HashSet};

use domain::Money;
use domain::id::{CooperativeId, VillageId};
use domain::village::IncomeKind;
use store::Reading;

use super::views::{count, percent, reached, shortfall};
use super::{Year, counted};
use crate::problem::Problem;
use crate::register::{cooperative_year, initials};
use crate::view::Yuan;
use crate::view::district::{CooperativeYear, OverviewView, VillageBar};

pub(super) fn overview(reading: &Reading<'_>, year: &Year) -> Result<OverviewView, Problem> {
    let cooperatives = cooperatives(reading, year)?;
    let villages = bars(reading, year)?;
    let missed = year.villages.iter().zip(&year.result.villages);
    let missed = missed.filter(|(_, result)| !result.reached);
    let missed_townships: HashSet<&str> =
        missed.map(|(village, _)| village.what.township.as_str()).collect();
    let total = |of: &dyn Fn(&VillageBar) -> Yuan| -> Money {
        villages.iter().map(|village| of(village).0).sum()
    };
    let (income, dividend) = (total(&|village| village.income), total(&|village| village.dividend));
    let reached = reached(year);
    let before = year.year.before().number();
    Ok(OverviewView {
        year: year.year.number(),
        years: year.years.clone(),
        townships: count(year.result.townships.len()),
        village_count: count(year.villages.len()),
        cooperative_count: count(cooperatives.len()),
        target: year.policy.policy.target.into(),
        reached: count(reached),
        reached_before: year.years.contains(&before).then(|| reached_before(year)),
        missed: count(year.villages.len() - reached),
        missed_townships: count(missed_townships.len()),
        shortfall: shortfall(year).into(),
        income: income.into(),
        income_before: year.facts.iter().map(|facts| facts.income_before).sum::<Money>().into(),
        dividend: dividend.into(),
        dividend_percent: percent(dividend, income).unwrap_or_else(|| "0.0".to_owned()),
        surplus_total: cooperatives.iter().map(|row| row.surplus.0).sum::<Money>().into(),
        to_villages_total: cooperatives.iter().map(|row| row.to_villages.0).sum::<Money>().into(),
        villages,
        cooperatives,
    })
}

fn reached_before(year: &Year) -> u32 {
    let reached = |history: &&Vec<super::Past>| {
        history.iter().rev().nth(1).is_some_and(|before| before.reached)
    };
    count(year.history.iter().filter(reached).count())
}

fn bars(reading: &Reading<'_>, year: &Year) -> Result<Vec<VillageBar>, Problem> {
    let codes: HashMap<CooperativeId, String> =
        reading.cooperatives()?.into_iter().map(|kept| (kept.id, kept.what.code)).collect();
    let mut memberships: HashMap<VillageId, Vec<String>> = HashMap::new();
    for (village, cooperative) in reading.village_memberships()? {
        let code = codes.get(&cooperative).cloned().unwrap_or_default();
        memberships.entry(village).or_default().push(code);
    }
    let mut bars: Vec<VillageBar> = year
        .villages
        .iter()
        .enumerate()
        .map(|(place, village)| {
            let result = &year.result.villages[place];
            let dividend = counted(&year.sources[place], |kind| kind == IncomeKind::Dividend);
            VillageBar {
                code: village.what.code.clone(),
                name: village.what.name.clone(),
                township: village.what.township.clone(),
                income: result.income.into(),
                dividend: dividend.into(),
                other: (result.income - dividend).into(),
                shortfall: result.shortfall.into(),
                reached: result.reached,
                cooperatives: memberships.remove(&village.id).unwrap_or_default(),
                initials: initials(&village.what.name),
            }
        })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.income));
    Ok(bars)
}

fn cooperatives(reading: &Reading<'_>, year: &Year) -> Result<Vec<CooperativeYear>, Problem> {
    let mut rows = Vec::new();
    for cooperative in reading.cooperatives()? {
        let sums = cooperative_year(reading, &cooperative, year.year)?;
        rows.push(CooperativeYear {
            initials: initials(&cooperative.what.name),
            code: cooperative.what.code,
            name: cooperative.what.name,
            line: cooperative.what.line.unwrap_or_default(),
            villages: sums.villages,
            surplus: sums.surplus.into(),
            to_villages: sums.to_villages.into(),
            status: sums.status,
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.surplus));
    Ok(rows)
}
