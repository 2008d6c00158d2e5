//! Money in whole fen (分), the one way to split it and the one way to round it.
//!
//! One surprising thing: there is no multiplication. A price times a quantity, a rate of a base or
//! a share of a pool is an exact fraction first and becomes money through [`round_half_up`],
//! [`round_up`] or [`split`], so that every rounding of the product can be found by one search.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use thiserror::Error;

use crate::decimal::{self, NumberError};

/// An amount of money in whole fen.
///
/// Amounts that people enter are at most [`Money::LIMIT`] in absolute value; sums of them may be
/// larger and are checked: a sum beyond 92 quadrillion yuan stops the program rather than wrap.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// The largest amount that may be entered: 9,000,000,000,000.00 yuan.
    pub const LIMIT: Money = Money(900_000_000_000_000);

    /// An amount of so many fen.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Money(fen)
    }

    /// The amount in whole fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Reads an amount in yuan with at most two places, such as `-1200.5`.
    ///
    /// # Errors
    /// A text that is no plain decimal number, has a third place, or is beyond [`Money::LIMIT`].
    pub fn read(text: &str) -> Result<Self, NumberError> {
        const LIMIT: &str = "9000000000000.00";
        let yuan = decimal::read(text, 13, 2, LIMIT)?;
        let too_large = || NumberError::TooLarge { text: text.to_owned(), limit: LIMIT };
        let fen = (yuan * rust_decimal::Decimal::ONE_HUNDRED).to_i64().ok_or_else(too_large)?;
        let money = Money(fen);
        if money.abs() > Money::LIMIT { Err(too_large()) } else { Ok(money) }
    }

    /// Reads an amount that may not be negative; otherwise as [`Money::read`].
    ///
    /// # Errors
    /// As [`Money::read`], and [`NumberError::Negative`].
    pub fn read_unsigned(text: &str) -> Result<Self, NumberError> {
        let money = Money::read(text)?;
        if money < Money::ZERO { Err(NumberError::Negative(text.to_owned())) } else { Ok(money) }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Money {
        if self.0 < 0 { -self } else { self }
    }

    /// The amount, or zero where it is negative.
    #[must_use]
    pub fn or_zero(self) -> Money {
        self.max(Money::ZERO)
    }

    /// The sum, or nothing where it would not fit.
    #[must_use]
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }

    /// With thousands separators and U+2212 for minus, as screens and papers show it.
    #[must_use]
    pub fn grouped(self) -> String {
        let plain = self.abs().to_string();
        let (yuan, fen) = plain.split_at(plain.len() - 3);
        let mut shown = String::new();
        if self.0 < 0 {
            shown.push('−');
        }
        for (index, digit) in yuan.chars().enumerate() {
            if index > 0 && (yuan.len() - index).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        shown + fen
    }
}

impl fmt::Display for Money {
    /// In yuan with two places and no separators: `-1200.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", fen / 100, fen % 100))
    }
}

#[expect(clippy::expect_used, reason = "a sum that leaves i64 must stop, never wrap")]
mod arithmetic {
    use super::{Add, AddAssign, Money, Neg, Sub, SubAssign, Sum};

    const TOO_LARGE: &str = "a sum of money beyond 92 quadrillion yuan";

    impl Add for Money {
        type Output = Money;
        fn add(self, other: Money) -> Money {
            Money(self.0.checked_add(other.0).expect(TOO_LARGE))
        }
    }

    impl Sub for Money {
        type Output = Money;
        fn sub(self, other: Money) -> Money {
            Money(self.0.checked_sub(other.0).expect(TOO_LARGE))
        }
    }

    impl Neg for Money {
        type Output = Money;
        fn neg(self) -> Money {
            Money(self.0.checked_neg().expect(TOO_LARGE))
        }
    }

    impl AddAssign for Money {
        fn add_assign(&mut self, other: Money) {
            *self = *self + other;
        }
    }

    impl SubAssign for Money {
        fn sub_assign(&mut self, other: Money) {
            *self = *self - other;
        }
    }

    impl Sum for Money {
        fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
            amounts.fold(Money::ZERO, Add::add)
        }
    }
}

