//! The whole of a distribution once more in exact fractions, as the law and the contract of the
//! calculator say it, step by step: nothing is shared with the code under test but its types.

use jiff::Span;
use jiff::civil::Date;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::{any_facts, any_scheme};
use crate::appropriation::Take;
use crate::distribution::{
    CapitalWeighting, Distribution, DistributionError, Facts, MemberFacts, Scheme, Share,
    distribute,
};
use crate::money::Money;
use crate::period::FiscalYear;
use crate::rate::Rate;
use crate::slip::Measure;

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

/// What a pool comes to for each member: the exact shares, and the fen that they become.
struct Shared {
    pool: BigRational,
    exact: Vec<BigRational>,
    amounts: Vec<BigRational>,
}

/// Floors of the exact shares; then a fen each to the largest fractions, the earlier member first.
/// Where nobody has anything to share the pool by, the pool that it was.
fn shared(pool: BigRational, bases: &[BigRational]) -> Result<Shared, BigRational> {
    let all: BigRational = bases.iter().sum();
    if pool.is_zero() {
        let nothing = vec![zero(); bases.len()];
        return Ok(Shared { pool, exact: nothing.clone(), amounts: nothing });
    }
    if all.is_zero() {
        return Err(pool);
    }
    let exact: Vec<BigRational> = bases.iter().map(|base| &pool * base / &all).collect();
    let mut amounts: Vec<BigRational> = exact.iter().map(BigRational::floor).collect();
    let mut order: Vec<usize> = (0..bases.len()).collect();
    // The sort is stable: equals stay in the order of the register.
    order.sort_by(|&one, &other| exact[other].fract().cmp(&exact[one].fract()));
    let given: BigRational = amounts.iter().sum();
    let left_over = (&pool - given).to_integer();
    for &index in order.iter().take(usize::try_from(left_over).unwrap()) {
        amounts[index] += BigRational::from_integer(1.into());
    }
    Ok(Shared { pool, exact, amounts })
}

/// What stands at the end of a day, in fen.
fn stands(member: &MemberFacts, day: Date) -> i128 {
    let stood = member.contributions.iter().filter(|contribution| contribution.made_on <= day);
    stood.map(|contribution| i128::from(contribution.amount.fen())).sum()
}

/// Capital as it counts: what stands at the year's end, or what stood day by day over the days of
/// the year. No count of days held, which is how the code under test comes to it.
fn capital(member: &MemberFacts, year: FiscalYear, weighting: CapitalWeighting) -> BigRational {
    match weighting {
        CapitalWeighting::YearEnd => {
            BigRational::from_integer(stands(member, year.last_day()).into())
        }
        CapitalWeighting::DaysHeld => {
            let days = year.first_day().series(Span::new().days(1));
            let days: Vec<Date> = days.take_while(|&day| day <= year.last_day()).collect();
            let stood: i128 = days.iter().map(|&day| stands(member, day)).sum();
            BigRational::new(stood.into(), days.len().into())
        }
    }
}

/// What the members take part with and get.
struct PlainMembers {
    capitals: Vec<BigRational>,
    patronage: Shared,
    guaranteed: Shared,
    residual: Shared,
    residual_pool: BigRational,
}

/// What each member gets of what is shared out; or the rest, where nobody has an account for it.
fn members(
    facts: &Facts,
    scheme: &Scheme,
    pool: &BigRational,
) -> Result<PlainMembers, BigRational> {
    let column = |of: &dyn Fn(&MemberFacts) -> BigRational| -> Vec<BigRational> {
        facts.members.iter().map(of).collect()
    };
    let quantities =
        column(&|member| BigRational::from_integer(member.patronage.millionths().into()));
    let traded = quantities.iter().any(BigRational::is_positive);
    let refund = if traded { (pool * part(scheme.patronage_share)).ceil() } else { zero() };
    let residual_pool = pool - &refund;

    let capitals = column(&|member| capital(member, facts.year, scheme.capital_weighting));
    let rate = scheme.guaranteed_rate.map_or_else(zero, part);
    let promised: Vec<BigRational> =
        capitals.iter().map(|capital| rounded(&(capital * &rate))).collect();
    let all: BigRational = promised.iter().sum();
    let guaranteed = if all <= residual_pool {
        Shared { pool: all, exact: promised.clone(), amounts: promised }
    } else {
        shared(residual_pool.clone(), &promised)?
    };

    let property =
        column(&|member| fen(member.reserve) + fen(member.subsidy) + fen(member.donation));
    let accounts: Vec<BigRational> =
        capitals.iter().zip(property).map(|(capital, property)| capital + property).collect();
    Ok(PlainMembers {
        patronage: shared(refund, &quantities)?,
        residual: shared(&residual_pool - &guaranteed.pool, &accounts)?,
        guaranteed,
        capitals,
        residual_pool,
    })
}

