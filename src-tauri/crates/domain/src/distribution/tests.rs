//! The accountant's own examples, the laws that always hold, a case that others have published, and
//! a second computation in exact fractions that is plain and slow, in another way than the first.

mod large;
mod published;
mod rational;

use expect_test::{Expect, expect};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

const LIMIT: i64 = Money::LIMIT.fen();

fn yuan(text: &str) -> Money {
    Money::read(text).unwrap()
}

/// A member with this capital since 2021, in yuan, and this patronage.
fn member(capital: &str, patronage: &str) -> MemberFacts {
    MemberFacts {
        kind: MemberKind::Household,
        contributions: vec![Contribution { made_on: date(2021, 5, 1), amount: yuan(capital) }],
        reserve: Money::ZERO,
        subsidy: Money::ZERO,
        donation: Money::ZERO,
        patronage: Quantity::read(patronage).unwrap(),
    }
}

fn facts(surplus: &str, members: Vec<MemberFacts>) -> Facts {
    Facts {
        year: FiscalYear::new(2025).unwrap(),
        surplus: yuan(surplus),
        opening_deficit: Money::ZERO,
        opening_undistributed: Money::ZERO,
        members,
    }
}

/// The pools, then what each member gets from them; or the refusal.
#[track_caller]
fn check_shares(facts: &Facts, scheme: &Scheme, expected: &Expect) {
    let shown = match distribute(facts, scheme) {
        Ok(distribution) => {
            let pools = [&distribution.patronage, &distribution.guaranteed, &distribution.residual];
            let mut shown = pools.map(|pool| pool.amount.to_string()).join(" ");
            for share in distribution.members() {
                let shares = [share.patronage, share.guaranteed, share.residual];
                let moved = |share: Share| if share.part.fen_moved { "+" } else { "" };
                let amounts = shares.map(|share| format!("{}{}", share.part.amount, moved(share)));
                shown += &format!("\n{} = {}", amounts.join(" "), share.total());
            }
            shown
        }
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&shown);
}

#[test]
fn eight_villages_and_152_households_share_the_geese_by_capital() {
    let villages = (0..8).map(|_| member("125000.00", "0"));
    let households = (0..152).map(|_| member("100.00", "0"));
    let facts = facts("1600000.00", villages.chain(households).collect());
    let distribution = distribute(&facts, &Scheme::default()).unwrap();
    assert_eq!(distribution.patronage.amount, Money::ZERO);
    assert_eq!(distribution.residual.amount, yuan("1600000.00"));
    assert_eq!(distribution.residual.total_base, 101_520_000);
    let first = distribution.member(0).unwrap();
    assert_eq!((first.capital, first.total()), (yuan("125000.00"), yuan("197005.52")));
    let total: Money = distribution.members().map(|share| share.total()).sum();
    assert_eq!(total, yuan("1600000.00"));
    assert_eq!(distribution.member(160), None);
}

