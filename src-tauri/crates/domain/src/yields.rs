//! Yields (产量): what the cooperative itself produced; and deliveries (交易): what members handed in,
//! by which the patronage refund is shared out.

use jiff::civil::Date;

use crate::money::Money;
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
