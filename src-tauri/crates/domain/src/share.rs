//! Shares (股金): what a member has put in, by date. A withdrawal is a contribution below zero.

use jiff::civil::Date;
use thiserror::Error;

use crate::money::Money;

/// Money, things or land put in by a member on a day, or taken out again (below zero).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// The first day on which it counts; from the day of a withdrawal the money counts no longer.
    pub made_on: Date,
    /// What it was valued at.
    pub amount: Money,
}

/// A member cannot take out more than has been put in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CapitalError {
    /// At the end of some day the member's capital would be below zero.
    #[error("at the end of {on} the capital would be {capital}")]
    BelowZero {
        /// The first such day.
        on: Date,
        /// The capital at the end of it.
        capital: Money,
    },
    /// The contributions add up to more than can be counted.
    #[error("the contributions add up to more than can be counted")]
    TooLarge,
}

/// Checks that at the end of no day the capital is below zero; contributions in any order.
///
/// # Errors
/// [`CapitalError::BelowZero`] with the first such day, or [`CapitalError::TooLarge`].
pub fn check_capital(contributions: &[Contribution]) -> Result<(), CapitalError> {
    // Most registers only ever grow: then there is no day to look for.
    let withdrawn = contributions.iter().any(|contribution| contribution.amount < Money::ZERO);
    let mut by_day: Vec<Contribution> = contributions.to_vec();
    if withdrawn {
        by_day.sort_by_key(|contribution| contribution.made_on);
    }
    let mut capital = Money::ZERO;
    for (index, contribution) in by_day.iter().enumerate() {
        capital = capital.checked_add(contribution.amount).ok_or(CapitalError::TooLarge)?;
        let day_ends = by_day.get(index + 1).is_none_or(|next| next.made_on > contribution.made_on);
        if withdrawn && day_ends && capital < Money::ZERO {
            return Err(CapitalError::BelowZero { on: contribution.made_on, capital });
        }
    }
    Ok(())
}

/// The capital at the end of `day`.
#[must_use]
pub fn capital_on(contributions: &[Contribution], day: Date) -> Money {
    let stood = contributions.iter().filter(|contribution| contribution.made_on <= day);
    stood.map(|contribution| contribution.amount).sum()
}

/// Whether who put these in has left by the end of `day`: all was taken out again. Who has put
/// nothing in yet has not left.
#[must_use]
pub fn has_left(contributions: &[Contribution], day: Date) -> bool {
    let has_put_in = contributions.iter().any(|contribution| contribution.made_on <= day);
    has_put_in && capital_on(contributions, day) == Money::ZERO
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn contribution(month: i8, day: i8, fen: i64) -> Contribution {
        Contribution { made_on: date(2025, month, day), amount: Money::from_fen(fen) }
    }

    #[test]
    fn what_is_put_in_and_taken_out_on_one_day_may_stand_in_any_order() {
        assert_eq!(check_capital(&[contribution(3, 1, -500), contribution(3, 1, 800)]), Ok(()));
    }

    #[test]
    fn nobody_takes_out_what_is_not_there() {
        let early = [contribution(5, 1, 800), contribution(3, 1, -500)];
        let below =
            CapitalError::BelowZero { on: date(2025, 3, 1), capital: Money::from_fen(-500) };
        assert_eq!(check_capital(&early), Err(below));
    }

    #[test]
    fn capital_counts_from_the_day_it_was_put_in() {
        let put_in = [contribution(3, 1, 800), contribution(5, 1, -300)];
        let on = |month, day| capital_on(&put_in, date(2025, month, day)).fen();
        assert_eq!((on(2, 28), on(3, 1), on(4, 30), on(5, 1)), (0, 800, 800, 500));
    }
    #[test]
    fn who_has_taken_all_out_has_left_and_who_never_put_in_has_not() {
        let made = [contribution(3, 1, 800), contribution(5, 1, -800), contribution(7, 1, 100)];
        let on = |month, day| has_left(&made, date(2025, month, day));
        assert_eq!(
            (on(2, 28), on(3, 1), on(4, 30), on(5, 1), on(7, 1)),
            (false, false, false, true, false)
        );
        assert!(!has_left(&[], date(2025, 12, 31)));
    }
}
