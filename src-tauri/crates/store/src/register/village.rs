//! Townships and villages.

use domain::id::{BatchId, VillageId};
use domain::village::Village;
use rusqlite::named_params;

use super::Kept;
use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

impl Reading<'_> {
    /// Every village in the order of the register.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn villages(&self) -> Result<Vec<Kept<VillageId, Village>>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("villages.sql"))?;
        let villages = statement.query_and_then([], |row| {
            let village = Village {
                code: row.get("code")?,
                name: row.get("name")?,
                township: row.get("township")?,
                performance_pay: row::money(row, "performance_pay_fen")?,
                joint: row.get("joint")?,
            };
            Ok(Kept { id: VillageId::new(row.get("id")?), what: village })
        })?;
        villages.collect()
    }
}

impl Work<'_> {
    /// Adds a village, and its township where it is new.
    ///
    /// # Errors
    /// A village of that code exists, or the book cannot be written.
    pub fn add_village(
        &self,
        village: &Village,
        batch: Option<BatchId>,
    ) -> Result<VillageId, StoreError> {
        let mut township = self.db.prepare_cached(include_str!("add_township.sql"))?;
        let values = named_params! { ":name": village.township };
        if self.kept(township.execute(values))? > 0 {
            self.is_final(FinalKind::Township, self.db.last_insert_rowid())?;
        }
        let mut statement = self.db.prepare_cached(include_str!("add_village.sql"))?;
        self.kept(statement.execute(named_params! {
            ":code": village.code,
            ":name": village.name,
            ":township": village.township,
            ":performance_pay_fen": village.performance_pay.fen(),
            ":joint": village.joint,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Village, id)?;
        Ok(VillageId::new(id))
    }
}