/// `numerator / denominator` fen, half a fen going away from zero (四舍五入); nothing where the
/// result does not fit.
///
/// # Panics
/// Where `denominator` is not above zero.
#[must_use]
pub fn round_half_up(numerator: i128, denominator: i128) -> Option<Money> {
    assert!(denominator > 0, "rounding needs a denominator above zero");
    let whole = numerator / denominator;
    let rest = (numerator % denominator).abs();
    let away = if rest >= denominator - rest { numerator.signum() } else { 0 };
    i64::try_from(whole + away).ok().map(Money)
}

/// `numerator / denominator` fen, any part of a fen counting as a whole one; nothing where the
/// result does not fit. For floors set by law, which may be exceeded but not missed.
///
/// # Panics
/// Where `denominator` is not above zero.
#[must_use]
pub fn round_up(numerator: i128, denominator: i128) -> Option<Money> {
    assert!(denominator > 0, "rounding needs a denominator above zero");
    let whole = numerator.div_euclid(denominator);
    let more = i128::from(numerator.rem_euclid(denominator) > 0);
    i64::try_from(whole + more).ok().map(Money)
}

/// Why a pool cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ApportionError {
    /// A loss is not shared out.
    #[error("a loss of {0} cannot be shared out")]
    NegativePool(Money),
    /// There is a pool, but nobody has a base to get it by.
    #[error("{0} yuan cannot be shared out: nobody has anything to share it by")]
    NoWeight(Money),
    /// The bases are so large that exact arithmetic in 128 bits does not reach.
    #[error("the bases to share {0} yuan by are too large")]
    TooLarge(Money),
}

/// One part of a split pool, with what is needed to show how it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What this part gets, in whole fen.
    pub amount: Money,
    /// What the exact share had beyond whole fen, in units of one fen over the sum of all weights.
    pub remainder: u128,
    /// Whether one of the fen left over went here (尾差，补 1 分).
    pub fen_moved: bool,
}

impl Part {
    /// The working behind `amount`, which [`split`] gave to `weight` out of `pool`.
    ///
    /// # Panics
    /// Never for what [`split`] gave: it has formed the same product before.
    #[must_use]
    pub fn of(pool: Money, weight: u128, weight_sum: u128, amount: Money) -> Part {
        let exact = u128::from(pool.fen().unsigned_abs()) * weight;
        let whole = exact.checked_div(weight_sum).unwrap_or_default();
        let fen_moved = u128::from(amount.fen().unsigned_abs()) > whole;
        Part { amount, remainder: exact - whole * weight_sum, fen_moved }
    }
}

/// Splits `pool` in proportion to `weights` as [`split`] does, and keeps the working of every part.
///
/// # Errors
/// As [`split`].
pub fn apportion(pool: Money, weights: &[u128]) -> Result<Vec<Part>, ApportionError> {
    let amounts = split(pool, weights)?;
    let weight_sum = weights.iter().sum();
    let parts = amounts.iter().zip(weights);
    Ok(parts.map(|(&amount, &weight)| Part::of(pool, weight, weight_sum, amount)).collect())
}

/// Splits `pool` in proportion to `weights`; the amounts add up to the pool to the fen.
///
/// Every amount is cut down to a whole fen first. The fen left over go one each to the largest
/// remainders, equal remainders in the order given, so that the register decides and not the
/// machine. A pool of zero gives zero to everyone, whatever the weights.
///
/// # Errors
/// A pool below zero, a pool with no weight to split it by, or weights whose products leave
/// 128 bits.
pub fn split(pool: Money, weights: &[u128]) -> Result<Vec<Money>, ApportionError> {
    let Ok(pool_fen) = u128::try_from(pool.fen()) else {
        return Err(ApportionError::NegativePool(pool));
    };
    let too_large = ApportionError::TooLarge(pool);
    let weight_sum = weights.iter().try_fold(0u128, |sum, &weight| sum.checked_add(weight));
    let weight_sum = weight_sum.ok_or(too_large)?;
    if pool_fen == 0 {
        return Ok(vec![Money::ZERO; weights.len()]);
    }
    if weight_sum == 0 {
        return Err(ApportionError::NoWeight(pool));
    }

    let mut left_over = pool_fen;
    let mut amounts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for &weight in weights {
        let exact = pool_fen.checked_mul(weight).ok_or(too_large)?;
        // A division of 128 bits is slow; the remainder needs no second one.
        let whole = exact / weight_sum;
        remainders.push(exact - whole * weight_sum);
        left_over -= whole;
        amounts.push(Money::from_fen(i64::try_from(whole).map_err(|_| too_large)?));
    }
    let left_over = usize::try_from(left_over).map_err(|_| too_large)?;
    give_left_over(&mut amounts, &remainders, left_over);

    let total: Money = amounts.iter().copied().sum();
    assert_eq!(total, pool, "the amounts add up to the pool");
    Ok(amounts)
}

