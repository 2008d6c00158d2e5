//! Quantities: kilograms of figs, jin of eggs, geese. Exact decimals with at most six places.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::decimal::{self, NumberError};
use crate::money::Money;

/// A quantity in a unit that stands beside it, kept as whole millionths of that unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(u128);

impl Quantity {
    /// Nothing.
    pub const ZERO: Quantity = Quantity(0);
    /// How many parts one unit is divided into.
    pub const PARTS: u32 = 1_000_000;

    /// A quantity of so many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: u128) -> Self {
        Quantity(millionths)
    }

    /// The quantity in whole millionths of its unit.
    #[must_use]
    pub const fn millionths(self) -> u128 {
        self.0
    }

    /// An amount as a quantity of yuan: patronage by the amount of deliveries (交易额).
    ///
    /// # Panics
    /// Where `amount` is negative: nobody delivers less than nothing.
    #[must_use]
    pub fn of_money(amount: Money) -> Self {
        let fen = u128::try_from(amount.fen());
        let fen = fen.unwrap_or_else(|_| panic!("deliveries of {amount} are no quantity"));
        Quantity(fen * u128::from(Self::PARTS) / 100)
    }

    /// A quantity of yuan as an amount; nothing where it is not whole fen or does not fit.
    #[must_use]
    pub fn as_money(self) -> Option<Money> {
        let per_fen = u128::from(Self::PARTS) / 100;
        let whole = self.0.is_multiple_of(per_fen);
        i64::try_from(self.0 / per_fen).ok().filter(|_| whole).map(Money::from_fen)
    }

    /// Reads a quantity with at most 15 digits before and 6 after the point, such as `12600.5`.
    ///
    /// # Errors
    /// A text that is no plain decimal number, is negative, or has too many digits.
    pub fn read(text: &str) -> Result<Self, NumberError> {
        const LIMIT: &str = "999999999999999.999999";
        let quantity = decimal::read(text, 15, 6, LIMIT)?;
        if quantity.is_sign_negative() && !quantity.is_zero() {
            return Err(NumberError::Negative(text.to_owned()));
        }
        let millionths = (quantity * Decimal::from(Self::PARTS)).to_u128();
        let too_large = || NumberError::TooLarge { text: text.to_owned(), limit: LIMIT };
        millionths.map(Quantity).ok_or_else(too_large)
    }
}

impl fmt::Display for Quantity {
    /// With no more places than it needs: `12600.5`, `50000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = u128::from(Self::PARTS);
        let (whole, rest) = (self.0 / parts, self.0 % parts);
        let shown = format!("{whole}.{rest:06}");
        f.pad(shown.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_quantity_of_yuan_and_back() {
        let amount = Money::read("9078.32").unwrap();
        assert_eq!(Quantity::of_money(amount), Quantity::read("9078.32").unwrap());
        assert_eq!(Quantity::of_money(amount).as_money(), Some(amount));
        assert_eq!(Quantity::read("0.001").unwrap().as_money(), None);
    }

    #[test]
    fn quantities_keep_six_places_and_show_what_they_need() {
        assert_eq!(Quantity::read("9078.328").unwrap().to_string(), "9078.328");
        assert_eq!(Quantity::read("50000.00").unwrap().to_string(), "50000");
        assert_eq!(Quantity::read("0").unwrap().to_string(), "0");
        assert_eq!(
            Quantity::read("999999999999999.999999").unwrap().to_string(),
            "999999999999999.999999"
        );
        assert!(matches!(Quantity::read("1000000000000000"), Err(NumberError::TooLarge { .. })));
        assert!(matches!(Quantity::read("-1"), Err(NumberError::Negative(_))));
    }
}
