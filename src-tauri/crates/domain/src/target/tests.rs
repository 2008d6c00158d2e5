//! The year of a small district as its office would write it down, and the laws that always hold.

use std::cmp::Ordering;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn yuan(text: &str) -> Money {
    Money::read(text).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::read(text).unwrap()
}

/// The seed's policy with two places an award.
fn policy() -> Policy {
    let prize = |amount, team_share| Prize {
        places: 2,
        amount: yuan(amount),
        team_share: rate(team_share),
    };
    let tier = |below, cut| PayCut { completion_below: rate(below), cut: rate(cut) };
    Policy {
        target: yuan("100000.00"),
        pay_cuts: vec![tier("1", "0.1"), tier("0.5", "0.5"), tier("0.8", "0.3")],
        township_share: rate("0.5"),
        awards: Awards {
            model_industry: prize("100000.00", "0"),
            benchmark: GrowthAward { prize: prize("50000.00", "0.2"), ranking: Ranking::Amount },
            late_riser: GrowthAward { prize: prize("50000.01", "0.5"), ranking: Ranking::Rate },
            weak_below: yuan("50000.00"),
        },
    }
}

/// A joint village without industry, in 东镇, with incomes of last year and this year.
fn village(id: &str, before: &str, income: &str) -> VillageFacts {
    VillageFacts {
        id: id.to_owned(),
        township: "东镇".to_owned(),
        income: yuan(income),
        income_before: yuan(before),
        joint: true,
        industry_income: Money::ZERO,
        performance_pay: yuan("18333.33"),
    }
}

/// Each list with all candidates, a star at the winners, and what places each before the next.
#[track_caller]
fn check_awards(villages: &[VillageFacts], expected: &Expect) {
    let year = check(villages, &policy()).unwrap();
    let mut shown = String::new();
    let lists = [
        ("industry", &year.model_industry),
        ("benchmark", &year.benchmark),
        ("late riser", &year.late_riser),
    ];
    for (name, award) in lists {
        shown += &format!("{name} {} = {} + {}:", award.prize, award.team, award.village);
        for (place, standing) in award.candidates.iter().enumerate() {
            let mark = if place < award.winners().len() { "*" } else { "-" };
            shown += &format!("\n  {mark} {}", villages[standing.village].id);
            if let Some(criterion) = standing.before_next_by {
                shown += &format!(" ({criterion:?})");
            }
        }
        shown += "\n";
    }
    expected.assert_eq(&(shown + &format!("total {}", year.prize_total)));
}

#[track_caller]
fn check_refused(villages: &[VillageFacts], policy: &Policy, expected: &Expect) {
    expected.assert_eq(&check(villages, policy).unwrap_err().to_string());
}

