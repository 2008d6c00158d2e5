//! The district's year as screens and the command line show it.

use domain::target::{AwardResult, Ranking as DomainRanking};
use domain::village::IncomeKind;
use domain::{Money, Rate, ratio};

use super::{Source, Year};
use crate::register::initials;
use crate::view::district::{
    AwardKind, AwardList, AwardRow, DistrictAwards, DistrictTownship, DistrictView,
    DistrictVillage, DistrictWinner, IncomeSource, Ranking, TargetsView, TierRow, TownshipTarget,
    VillageTarget, YearIncome,
};
use crate::view::{RateText, Text};

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Part over whole in per cent, cut off to one place.
pub(super) fn percent(part: Money, whole: Money) -> Option<String> {
    ratio::percent(u128::from(part.fen().unsigned_abs()), u128::from(whole.fen().unsigned_abs()), 1)
}

pub(super) fn shortfall(year: &Year) -> Money {
    year.result.villages.iter().map(|village| village.shortfall).sum()
}

pub(super) fn reached(year: &Year) -> usize {
    year.result.villages.iter().filter(|village| village.reached).count()
}

pub(super) fn targets(year: &Year) -> TargetsView {
    let reached = reached(year);
    let mut villages: Vec<VillageTarget> =
        (0..year.villages.len()).map(|place| village(year, place)).collect();
    villages.sort_by_key(|village| (std::cmp::Reverse(village.shortfall.0), village.income.0));
    TargetsView {
        year: year.year.number(),
        years: year.years.clone(),
        target: year.policy.policy.target.into(),
        reached: count(reached),
        missed: count(year.villages.len() - reached),
        shortfall: shortfall(year).into(),
        pay_cut_total: year.result.villages.iter().map(|v| v.pay_cut).sum::<Money>().into(),
        villages,
        townships: townships(year),
        township_share: RateText(year.policy.policy.township_share),
        tiers: tiers(year),
        awards: awards(year),
        prize_total: year.result.prize_total.into(),
    }
}

fn village(year: &Year, place: usize) -> VillageTarget {
    let (village, facts) = (&year.villages[place].what, &year.facts[place]);
    let (result, policy) = (&year.result.villages[place], &year.policy.policy);
    let past = |past: &super::Past| YearIncome {
        year: past.year,
        income: past.income.into(),
        reached: past.reached,
    };
    VillageTarget {
        code: village.code.clone(),
        name: village.name.clone(),
        township: village.township.clone(),
        initials: initials(&village.name),
        history: year.history[place].iter().map(past).collect(),
        before: facts.income_before.into(),
        income: result.income.into(),
        completion: percent(result.income, policy.target).unwrap_or_default(),
        reached: result.reached,
        shortfall: result.shortfall.into(),
        cut: result.tier.map(|tier| RateText(policy.pay_cuts[tier].cut)),
        pay_cut: result.pay_cut.into(),
        sources: year.sources[place].iter().map(source).collect(),
    }
}

fn source(source: &Source) -> IncomeSource {
    let english = match source.kind {
        IncomeKind::Dividend => "Joint dividend",
        IncomeKind::Project => "Wages and rent of joint projects",
        IncomeKind::Lease => "Land and property let",
        IncomeKind::Operation => "Own operations",
        IncomeKind::Service => "Services",
        IncomeKind::Other => "Other",
        IncomeKind::Subsidy => "Subsidies",
    };
    IncomeSource {
        kind: Text::new(source.kind.name(), english),
        origin: source.origin.clone(),
        amount: source.amount.into(),
        counts: source.counts,
    }
}

fn townships(year: &Year) -> Vec<TownshipTarget> {
    let rows = year.result.townships.iter().map(|township| {
        let here = || {
            let villages = year.villages.iter().zip(&year.result.villages);
            villages.filter(|(village, _)| village.what.township == township.name)
        };
        let missed = here().filter(|(_, result)| !result.reached);
        TownshipTarget {
            name: township.name.clone(),
            villages: count(township.villages),
            reached: count(township.reached),
            shortfall: here().map(|(_, result)| result.shortfall).sum::<Money>().into(),
            eligible: township.eligible_for_good,
            missed: missed.map(|(village, _)| village.what.name.clone()).collect(),
        }
    });
    rows.collect()
}

