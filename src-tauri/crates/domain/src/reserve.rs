//! The reserve by member (公积金量化, 农民专业合作社法 art. 42): what is set aside each year, or was
//! there before, is split among the members as the charter says; what is used up is taken from
//! each in proportion to what it has.

use thiserror::Error;

use crate::money::{Money, apportion};

/// By what the reserve is split among the members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReserveBy {
    /// By capital.
    Capital,
    /// By the year's deliveries.
    Patronage,
    /// The same for each.
    Equal,
}

/// Why the reserve cannot be split.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReserveError {
    /// There is nothing to split.
    #[error("there is nothing to split")]
    Nothing,
    /// Nobody has anything to get it by.
    #[error("nobody has anything to get {0} by")]
    NoBase(Money),
    /// More would be taken than the members have.
    #[error("{wanted} of {held}")]
    MoreThanHeld {
        /// What would be taken.
        wanted: Money,
        /// What they have.
        held: Money,
    },
    /// The bases are so large that exact arithmetic does not reach.
    #[error("the bases to split {0} by are too large")]
    TooLarge(Money),
}

/// What each member gets of `amount`, by `bases`; below zero what is taken of each by what it has.
/// It adds up to the amount, to the fen, and nobody is left with less than nothing.
///
/// # Errors
/// [`ReserveError`].
pub fn quantify(amount: Money, bases: &[u128], held: &[Money]) -> Result<Vec<Money>, ReserveError> {
    if amount == Money::ZERO {
        return Err(ReserveError::Nothing);
    }
    let taken = amount < Money::ZERO;
    let all: Money = held.iter().copied().sum();
    if taken && -amount > all {
        return Err(ReserveError::MoreThanHeld { wanted: -amount, held: all });
    }
    let held: Vec<u128> =
        held.iter().map(|amount| u128::from(amount.fen().unsigned_abs())).collect();
    let weights = if taken { held.as_slice() } else { bases };
    if weights.iter().all(|weight| *weight == 0) {
        return Err(ReserveError::NoBase(amount));
    }
    let parts = apportion(amount.abs(), weights).map_err(|_| ReserveError::TooLarge(amount))?;
    let signed = |part: Money| if taken { -part } else { part };
    Ok(parts.into_iter().map(|part| signed(part.amount)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fen(amounts: &[i64]) -> Vec<Money> {
        amounts.iter().copied().map(Money::from_fen).collect()
    }

    #[test]
    fn a_year_s_reserve_is_split_by_capital_to_the_fen() {
        let parts = quantify(Money::from_fen(1_000), &[300, 100, 50], &fen(&[0, 0, 0]));
        assert_eq!(parts, Ok(fen(&[667, 222, 111])));
    }

    #[test]
    fn what_is_used_up_is_taken_by_what_each_has() {
        let parts = quantify(Money::from_fen(-100), &[1, 1], &fen(&[150, 50]));
        assert_eq!(parts, Ok(fen(&[-75, -25])));
        let too_much = quantify(Money::from_fen(-201), &[1, 1], &fen(&[150, 50]));
        assert!(matches!(too_much, Err(ReserveError::MoreThanHeld { .. })));
    }

    #[test]
    fn a_reserve_without_a_base_is_not_split() {
        let nobody = quantify(Money::from_fen(5), &[0, 0], &fen(&[0, 0]));
        assert_eq!(nobody, Err(ReserveError::NoBase(Money::from_fen(5))));
        assert_eq!(quantify(Money::ZERO, &[1], &fen(&[0])), Err(ReserveError::Nothing));
    }

    proptest! {
        #[test]
        fn it_adds_up_and_nobody_is_left_with_less_than_nothing(
            held in prop::collection::vec(0_i64..100_000, 1..40), part in 0_i64..=1_000,
        ) {
            let all: i64 = held.iter().sum();
            let wanted = all * part / 1_000;
            prop_assume!(wanted > 0);
            let held = fen(&held);
            let parts = quantify(Money::from_fen(-wanted), &[], &held).unwrap();
            prop_assert_eq!(parts.iter().copied().sum::<Money>(), Money::from_fen(-wanted));
            let left = held.iter().zip(&parts).all(|(held, part)| *held + *part >= Money::ZERO);
            prop_assert!(left);
        }
    }
}