#[test]
fn a_miss_is_cut_by_the_lowest_step_above_its_completion() {
    let incomes = ["100000.00", "99999.99", "80000.00", "79999.99", "50000.00", "49999.99", "0"];
    let villages = incomes.map(|income| village(income, "0", income));
    let year = check(&villages, &policy()).unwrap();
    let shown: Vec<String> = year
        .villages
        .iter()
        .map(|year| format!("{} {:?} {}", year.shortfall, year.tier, year.pay_cut))
        .collect();
    expect![[r#"
        0.00 None 0.00
        0.01 Some(0) 1833.33
        20000.00 Some(0) 1833.33
        20000.01 Some(2) 5500.00
        50000.00 Some(2) 5500.00
        50000.01 Some(1) 9166.67
        100000.00 Some(1) 9166.67"#]]
    .assert_eq(&shown.join("\n"));
}

#[test]
fn a_township_is_rated_good_when_enough_of_its_villages_reached_the_target() {
    let mut villages = [
        village("1", "0", "100000.00"),
        village("2", "0", "1.00"),
        village("3", "0", "1.00"),
        village("4", "0", "100000.00"),
        village("5", "0", "99999.99"),
    ];
    villages[1].township = "西镇".to_owned();
    villages[3].township = "西镇".to_owned();
    let year = check(&villages, &policy()).unwrap();
    let shown: Vec<String> = year
        .townships
        .iter()
        .map(|t| format!("{} {}/{} {}", t.name, t.reached, t.villages, t.eligible_for_good))
        .collect();
    expect![[r#"
        东镇 1/3 false
        西镇 1/2 true"#]]
    .assert_eq(&shown.join("\n"));
}

#[test]
fn growth_decides_then_its_rate_then_income_then_the_register() {
    check_awards(
        &[
            village("equal", "60000", "120000"),
            village("equal too", "60000", "120000"),
            village("grew most", "100000", "170000"),
            village("same growth, from more", "70000", "130000"),
            village("did not grow", "130000", "130000"),
            village("missed", "60000", "99999"),
        ],
        &expect![[r#"
            industry 100000.00 = 0.00 + 100000.00:
            benchmark 50000.00 = 10000.00 + 40000.00:
              * grew most (GrowthAmount)
              * equal (Register)
              - equal too (GrowthRate)
              - same growth, from more
            late riser 50000.01 = 25000.01 + 25000.00:
            total 100000.00"#]],
    );
}

#[test]
fn a_weak_village_without_income_last_year_comes_before_every_rate() {
    let mut alone = village("alone", "1", "400000");
    alone.joint = false;
    check_awards(
        &[
            village("tenfold", "20000", "200000"),
            village("from nothing", "0", "100000"),
            village("from nothing to more", "0", "110000"),
            village("tenfold of less", "10000", "100000"),
            village("just not weak", "50000", "200000"),
            alone,
        ],
        &expect![[r#"
            industry 100000.00 = 0.00 + 100000.00:
            benchmark 50000.00 = 10000.00 + 40000.00:
              * just not weak
            late riser 50000.01 = 25000.01 + 25000.00:
              * from nothing to more (GrowthAmount)
              * from nothing (GrowthRate)
              - tenfold (GrowthAmount)
              - tenfold of less
            total 150000.02"#]],
    );
}

#[test]
fn model_villages_need_no_growth() {
    let with_industry = |id, income, industry| VillageFacts {
        industry_income: yuan(industry),
        ..village(id, "500000", income)
    };
    check_awards(
        &[
            with_industry("less", "100000", "9000"),
            with_industry("more", "100000", "9001"),
            with_industry("less, of more", "100001", "9000"),
            with_industry("missed", "99999", "90000"),
            with_industry("none", "900000", "0"),
        ],
        &expect![[r#"
            industry 100000.00 = 0.00 + 100000.00:
              * more (IndustryIncome)
              * less, of more (Income)
              - less
            benchmark 50000.00 = 10000.00 + 40000.00:
              * none
            late riser 50000.01 = 25000.01 + 25000.00:
            total 250000.00"#]],
    );
}

#[test]
fn equal_neighbours_are_tied() {
    let villages = ["1", "2", "3"].map(|id| village(id, "60000", "120000"));
    let mut first = village("0", "60000", "130000");
    first.joint = false;
    let benchmark = check(&[&villages[..], &[first]].concat(), &policy()).unwrap().benchmark;
    assert_eq!(
        [0, 1, 2, 3, 4].map(|index| benchmark.tied(index)),
        [false, true, true, true, false]
    );
}

#[test]
fn a_policy_and_facts_that_cannot_be_are_refused() {
    let twice = [village("甲", "0", "1"), village("乙", "0", "1"), village("甲", "0", "1")];
    check_refused(&twice, &policy(), &expect!["village 甲 is there twice"]);
    let mut negative = village("甲", "0", "1");
    negative.income_before = yuan("-0.01");
    check_refused(&[negative], &policy(), &expect!["IncomeBefore(0) of -0.01 is below zero"]);
    let mut tiers = policy();
    tiers.pay_cuts.push(PayCut { completion_below: rate("0.50"), cut: rate("0.6") });
    check_refused(&[], &tiers, &expect!["two steps of the pay cut are below 0.5"]);
    let none = Policy { target: Money::ZERO, ..policy() };
    check_refused(&[], &none, &expect!["a target of 0.00 is not above zero"]);
}

#[test]
fn the_largest_figures_are_compared_exactly_and_prizes_beyond_counting_refused() {
    let largest = Money::from_fen(i64::MAX);
    let mut villages = ["1", "2"].map(|id| VillageFacts {
        income: largest,
        income_before: Money::from_fen(i64::MAX / 2),
        industry_income: largest,
        performance_pay: largest,
        ..village(id, "0", "0")
    });
    villages[1].income_before = Money::from_fen(i64::MAX / 2 - 1);
    let mut policy = Policy { target: largest, ..policy() };
    policy.awards.benchmark.ranking = Ranking::Rate;
    let year = check(&villages, &policy).unwrap();
    assert_eq!(year.benchmark.candidates[0].village, 1);
    assert_eq!(year.benchmark.candidates[0].before_next_by, Some(Criterion::GrowthRate));
    policy.awards.benchmark.prize.amount = largest;
    check_refused(&villages, &policy, &expect!["the prizes add up to more than can be counted"]);
}

#[test]
fn a_district_without_villages_has_a_year_too() {
    let year = check(&[], &policy()).unwrap();
    assert_eq!((year.villages.len(), year.townships.len()), (0, 0));
    assert_eq!(year.prize_total, Money::ZERO);
}

fn any_villages() -> impl Strategy<Value = Vec<VillageFacts>> {
    // Few different figures, so that many villages are equal.
    let figure = || {
        prop_oneof![
            (0..6_i64).prop_map(|n| n * 5_000_000),
            0..=30_000_000_i64,
            0..=Money::LIMIT.fen()
        ]
        .prop_map(Money::from_fen)
    };
    let village = (figure(), figure(), any::<bool>(), figure(), figure(), 0..3_u8);
    prop::collection::vec(village, 0..25).prop_map(|villages| {
        let village = |(index, figures): (usize, (Money, Money, bool, Money, Money, u8))| {
            let (income, income_before, joint, industry_income, performance_pay, town) = figures;
            VillageFacts {
                id: index.to_string(),
                township: town.to_string(),
                income,
                income_before,
                joint,
                industry_income,
                performance_pay,
            }
        };
        villages.into_iter().enumerate().map(village).collect()
    })
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let ranking = || prop_oneof![Just(Ranking::Amount), Just(Ranking::Rate)];
    let prize = (0..6_u32, 0..=10_000_000_i64, 0..=1_000_000_u32);
    (ranking(), ranking(), prize, 0..=1_000_000_u32).prop_map(
        |(benchmark, late_riser, (places, fen, part), share)| {
            let rate = |part| Rate::from_millionths(part).unwrap();
            let amount = Money::from_fen(fen);
            let prize = Prize { places, amount, team_share: rate(part) };
            let awards = Awards {
                model_industry: prize,
                benchmark: GrowthAward { prize, ranking: benchmark },
                late_riser: GrowthAward { prize, ranking: late_riser },
                ..policy().awards
            };
            Policy { township_share: rate(share), awards, ..policy() }
        },
    )
}

/// Places of a village in all three lists, from 0; nothing where it is no candidate.
fn places_of(year: &TargetYear, village: usize) -> [Option<usize>; 3] {
    [&year.model_industry, &year.benchmark, &year.late_riser]
        .map(|award| award.candidates.iter().position(|standing| standing.village == village))
}

/// Whether `a` comes before `b` for growth, in fractions as they are written down.
fn grew_more(ranking: Ranking, a: &VillageFacts, b: &VillageFacts) -> Ordering {
    let fen = |money: Money| i128::from(money.fen());
    let amounts = fen(a.growth()).cmp(&fen(b.growth()));
    let (over_a, over_b) = (fen(a.income_before), fen(b.income_before));
    let rates = match (over_a, over_b) {
        (0, _) | (_, 0) => over_b.signum().cmp(&over_a.signum()),
        _ => (fen(a.income) * over_b).cmp(&(fen(b.income) * over_a)),
    };
    let growth = match ranking {
        Ranking::Amount => amounts.then(rates),
        Ranking::Rate => rates.then(amounts),
    };
    growth.then(a.income.cmp(&b.income))
}

proptest! {
    #[test]
    fn more_income_never_costs_a_place(
        villages in any_villages(), policy in any_policy(),
        which in any::<prop::sample::Index>(), more in 1..=20_000_000_i64,
    ) {
        prop_assume!(!villages.is_empty());
        let village = which.index(villages.len());
        let before = check(&villages, &policy).unwrap();
        let mut richer = villages;
        richer[village].income += Money::from_fen(more);
        let after = check(&richer, &policy).unwrap();
        let places = places_of(&before, village).into_iter().zip(places_of(&after, village));
        for (place_before, place_after) in places {
            let Some(place_before) = place_before else { continue };
            prop_assert!(place_after.is_some_and(|place| place <= place_before));
        }
        prop_assert!(after.villages[village].shortfall <= before.villages[village].shortfall);
        prop_assert!(after.villages[village].reached >= before.villages[village].reached);
        prop_assert!(after.villages[village].pay_cut <= before.villages[village].pay_cut);
    }

    #[test]
    fn every_prize_is_what_team_and_village_get(
        villages in any_villages(), policy in any_policy(),
    ) {
        let year = check(&villages, &policy).unwrap();
        let mut total = Money::ZERO;
        for award in [&year.model_industry, &year.benchmark, &year.late_riser] {
            prop_assert_eq!(award.prize, award.team + award.village);
            prop_assert!(award.team >= Money::ZERO && award.village >= Money::ZERO);
            prop_assert!(award.winners().len() <= award.places as usize);
            total += award.winners().iter().map(|_| award.prize).sum();
        }
        prop_assert_eq!(year.prize_total, total);
        for standing in &year.benchmark.candidates {
            prop_assert!(places_of(&year, standing.village)[2].is_none());
        }
    }

    #[test]
    fn counting_who_comes_before_gives_the_same_places(
        villages in any_villages(), policy in any_policy(),
    ) {
        let year = check(&villages, &policy).unwrap();
        let awards = [
            (&year.benchmark, policy.awards.benchmark.ranking),
            (&year.late_riser, policy.awards.late_riser.ranking),
        ];
        for (award, ranking) in awards {
            for (place, standing) in award.candidates.iter().enumerate() {
                let village = standing.village;
                let before = award.candidates.iter().filter(|other| {
                    let order =
                        grew_more(ranking, &villages[other.village], &villages[village]);
                    order.is_gt() || (order.is_eq() && other.village < village)
                });
                prop_assert_eq!(before.count(), place);
            }
        }
    }

    #[test]
    fn every_village_is_in_one_township_and_reached_or_short(
        villages in any_villages(), policy in any_policy(),
    ) {
        let year = check(&villages, &policy).unwrap();
        let in_townships: usize = year.townships.iter().map(|township| township.villages).sum();
        let reached: usize = year.townships.iter().map(|township| township.reached).sum();
        prop_assert_eq!(in_townships, villages.len());
        prop_assert_eq!(reached, year.villages.iter().filter(|year| year.reached).count());
        for village in &year.villages {
            let missing = policy.target - village.income;
            prop_assert_eq!(village.shortfall, missing.or_zero());
            prop_assert_eq!(village.reached, village.shortfall == Money::ZERO);
            prop_assert_eq!(village.tier.is_none(), village.reached);
        }
    }
}
