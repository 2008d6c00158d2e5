//! Rates from 0 to 1 with at most six places: a reserve rate, the patronage share, a pay cut.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::decimal::{self, NumberError};
use crate::money::{self, Money};

/// A part of a whole, kept as whole millionths from 0 to 1,000,000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(u32);

impl Rate {
    /// Nothing of it.
    pub const ZERO: Rate = Rate(0);
    /// All of it.
    pub const ONE: Rate = Rate(1_000_000);
    /// The law's 60 % for the refund by patronage (农民专业合作社法 art. 44).
    pub const LEGAL_PATRONAGE: Rate = Rate(600_000);
    /// How many parts a rate divides a whole into.
    pub const PARTS: u32 = 1_000_000;

    /// A rate of so many millionths; nothing above one.
    #[must_use]
    pub const fn from_millionths(millionths: u32) -> Option<Self> {
        if millionths <= Self::PARTS { Some(Rate(millionths)) } else { None }
    }

    /// The rate in whole millionths.
    #[must_use]
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// Reads a decimal from 0 to 1 with at most six places, such as `0.05`.
    ///
    /// # Errors
    /// A text that is no plain decimal number, is negative, above one, or has a seventh place.
    pub fn read(text: &str) -> Result<Self, NumberError> {
        let rate = decimal::read(text, 15, 6, "1")?;
        if rate.is_sign_negative() && !rate.is_zero() {
            return Err(NumberError::Negative(text.to_owned()));
        }
        let millionths = (rate * Decimal::from(Self::PARTS)).to_u32();
        let rate = millionths.and_then(Rate::from_millionths);
        rate.ok_or_else(|| NumberError::TooLarge { text: text.to_owned(), limit: "1" })
    }

    /// This part of `base`, rounded half up to the fen.
    ///
    /// # Panics
    /// Never: a rate is at most one, so the part is never larger than the base.
    #[must_use]
    pub fn of(self, base: Money) -> Money {
        let exact = i128::from(base.fen()) * i128::from(self.0);
        fits(money::round_half_up(exact, i128::from(Self::PARTS)))
    }

    /// This part of `base`, rounded up to the fen: for a floor set by law.
    ///
    /// # Panics
    /// Never, as for [`Rate::of`].
    #[must_use]
    pub fn of_rounded_up(self, base: Money) -> Money {
        let exact = i128::from(base.fen()) * i128::from(self.0);
        fits(money::round_up(exact, i128::from(Self::PARTS)))
    }

    /// As a percentage with no more places than it needs, without the sign: `6`, `12.5`.
    #[must_use]
    pub fn percent(self) -> String {
        (Decimal::from(self.0) / Decimal::from(10_000)).normalize().to_string()
    }
}

#[expect(clippy::expect_used, reason = "a rate is at most one: the part fits where the base did")]
fn fits(part: Option<Money>) -> Money {
    part.expect("a part of an amount fits")
}

impl fmt::Display for Rate {
    /// As a decimal with no more places than it needs: `0.6`, `1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = Decimal::from(self.0) / Decimal::from(Self::PARTS);
        f.pad(&rate.normalize().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_lies_between_nothing_and_all() {
        assert_eq!(Rate::read("0.60"), Ok(Rate::LEGAL_PATRONAGE));
        assert_eq!(Rate::read("1.000000"), Ok(Rate::ONE));
        assert_eq!(Rate::read("-0"), Ok(Rate::ZERO));
        assert!(matches!(Rate::read("1.000001"), Err(NumberError::TooLarge { .. })));
        assert!(matches!(Rate::read("-0.1"), Err(NumberError::Negative(_))));
        assert!(matches!(Rate::read("0.1234567"), Err(NumberError::TooManyPlaces { .. })));
    }

    #[test]
    fn the_legal_floor_is_rounded_up_and_other_rates_half_up() {
        let base = Money::from_fen(101);
        assert_eq!(Rate::LEGAL_PATRONAGE.of(base), Money::from_fen(61));
        assert_eq!(Rate::LEGAL_PATRONAGE.of_rounded_up(base), Money::from_fen(61));
        assert_eq!(Rate::LEGAL_PATRONAGE.of(Money::from_fen(2)), Money::from_fen(1));
        assert_eq!(Rate::LEGAL_PATRONAGE.of_rounded_up(Money::from_fen(2)), Money::from_fen(2));
    }

    #[test]
    fn rates_are_shown_without_needless_places() {
        let rate = Rate::read("0.060").unwrap();
        assert_eq!((rate.to_string(), rate.percent()), ("0.06".to_owned(), "6".to_owned()));
        assert_eq!(Rate::read("0.125").unwrap().percent(), "12.5");
        assert_eq!(Rate::ONE.percent(), "100");
    }
}
