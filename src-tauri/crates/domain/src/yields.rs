//! Yields (产量): what the cooperative itself produced; and deliveries (交易): what members handed in,
//! by which the patronage refund is shared out.

use jiff::civil::Date;

use crate::money::{Money, round_half_up};
use crate::quantity::Quantity;

/// Something the cooperative produced on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yield {
    /// The day.
    pub on: Date,
    /// The product, such as 鹅蛋.
    pub product: String,
    /// How much, in `unit`.
    pub quantity: Quantity,
    /// The unit as it was recorded, such as 斤 or 只.
    pub unit: String,
    /// The batch that it came from, if noted.
    pub batch: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// Something a member delivered to the cooperative on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The day.
    pub on: Date,
    /// The product.
    pub product: String,
    /// How much, in `unit`.
    pub quantity: Quantity,
    /// The unit as it was recorded.
    pub unit: String,
    /// What it was settled at.
    pub amount: Money,
}

/// What a unit comes to, in yuan with four places, half a place going up: shown, and never used to
/// compute. Nothing of no quantity, or of an amount below zero.
#[must_use]
pub fn unit_price(amount: Money, quantity: Quantity) -> Option<Quantity> {
    const PLACES: i128 = 10_000;
    let parts = i128::try_from(quantity.millionths()).ok().filter(|&parts| parts > 0)?;
    let numerator = i128::from(amount.fen()) * i128::from(Quantity::PARTS) * (PLACES / 100);
    let in_places = u128::try_from(round_half_up(numerator, parts)?.fen()).ok()?;
    Some(Quantity::from_millionths(in_places * u128::from(Quantity::PARTS) / PLACES.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_price_has_four_places() {
        let price = |amount, quantity| {
            let quantity = Quantity::read(quantity).unwrap();
            unit_price(Money::read(amount).unwrap(), quantity).map(|price| price.to_string())
        };
        assert_eq!(price("12196.80", "15").as_deref(), Some("813.12"));
        assert_eq!(price("1000.00", "31746").as_deref(), Some("0.0315"));
        assert_eq!(price("0.01", "300").as_deref(), Some("0"));
        assert_eq!(price("9000000000000.00", "0.000001").as_deref(), None);
        assert_eq!(price("5.00", "0"), None);
        assert_eq!(price("-5.00", "1"), None);
    }
}