/// Gives one fen each to the `left_over` amounts with the largest remainders, earlier ones first
/// among equals. Fewer fen are left over than there are amounts, since each lost less than one fen.
fn give_left_over(amounts: &mut [Money], remainders: &[u128], left_over: usize) {
    if left_over == 0 {
        return;
    }
    // Only the last remainder that still gets a fen matters, so no full sort is needed.
    let mut order = remainders.to_vec();
    let (larger, &mut last, _) = order.select_nth_unstable_by(left_over - 1, |a, b| b.cmp(a));
    let mut for_equals = left_over - larger.iter().filter(|&&other| other > last).count();
    for (amount, &remainder) in amounts.iter_mut().zip(remainders) {
        let as_equal = remainder == last && for_equals > 0;
        for_equals -= usize::from(as_equal);
        if remainder > last || as_equal {
            *amount += Money::from_fen(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(pool: &str, weights: &[u128], expected: &Expect) {
        let shown = match apportion(Money::read(pool).unwrap(), weights) {
            Ok(parts) => {
                let shown = |part: &Part| part.amount.to_string();
                parts.iter().map(shown).collect::<Vec<_>>().join(" ")
            }
            Err(error) => error.to_string(),
        };
        expected.assert_eq(&shown);
    }

    #[test]
    fn a_fen_that_does_not_divide_goes_to_the_first_in_the_register() {
        check("1.00", &[1, 1, 1], &expect!["0.34 0.33 0.33"]);
    }

    #[test]
    fn the_largest_remainder_comes_before_the_register() {
        // Inputs from the trackers of money libraries, some of which give the first fen away.
        check("987.65", &[48, 41, 11], &expect!["474.07 404.94 108.64"]);
        check("0.01", &[33, 66], &expect!["0.00 0.01"]);
        check("99.99", &[75, 25], &expect!["74.99 25.00"]);
        check("100.00", &[30, 20, 40, 40], &expect!["23.08 15.38 30.77 30.77"]);
        let weights = [98, 92, 98, 123, 102, 92];
        check("6.13", &weights, &expect!["0.99 0.93 0.99 1.25 1.04 0.93"]);
    }

    #[test]
    fn eight_villages_share_the_geese() {
        let villages = [12_500_000; 8].into_iter();
        let weights: Vec<u128> = villages.chain(std::iter::repeat_n(10_000, 152)).collect();
        let parts = apportion(Money::read("1600000.00").unwrap(), &weights).unwrap();
        assert_eq!(parts[0].amount.to_string(), "197005.52");
        let households: Money = parts[8..].iter().map(|part| part.amount).sum();
        assert_eq!(households.to_string(), "23955.84");
    }

    #[test]
    fn a_loss_is_not_shared_out() {
        check("-0.01", &[1], &expect!["a loss of -0.01 cannot be shared out"]);
    }

    #[test]
    fn a_pool_with_no_weight_is_refused_and_no_pool_needs_none() {
        check(
            "5.00",
            &[0, 0],
            &expect!["5.00 yuan cannot be shared out: nobody has anything to share it by"],
        );
        check("0.00", &[0, 0], &expect!["0.00 0.00"]);
    }

    #[test]
    fn amounts_are_read_strictly() {
        for text in ["", ".5", "5.", "1,000.00", "+1", "1e3", " 1", "1 ", "--1", "１", "0x1", "-"]
        {
            assert_eq!(Money::read(text), Err(NumberError::NotPlain(text.to_owned())), "{text}");
        }
        assert!(matches!(Money::read("0.001"), Err(NumberError::TooManyPlaces { .. })));
        assert!(matches!(Money::read("9000000000000.01"), Err(NumberError::TooLarge { .. })));
        assert!(matches!(Money::read(&"9".repeat(99)), Err(NumberError::TooLarge { .. })));
        assert_eq!(Money::read("9000000000000.00"), Ok(Money::LIMIT));
        assert_eq!(Money::read("-0.5"), Ok(Money::from_fen(-50)));
        assert_eq!(Money::read(&format!("{}7.1", "0".repeat(60))), Ok(Money::from_fen(710)));
    }

    #[test]
    fn half_a_fen_goes_up_and_a_legal_floor_is_never_missed() {
        assert_eq!(round_half_up(5, 10), Some(Money::from_fen(1)));
        assert_eq!(round_half_up(4, 10), Some(Money::ZERO));
        assert_eq!(round_half_up(-5, 10), Some(Money::from_fen(-1)));
        assert_eq!(round_up(1, 10), Some(Money::from_fen(1)));
        assert_eq!(round_up(10, 10), Some(Money::from_fen(1)));
        assert_eq!(round_up(-1, 10), Some(Money::ZERO));
    }

    #[test]
    fn amounts_are_shown_with_separators_and_a_true_minus() {
        let shown = |text| Money::read(text).unwrap().grouped();
        assert_eq!(shown("1600000.00"), "1,600,000.00");
        assert_eq!(shown("-63587.25"), "−63,587.25");
        assert_eq!(shown("100.00"), "100.00");
        assert_eq!(shown("0"), "0.00");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nobody_is_a_fen_off(
            pool_fen in 0..=900_000_000_000_000_i64,
            weights in prop::collection::vec(0..=329_400_000_000_000_000_u128, 1..120),
        ) {
            prop_assume!(weights.iter().any(|&weight| weight > 0));
            let parts = apportion(Money::from_fen(pool_fen), &weights).unwrap();
            prop_assert_eq!(parts.iter().map(|part| part.amount.fen()).sum::<i64>(), pool_fen);
            let weight_sum: u128 = weights.iter().sum();
            for (part, &weight) in parts.iter().zip(&weights) {
                let exact = pool_fen as u128 * weight;
                let paid = part.amount.fen() as u128 * weight_sum;
                prop_assert!(paid.abs_diff(exact) < weight_sum);
                prop_assert!(weight > 0 || part.amount == Money::ZERO);
            }
        }

        #[test]
        fn more_weight_never_gets_less(
            pool_fen in 0..=900_000_000_000_000_i64,
            weights in prop::collection::vec(0..1_000_000_u128, 2..60),
        ) {
            prop_assume!(weights.iter().any(|&weight| weight > 0));
            let parts = apportion(Money::from_fen(pool_fen), &weights).unwrap();
            for (a, &weight_a) in parts.iter().zip(&weights) {
                for (b, &weight_b) in parts.iter().zip(&weights) {
                    prop_assert!(weight_a <= weight_b || a.amount >= b.amount);
                }
            }
        }

        #[test]
        fn the_order_of_the_register_decides_ties_only(
            pool_fen in 0..=1_000_000_i64,
            weights in prop::collection::vec(0..50_u128, 2..40),
        ) {
            prop_assume!(weights.iter().any(|&weight| weight > 0));
            let pool = Money::from_fen(pool_fen);
            let forward = apportion(pool, &weights).unwrap();
            let turned: Vec<u128> = weights.iter().rev().copied().collect();
            let mut backward = apportion(pool, &turned).unwrap();
            backward.reverse();
            for ((f, b), &weight) in forward.iter().zip(&backward).zip(&weights) {
                if f.amount != b.amount {
                    let tied = weights.iter().filter(|&&other| {
                        let sum: u128 = weights.iter().sum();
                        pool_fen as u128 * other % sum == pool_fen as u128 * weight % sum
                    });
                    prop_assert!(tied.count() > 1);
                }
            }
        }

        #[test]
        fn no_order_of_published_weights_changes_a_share(
            shares in Just(vec![(98, 99), (92, 93), (98, 99), (123, 125), (102, 104), (92, 93)])
                .prop_shuffle(),
        ) {
            let weights: Vec<u128> = shares.iter().map(|&(weight, _)| weight).collect();
            let parts = apportion(Money::from_fen(613), &weights).unwrap();
            for (part, (_, fen)) in parts.iter().zip(shares) {
                prop_assert_eq!(part.amount.fen(), fen);
            }
        }

        #[test]
        fn what_is_written_is_read_back(fen in -900_000_000_000_000..=900_000_000_000_000_i64) {
            let money = Money::from_fen(fen);
            prop_assert_eq!(Money::read(&money.to_string()), Ok(money));
        }
    }
}