/// The steps before the sharing-out, one by one.
fn same_before_sharing(distribution: &Distribution, plain: Plain) -> Result<(), TestCaseError> {
    let funds: Vec<BigRational> =
        distribution.appropriations.iter().map(|fund| fen(fund.amount)).collect();
    prop_assert_eq!(fen(distribution.losses_made_up), plain.losses_made_up);
    prop_assert_eq!(fen(distribution.deficit_carried), plain.deficit_carried);
    prop_assert_eq!(funds, plain.funds);
    prop_assert_eq!(fen(distribution.distributable), plain.distributable);
    prop_assert_eq!(fen(distribution.retained), plain.retained);
    prop_assert_eq!(fen(distribution.pool), plain.pool);
    Ok(())
}

/// What each member takes part with and gets, and the working that is kept of it: the fen, and
/// what the exact share had beyond them.
fn same_for_members(
    distribution: &Distribution,
    plain: &PlainMembers,
    facts: &Facts,
) -> Result<(), TestCaseError> {
    let times = match distribution.capital_measure {
        Measure::FenDays { days_in_year } => days_in_year,
        _ => 1,
    };
    prop_assert_eq!(fen(distribution.residual_pool), plain.residual_pool.clone());
    prop_assert_eq!(distribution.members().len(), facts.members.len());
    for (index, member) in distribution.members().enumerate() {
        let counted = BigRational::new(member.weighted_capital.into(), times.into());
        prop_assert_eq!(counted, plain.capitals[index].clone());
        let at_the_end = stands(&facts.members[index], facts.year.last_day());
        prop_assert_eq!(i128::from(member.capital.fen()), at_the_end);
        let pools = [
            (member.patronage, &distribution.patronage, &plain.patronage),
            (member.guaranteed, &distribution.guaranteed, &plain.guaranteed),
            (member.residual, &distribution.residual, &plain.residual),
        ];
        for (Share { part, .. }, pool, plain) in pools {
            prop_assert_eq!(fen(pool.amount), plain.pool.clone());
            prop_assert_eq!(fen(part.amount), plain.amounts[index].clone());
            let whole =
                fen(part.amount) - BigRational::from_integer(u8::from(part.fen_moved).into());
            // A pool without bases is empty, and nothing stands beyond its fen.
            let beyond = BigRational::new(part.remainder.into(), pool.total_base.max(1).into());
            prop_assert_eq!(whole + beyond, plain.exact[index].clone());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn exact_fractions_come_to_the_same_fen(facts in any_facts(), scheme in any_scheme()) {
        let before = before_sharing(&facts, &scheme);
        let plain = members(&facts, &scheme, &before.pool);
        match (distribute(&facts, &scheme), plain) {
            (Ok(distribution), Ok(plain)) => {
                same_before_sharing(&distribution, before)?;
                same_for_members(&distribution, &plain, &facts)?;
            }
            (Err(DistributionError::NothingToShareBy { pool }), Err(left)) => {
                prop_assert_eq!(fen(pool), left);
            }
            (Ok(_), Err(left)) => prop_assert!(false, "{} fen were shared by nothing", left),
            (Err(error), _) => prop_assert!(false, "refused: {}", error),
        }
    }
}