/// The steps of the pay cut, the mildest (nearest to the target) first.
fn tiers(year: &Year) -> Vec<TierRow> {
    let cuts = &year.policy.policy.pay_cuts;
    let mut order: Vec<usize> = (0..cuts.len()).collect();
    order.sort_by_key(|&tier| std::cmp::Reverse(cuts[tier].completion_below));
    let next_lower: Vec<Option<Rate>> =
        order.iter().skip(1).map(|&tier| Some(cuts[tier].completion_below)).chain([None]).collect();
    let rows = order.iter().zip(next_lower).map(|(&tier, from)| {
        let met = || year.result.villages.iter().filter(|village| village.tier == Some(tier));
        TierRow {
            from: from.map(RateText),
            below: RateText(cuts[tier].completion_below),
            cut: RateText(cuts[tier].cut),
            villages: count(met().count()),
            amount: met().map(|village| village.pay_cut).sum::<Money>().into(),
        }
    });
    rows.collect()
}

fn awards(year: &Year) -> Vec<AwardList> {
    let (result, awards) = (&year.result, &year.policy.policy.awards);
    let ranking = |ranking| match ranking {
        DomainRanking::Amount => Ranking::Amount,
        DomainRanking::Rate => Ranking::Rate,
    };
    let list = |award, name, ranking, result: &AwardResult| AwardList {
        award,
        name,
        places: result.places,
        prize: result.prize.into(),
        team: result.team.into(),
        ranking,
        rows: (0..result.winners().len()).map(|index| winner(year, result, index)).collect(),
    };
    vec![
        list(
            AwardKind::ModelIndustry,
            Text::new("产业示范村", "Model industry villages"),
            Ranking::Industry,
            &result.model_industry,
        ),
        list(
            AwardKind::Benchmark,
            Text::new("标杆引领村", "Benchmark villages"),
            ranking(awards.benchmark.ranking),
            &result.benchmark,
        ),
        list(
            AwardKind::LateRiser,
            Text::new("后发崛起村", "Late risers"),
            ranking(awards.late_riser.ranking),
            &result.late_riser,
        ),
    ]
}

fn winner(year: &Year, result: &AwardResult, index: usize) -> AwardRow {
    let place = result.winners()[index].village;
    let (village, facts) = (&year.villages[place].what, &year.facts[place]);
    AwardRow {
        rank: count(index + 1),
        code: village.code.clone(),
        name: village.name.clone(),
        township: village.township.clone(),
        before: facts.income_before.into(),
        income: facts.income.into(),
        growth: facts.growth().into(),
        growth_percent: percent(facts.growth(), facts.income_before).map(|percent| {
            if facts.growth() < Money::ZERO { format!("-{percent}") } else { percent }
        }),
        industry_income: facts.industry_income.into(),
        tied: result.tied(index),
        prize: result.prize.into(),
        team: result.team.into(),
        village: result.village.into(),
    }
}

pub(super) fn district(year: &Year) -> DistrictView {
    let reached = reached(year);
    let villages = year.villages.iter().zip(&year.result.villages);
    let villages = villages.map(|(village, result)| DistrictVillage {
        id: village.what.code.clone(),
        code: village.what.code.clone(),
        name: village.what.name.clone(),
        township: village.what.township.clone(),
        income: result.income.into(),
        reached: result.reached,
        shortfall: result.shortfall.into(),
        pay_cut: result.pay_cut.into(),
    });
    let townships = year.result.townships.iter().map(|township| DistrictTownship {
        name: township.name.clone(),
        villages: count(township.villages),
        reached: count(township.reached),
        eligible_for_good: township.eligible_for_good,
    });
    DistrictView {
        year: year.year.number(),
        target: year.policy.policy.target.into(),
        reached: count(reached),
        missed: count(year.villages.len() - reached),
        shortfall: shortfall(year).into(),
        villages: villages.collect(),
        townships: townships.collect(),
        awards: DistrictAwards {
            benchmark: winners(year, &year.result.benchmark),
            late_riser: winners(year, &year.result.late_riser),
            model_industry: winners(year, &year.result.model_industry),
        },
        prize_total: year.result.prize_total.into(),
    }
}

fn winners(year: &Year, result: &AwardResult) -> Vec<DistrictWinner> {
    let rows = (1..).zip(result.winners()).map(|(rank, standing)| {
        let village = &year.villages[standing.village].what;
        DistrictWinner {
            rank,
            id: village.code.clone(),
            code: village.code.clone(),
            name: village.name.clone(),
            prize: result.prize.into(),
            team: result.team.into(),
            village: result.village.into(),
        }
    });
    rows.collect()
}
