//! The whole of a distribution once more in exact fractions, as the law and the contract of the
//! calculator say it, step by step: nothing is shared with the code under test but its types.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::{any_facts, any_scheme};
use crate::appropriation::Take;
use crate::distribution::{CapitalWeighting, Facts, MemberFacts, Scheme, distribute};
use crate::money::Money;
use crate::rate::Rate;

fn fen(amount: Money) -> BigRational {
    BigRational::from_integer(amount.fen().into())
}

fn part(rate: Rate) -> BigRational {
    BigRational::new(rate.millionths().into(), 1_000_000.into())
}

fn half() -> BigRational {
    BigRational::new(1.into(), 2.into())
}

fn zero() -> BigRational {
    BigRational::zero()
}

/// Half up, of what is not below zero.
fn rounded(exact: &BigRational) -> BigRational {
    (exact + half()).floor()
}

/// What each step comes to, in fen.
struct Plain {
    losses_made_up: BigRational,
    deficit_carried: BigRational,
    funds: Vec<BigRational>,
    distributable: BigRational,
    retained: BigRational,
    pool: BigRational,
}

fn before_sharing(facts: &Facts, scheme: &Scheme) -> Plain {
    let surplus = fen(facts.surplus);
    let (gain, loss) = (surplus.clone().max(zero()), (-surplus.clone()).max(zero()));
    let (deficit, kept) = (fen(facts.opening_deficit), fen(facts.opening_undistributed));
    let losses_made_up = deficit.clone().min(gain);
    let base = (surplus - &losses_made_up).max(zero());
    let mut left = base.clone();
    let mut funds = Vec::new();
    for appropriation in &scheme.appropriations {
        let wanted = match appropriation.take {
            Take::Rate(rate) => rounded(&(&base * part(rate))),
            Take::Amount(amount) => fen(amount),
        };
        let taken = wanted.min(left.clone());
        left -= &taken;
        funds.push(taken);
    }
    let distributable = (left + &kept - &loss).max(zero());
    let deficit_carried = (deficit - &losses_made_up + loss - kept).max(zero());
    let retained = fen(scheme.retained).min(distributable.clone());
    let pool = &distributable - &retained;
    Plain { losses_made_up, deficit_carried, funds, distributable, retained, pool }
}

/// Floors of the exact shares; then a fen each to the largest fractions, the earlier member first.
fn shared(pool: &BigRational, bases: &[BigRational]) -> Vec<BigRational> {
    let all: BigRational = bases.iter().sum();
    if pool.is_zero() || all.is_zero() {
        return vec![zero(); bases.len()];
    }
    let exact: Vec<BigRational> = bases.iter().map(|base| pool * base / &all).collect();
    let mut shares: Vec<BigRational> = exact.iter().map(BigRational::floor).collect();
    let mut order: Vec<usize> = (0..bases.len()).collect();
    // The sort is stable: equals stay in the order of the register.
    order.sort_by(|&one, &other| exact[other].fract().cmp(&exact[one].fract()));
    let given: BigRational = shares.iter().sum();
    let left_over = (pool - given).to_integer();
    for &index in order.iter().take(usize::try_from(left_over).unwrap()) {
        shares[index] += BigRational::from_integer(1.into());
    }
    shares
}

/// Capital as it counts: what stands at the year's end, or each contribution for its part of the
/// year.
fn capital(member: &MemberFacts, facts: &Facts, weighting: CapitalWeighting) -> BigRational {
    let (first, last) = (facts.year.first_day(), facts.year.last_day());
    let days = |from: jiff::civil::Date| BigInt::from((last - from).get_days() + 1);
    let counted = member.contributions.iter().filter(|one| one.made_on <= last);
    counted
        .map(|one| match weighting {
            CapitalWeighting::YearEnd => fen(one.amount),
            CapitalWeighting::DaysHeld => {
                fen(one.amount) * BigRational::new(days(one.made_on.max(first)), days(first))
            }
        })
        .sum()
}

/// What each member gets by patronage, guaranteed, and of the rest.
fn members(facts: &Facts, scheme: &Scheme, pool: &BigRational) -> [Vec<BigRational>; 3] {
    let patronage: Vec<BigRational> = facts
        .members
        .iter()
        .map(|member| BigRational::from_integer(member.patronage.millionths().into()))
        .collect();
    let traded = patronage.iter().any(BigRational::is_positive);
    let refund = if traded { (pool * part(scheme.patronage_share)).ceil() } else { zero() };
    let mut rest = pool - &refund;
    let capitals: Vec<BigRational> = facts
        .members
        .iter()
        .map(|member| capital(member, facts, scheme.capital_weighting))
        .collect();
    let rate = scheme.guaranteed_rate.map_or_else(zero, part);
    let promised: Vec<BigRational> =
        capitals.iter().map(|capital| rounded(&(capital * &rate))).collect();
    let reaches = promised.iter().sum::<BigRational>() <= rest;
    let guaranteed = if reaches { promised } else { shared(&rest, &promised) };
    rest -= guaranteed.iter().sum::<BigRational>();
    let accounts: Vec<BigRational> = facts
        .members
        .iter()
        .zip(capitals)
        .map(|(member, capital)| {
            capital + fen(member.reserve) + fen(member.subsidy) + fen(member.donation)
        })
        .collect();
    [shared(&refund, &patronage), guaranteed, shared(&rest, &accounts)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn exact_fractions_come_to_the_same_fen(facts in any_facts(), scheme in any_scheme()) {
        let Ok(distribution) = distribute(&facts, &scheme) else { return Ok(()) };
        let plain = before_sharing(&facts, &scheme);
        let funds: Vec<BigRational> =
            distribution.appropriations.iter().map(|fund| fen(fund.amount)).collect();
        prop_assert_eq!(fen(distribution.losses_made_up), plain.losses_made_up);
        prop_assert_eq!(fen(distribution.deficit_carried), plain.deficit_carried);
        prop_assert_eq!(funds, plain.funds);
        prop_assert_eq!(fen(distribution.distributable), plain.distributable);
        prop_assert_eq!(fen(distribution.retained), plain.retained);
        prop_assert_eq!(fen(distribution.pool), plain.pool.clone());
        let [patronage, guaranteed, residual] = members(&facts, &scheme, &plain.pool);
        for (index, share) in distribution.members().enumerate() {
            prop_assert_eq!(fen(share.patronage.part.amount), patronage[index].clone());
            prop_assert_eq!(fen(share.guaranteed.part.amount), guaranteed[index].clone());
            prop_assert_eq!(fen(share.residual.part.amount), residual[index].clone());
        }
    }
}
