//! What members delivered.

use domain::id::{BatchId, CooperativeId, MemberId};
use domain::yields::Delivery;
use domain::{FiscalYear, Money, Quantity};
use rusqlite::{Row, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A member's deliveries of one year, in money: the base of the patronage refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    /// Whose they are.
    pub member: MemberId,
    /// What they were settled at, together.
    pub amount: Money,
}

/// Deliveries of one product in one unit, summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredSum {
    /// The year.
    pub year: i16,
    /// The product.
    pub product: String,
    /// The unit.
    pub unit: String,
    /// How much.
    pub quantity: Quantity,
    /// What it was settled at.
    pub amount: Money,
    /// How many records it is summed from.
    pub records: u32,
}

impl Reading<'_> {
    /// What each member delivered in `year`, in money; members without deliveries are left out.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn delivered_by_member(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Vec<Delivered>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("delivered_by_member.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(year.first_day()),
            ":last_day": row::day_number(year.last_day()),
        };
        let delivered = statement.query_and_then(values, |row| {
            let member = MemberId::new(row.get("member_id")?);
            Ok(Delivered { member, amount: row::money(row, "amount_fen")? })
        })?;
        delivered.collect()
    }

    /// What a cooperative took in `year`, by product and unit.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn delivered_by_product(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Vec<DeliveredSum>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("delivered_by_product.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(year.first_day()),
            ":last_day": row::day_number(year.last_day()),
        };
        let sums = statement.query_and_then(values, read_sum)?;
        sums.collect()
    }

    /// What one member delivered, by year, product and unit.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn delivered_of_member(&self, member: MemberId) -> Result<Vec<DeliveredSum>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("delivered_of_member.sql"))?;
        let sums =
            statement.query_and_then(named_params! { ":member_id": member.number() }, read_sum)?;
        sums.collect()
    }
}

fn read_sum(row: &Row<'_>) -> Result<DeliveredSum, StoreError> {
    Ok(DeliveredSum {
        year: row.get("year")?,
        product: row.get("product")?,
        unit: row.get("unit")?,
        quantity: row::quantity(row, "quantity_millionths")?,
        amount: row::money(row, "amount_fen")?,
        records: row.get("records")?,
    })
}

impl Work<'_> {
    /// Adds a delivery.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn add_delivery(
        &self,
        member: MemberId,
        delivery: &Delivery,
        batch: Option<BatchId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_delivery.sql"))?;
        self.kept(statement.execute(named_params! {
            ":member_id": member.number(),
            ":made_on": row::day_number(delivery.on),
            ":product": delivery.product,
            ":quantity_millionths": row::quantity_number(delivery.quantity)?,
            ":unit": delivery.unit,
            ":amount_fen": delivery.amount.fen(),
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        self.is_final(FinalKind::Delivery, self.db.last_insert_rowid())
    }
}
