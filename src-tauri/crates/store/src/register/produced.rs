//! What cooperatives produced.

use domain::id::{BatchId, CooperativeId};
use domain::yields::Yield;
use domain::{FiscalYear, Quantity};
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// Yields of one product in one unit, summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProducedSum {
    /// The product.
    pub product: String,
    /// The unit.
    pub unit: String,
    /// How much.
    pub quantity: Quantity,
    /// How many records it is summed from.
    pub records: u32,
}

impl Reading<'_> {
    /// What a cooperative produced in `year`, by product and unit.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn produced(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Vec<ProducedSum>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("produced.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(year.first_day()),
            ":last_day": row::day_number(year.last_day()),
        };
        let sums = statement.query_and_then(values, |row| {
            Ok(ProducedSum {
                product: row.get("product")?,
                unit: row.get("unit")?,
                quantity: row::quantity(row, "quantity_millionths")?,
                records: row.get("records")?,
            })
        })?;
        sums.collect()
    }
}

impl Work<'_> {
    /// Adds a yield.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn add_yield(
        &self,
        cooperative: CooperativeId,
        produced: &Yield,
        batch: Option<BatchId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_yield.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":made_on": row::day_number(produced.on),
            ":product": produced.product,
            ":quantity_millionths": row::quantity_number(produced.quantity)?,
            ":unit": produced.unit,
            ":batch": produced.batch,
            ":note": produced.note,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        self.is_final(FinalKind::Yield, self.db.last_insert_rowid())
    }
}