#[test]
fn sixty_per_cent_go_by_patronage_and_the_rest_by_the_accounts() {
    let mut members = vec![member("300.00", "10"), member("100.00", "20"), member("0.00", "0")];
    members[2].reserve = yuan("50.00");
    members[2].subsidy = yuan("25.00");
    members[2].donation = yuan("25.00");
    check_shares(
        &facts("100.01", members),
        &Scheme::default(),
        &expect![[r#"
            60.01 0.00 40.00
            20.00 0.00 24.00 = 44.00
            40.01+ 0.00 8.00 = 48.01
            0.00 0.00 8.00 = 8.00"#]],
    );
}

#[test]
fn a_guaranteed_part_comes_first_and_out_of_the_rest() {
    let scheme = Scheme { guaranteed_rate: Some(Rate::read("0.05").unwrap()), ..Scheme::default() };
    let members = vec![member("1000.10", "1"), member("500.00", "1")];
    check_shares(
        &facts("250.00", members.clone()),
        &scheme,
        &expect![[r#"
            150.00 75.01 24.99
            75.00 50.01 16.66 = 141.67
            75.00 25.00 8.33+ = 108.33"#]],
    );
    check_shares(
        &facts("100.00", members),
        &scheme,
        &expect![[r#"
            60.00 40.00 0.00
            30.00 26.67+ 0.00 = 56.67
            30.00 13.33 0.00 = 43.33"#]],
    );
}

#[test]
fn capital_counts_for_the_days_on_which_it_stood() {
    let scheme = Scheme { capital_weighting: CapitalWeighting::DaysHeld, ..Scheme::default() };
    let mut members = vec![member("100.00", "0"), member("100.00", "0")];
    // Half goes out again on 1 July: the other half counts 365 days, this half 181.
    let out = Contribution { made_on: date(2025, 7, 1), amount: yuan("-50.00") };
    members[1].contributions.push(out);
    members[1].subsidy = yuan("1.00");
    let distribution = distribute(&facts("100.00", members), &scheme).unwrap();
    assert_eq!(distribution.capital_measure, Measure::FenDays { days_in_year: 365 });
    let [first, second] = [0, 1].map(|index| distribution.member(index).unwrap());
    assert_eq!((first.capital, first.weighted_capital), (yuan("100.00"), 10_000 * 365));
    assert_eq!((second.capital, second.weighted_capital), (yuan("50.00"), 5_000 * (365 + 181)));
    assert_eq!(second.residual.base, 5_000 * (365 + 181) + 100 * 365);
}

#[test]
fn what_is_put_in_after_the_year_counts_next_year() {
    let mut members = vec![member("100.00", "0"), member("100.00", "0")];
    let late = Contribution { made_on: date(2026, 1, 1), amount: yuan("900.00") };
    members[1].contributions.push(late);
    check_shares(
        &facts("1.00", members),
        &Scheme::default(),
        &expect![[r#"
            0.00 0.00 1.00
            0.00 0.00 0.50 = 0.50
            0.00 0.00 0.50 = 0.50"#]],
    );
}

#[test]
fn a_year_of_loss_gives_nothing_and_carries_it() {
    let facts = facts("-1000.00", vec![member("1.00", "1")]);
    let distribution = distribute(&facts, &Scheme::default()).unwrap();
    assert_eq!(distribution.deficit_carried, yuan("1000.00"));
    assert_eq!(distribution.member(0).unwrap().total(), Money::ZERO);
}

#[test]
fn facts_that_cannot_be_are_refused_with_their_figures() {
    let scheme = Scheme::default();
    check_shares(&facts("1.00", vec![]), &scheme, &expect!["there are no members"]);
    check_shares(
        &facts("1.00", vec![member("0.00", "0")]),
        &scheme,
        &expect![
            "1.00 yuan cannot be shared out: no member has capital, reserve, subsidy or donation"
        ],
    );
    check_shares(
        &facts("1.00", vec![member("1.00", "0"), member("-1.00", "0")]),
        &scheme,
        &expect!["member 1: at the end of 2021-05-01 the capital would be -1.00"],
    );
    let mut negative = member("1.00", "0");
    negative.subsidy = yuan("-0.01");
    check_shares(
        &facts("1.00", vec![negative]),
        &scheme,
        &expect!["Subsidy(0) of -0.01 is below zero"],
    );
    let mut two = facts("1.00", vec![member("1.00", "0")]);
    (two.opening_deficit, two.opening_undistributed) = (yuan("2.00"), yuan("3.00"));
    check_shares(
        &two,
        &scheme,
        &expect!["2.00 of loss and 3.00 of surplus cannot both be brought forward"],
    );
    two.surplus = Money::from_fen(i64::MIN);
    check_shares(
        &two,
        &scheme,
        &expect!["Surplus of -92233720368547758.08 is beyond the limit of 9000000000000.00"],
    );
}

#[test]
fn the_largest_amounts_are_shared_out_exactly() {
    let largest = || MemberFacts {
        contributions: vec![Contribution { made_on: date(2021, 5, 1), amount: Money::LIMIT }; 10],
        reserve: Money::LIMIT,
        subsidy: Money::LIMIT,
        donation: Money::LIMIT,
        patronage: Quantity::read("999999999999999.999999").unwrap(),
        ..member("0.00", "0")
    };
    let mut facts = facts("9000000000000.00", (0..1000).map(|_| largest()).collect());
    facts.opening_undistributed = Money::LIMIT;
    let scheme = Scheme {
        guaranteed_rate: Some(Rate::ONE),
        capital_weighting: CapitalWeighting::DaysHeld,
        ..Scheme::default()
    };
    let distribution = distribute(&facts, &scheme).unwrap();
    let total: Money = distribution.members().map(|share| share.total()).sum();
    assert_eq!(total, Money::LIMIT + Money::LIMIT);
    assert!(!distribution.guarantee_reached());
}

#[test]
fn a_million_members_are_the_most() {
    let nobody = MemberFacts { contributions: Vec::new(), ..member("0.00", "0") };
    let error = distribute(&facts("1.00", vec![nobody; MEMBERS_MAX + 1]), &Scheme::default());
    assert_eq!(error, Err(DistributionError::TooManyMembers(1_000_001)));
}

#[test]
fn capital_and_patronage_beyond_all_counting_are_an_error_and_no_panic() {
    let mut too_much = member("0.00", "1");
    let limit = Contribution { made_on: date(2021, 5, 1), amount: Money::LIMIT };
    too_much.contributions = vec![limit; 11_000];
    let error = distribute(&facts("1.00", vec![too_much]), &Scheme::default()).unwrap_err();
    assert_eq!(error, DistributionError::Capital { member: 0, source: CapitalError::TooLarge });

    let mut traded = member("1.00", "0");
    traded.patronage = Quantity::from_millionths(u128::MAX);
    let error = distribute(&facts("1.00", vec![traded]), &Scheme::default()).unwrap_err();
    assert_eq!(error, DistributionError::BasesTooLarge { pool: yuan("0.60") });
}

/// Amounts as they come: none, small, everyday, and up to the limit.
fn any_amount() -> BoxedStrategy<i64> {
    prop_oneof![Just(0), 0..100_i64, 0..=100_000_000_i64, 0..=LIMIT].boxed()
}

/// Amounts so small that halves of a fen and equal remainders come up.
fn small_amount() -> BoxedStrategy<i64> {
    prop_oneof![Just(0), 0..20_i64, 0..=100_000_i64].boxed()
}

/// Any day, and the days on which a year ends or begins.
fn day() -> impl Strategy<Value = Date> {
    let days = (2022_i16..=2025, 1_i8..=12, 1_i8..=28);
    let days = days.prop_map(|(year, month, day)| date(year, month, day));
    let turns = (2022_i16..=2024, any::<bool>())
        .prop_map(|(year, ends)| if ends { date(year, 12, 31) } else { date(year + 1, 1, 1) });
    prop_oneof![3 => days, 1 => turns]
}

/// What was put in, each with a later day and a part of it taken out again, in either order.
fn contributions(amount: BoxedStrategy<i64>) -> impl Strategy<Value = Vec<Contribution>> {
    let pair = (amount, day(), day(), 0..=4_i64).prop_map(|(fen, one, other, quarters)| {
        let [amount, out] = [fen, -(fen / 4 * quarters)].map(Money::from_fen);
        let put_in = Contribution { made_on: one.min(other), amount };
        let taken_out = Contribution { made_on: one.max(other), amount: out };
        if quarters % 2 == 0 { [put_in, taken_out] } else { [taken_out, put_in] }
    });
    prop::collection::vec(pair, 0..3).prop_map(|pairs| pairs.concat())
}

fn member_facts(amount: BoxedStrategy<i64>) -> impl Strategy<Value = MemberFacts> {
    let quantity = prop_oneof![
        Just(0_u128),
        (0..4_u128).prop_map(|whole| whole * 1_000_000),
        0..50_000_000_u128,
        0..=999_999_999_999_999_999_999_u128,
    ];
    let put_in = contributions(amount.clone());
    (put_in, amount.clone(), amount.clone(), amount, quantity).prop_map(
        |(contributions, reserve, subsidy, donation, patronage)| MemberFacts {
            kind: MemberKind::Household,
            contributions,
            reserve: Money::from_fen(reserve),
            subsidy: Money::from_fen(subsidy),
            donation: Money::from_fen(donation),
            patronage: Quantity::from_millionths(patronage),
        },
    )
}

/// Facts of fewer than `most` members.
fn facts_of(amount: BoxedStrategy<i64>, most: usize) -> impl Strategy<Value = Facts> {
    let year = prop_oneof![Just(2023), Just(2024)];
    let loss = prop::bool::weighted(0.25);
    let surplus = (amount.clone(), loss).prop_map(|(fen, loss)| if loss { -fen } else { fen });
    let members = prop::collection::vec(member_facts(amount.clone()), 1..most);
    (year, surplus, amount, any::<bool>(), members).prop_map(
        |(year, surplus, opening, deficit, members)| {
            let opening = Money::from_fen(opening);
            Facts {
                year: FiscalYear::new(year).unwrap(),
                surplus: Money::from_fen(surplus),
                opening_deficit: if deficit { opening } else { Money::ZERO },
                opening_undistributed: if deficit { Money::ZERO } else { opening },
                members,
            }
        },
    )
}

/// Any rate up to so many twentieths, and the round ones that charters have.
fn rate(twentieths: u32) -> impl Strategy<Value = Rate> {
    let round = (0..=twentieths).prop_map(|twentieths| twentieths * 50_000);
    let millionths = prop_oneof![round, 0..=twentieths * 50_000];
    millionths.prop_map(|millionths| Rate::from_millionths(millionths).unwrap())
}

fn scheme_of(amount: BoxedStrategy<i64>) -> impl Strategy<Value = Scheme> {
    let take = prop_oneof![
        rate(6).prop_map(Take::Rate),
        amount.clone().prop_map(|fen| Take::Amount(Money::from_fen(fen))),
    ];
    let fund = take.prop_map(|take| Appropriation { fund: "盈余公积".to_owned(), take });
    let funds = prop::collection::vec(fund, 0..3);
    let retained = prop_oneof![Just(0), amount];
    let weighting = prop_oneof![Just(CapitalWeighting::YearEnd), Just(CapitalWeighting::DaysHeld)];
    (funds, retained, rate(20), prop::option::of(rate(20)), weighting).prop_map(
        |(appropriations, retained, patronage_share, guaranteed_rate, capital_weighting)| Scheme {
            appropriations,
            retained: Money::from_fen(retained),
            patronage_share,
            guaranteed_rate,
            capital_weighting,
        },
    )
}

fn any_facts() -> impl Strategy<Value = Facts> {
    prop_oneof![facts_of(any_amount(), 30), facts_of(small_amount(), 6)]
}

fn any_scheme() -> impl Strategy<Value = Scheme> {
    prop_oneof![scheme_of(any_amount()), scheme_of(small_amount())]
}

type ShareOf = fn(&MemberShare) -> Share;

/// The three pools, each with how to find a member's share of it.
fn pools(distribution: &Distribution) -> [(&Pool, ShareOf); 3] {
    [
        (&distribution.patronage, |member| member.patronage),
        (&distribution.guaranteed, |member| member.guaranteed),
        (&distribution.residual, |member| member.residual),
    ]
}

/// Each pool adds up to the fen, and so do all together.
fn used_up(distribution: &Distribution) -> Result<(), TestCaseError> {
    let pools = pools(distribution);
    let (mut sums, mut total) = ([Money::ZERO; 3], Money::ZERO);
    for member in distribution.members() {
        for (sum, (_, share)) in sums.iter_mut().zip(pools) {
            *sum += share(&member).part.amount;
        }
        total += member.total();
    }
    prop_assert_eq!(sums, pools.map(|(pool, _)| pool.amount));
    prop_assert_eq!(total, distribution.pool);
    Ok(())
}

/// Nobody is a fen or more from the exact share of a pool, and the working that is kept says by
/// how much.
fn no_fen_off(distribution: &Distribution) -> Result<(), TestCaseError> {
    for member in distribution.members() {
        for (pool, share) in pools(distribution) {
            let Share { base, part } = share(&member);
            let exact = fen_of(pool.amount) * base;
            let paid = fen_of(part.amount) * pool.total_base;
            prop_assert!(paid.abs_diff(exact) < pool.total_base.max(1));
            let whole = fen_of(part.amount) - u128::from(part.fen_moved);
            prop_assert_eq!(exact, whole * pool.total_base + part.remainder);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_pool_is_used_up_to_the_fen(facts in any_facts(), scheme in any_scheme()) {
        let Ok(distribution) = distribute(&facts, &scheme) else { return Ok(()) };
        used_up(&distribution)?;
        let guaranteed_and_rest = distribution.guaranteed.amount + distribution.residual.amount;
        prop_assert_eq!(distribution.residual_pool, guaranteed_and_rest);
        prop_assert_eq!(
            distribution.distributable,
            distribution.retained + distribution.patronage.amount + distribution.residual_pool
        );
        let floor = i128::from(distribution.patronage.amount.fen()) * 1_000_000;
        let wanted = i128::from(distribution.pool.fen())
            * i128::from(scheme.patronage_share.millionths());
        prop_assert!(distribution.patronage.total_base == 0 || floor >= wanted);
    }

    #[test]
    fn nobody_is_a_fen_off_and_more_never_gets_less(
        facts in any_facts(), scheme in any_scheme(),
    ) {
        let Ok(distribution) = distribute(&facts, &scheme) else { return Ok(()) };
        no_fen_off(&distribution)?;
        for (_, share) in pools(&distribution) {
            let mut by_base: Vec<Share> =
                distribution.members().map(|member| share(&member)).collect();
            by_base.sort_by_key(|share| share.base);
            for pair in by_base.windows(2) {
                let fair = pair[0].base == pair[1].base
                    || pair[0].part.amount <= pair[1].part.amount;
                prop_assert!(fair);
            }
        }
    }

    #[test]
    fn the_order_of_the_register_decides_between_equals_only(
        facts in any_facts(), scheme in any_scheme(),
    ) {
        let Ok(forward) = distribute(&facts, &scheme) else { return Ok(()) };
        let mut turned = facts.clone();
        turned.members.reverse();
        let backward = distribute(&turned, &scheme).unwrap();
        prop_assert_eq!(forward.patronage.amount, backward.patronage.amount);
        prop_assert_eq!(forward.residual.amount, backward.residual.amount);
        let last = facts.members.len() - 1;
        for (index, share) in forward.members().enumerate() {
            let other = backward.member(last - index).unwrap();
            let moved = share.residual.part.amount.fen() - other.residual.part.amount.fen();
            let rivals = forward.members().filter(|rival| {
                rival.residual.part.remainder == share.residual.part.remainder
            });
            prop_assert!(moved == 0 || (moved.abs() == 1 && rivals.count() > 1));
        }
    }
}
