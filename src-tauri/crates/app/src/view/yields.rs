//! Yields and deliveries of a year, with their sums.

use serde::Serialize;
use ts_rs::TS;

use super::draft::{SourceKind, SourceRow};
use super::{Named, QuantityText, Yuan};

/// What a cooperative produced, or what its members handed in, in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct YieldsView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The year.
    pub year: i16,
    /// The years that can be looked at.
    pub years: Vec<i16>,
    /// Yields or deliveries.
    pub kind: SourceKind,
    /// How many entries there are.
    pub count: u32,
    /// How many have neither voucher nor draft.
    pub open: u32,
    /// Sums by product and unit, with the quantity of each month.
    pub products: Vec<ProductYear>,
    /// Sums of deliveries by member, product and unit.
    pub members: Vec<MemberSum>,
    /// The entries: those without a voucher first, the latest first; the first 500.
    pub rows: Vec<SourceRow>,
}

/// A product's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProductYear {
    /// The product.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// How much in all.
    pub quantity: QuantityText,
    /// What it was settled at; zero for what was produced.
    pub amount: Yuan,
    /// How much in each month, from January.
    pub months: Vec<QuantityText>,
}

/// What a member handed in of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberSum {
    /// The member.
    pub member: Named,
    /// The product.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// How much.
    pub quantity: QuantityText,
    /// What it was settled at.
    pub amount: Yuan,
}
