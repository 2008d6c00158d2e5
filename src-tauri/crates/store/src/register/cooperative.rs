//! Cooperatives and the alliances that they are in.

use domain::cooperative::Cooperative;
use domain::id::{BatchId, CooperativeId};
use rusqlite::named_params;

use super::Kept;
use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

impl Reading<'_> {
    /// Every cooperative in the order of its code.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn cooperatives(&self) -> Result<Vec<Kept<CooperativeId, Cooperative>>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("cooperatives.sql"))?;
        let cooperatives = statement.query_and_then([], |row| {
            let cooperative = Cooperative {
                code: row.get("code")?,
                name: row.get("name")?,
                credit_code: row.get("credit_code")?,
                alliance: row.get("alliance")?,
                line: row.get("line")?,
                starts: row::month(row, "starts_month")?,
            };
            Ok(Kept { id: CooperativeId::new(row.get("id")?), what: cooperative })
        })?;
        cooperatives.collect()
    }
}

impl Work<'_> {
    /// Adds a cooperative, and its alliance where it is new. Its chart is added account by account.
    ///
    /// # Errors
    /// A cooperative of that code exists, or the book cannot be written.
    pub fn add_cooperative(
        &self,
        cooperative: &Cooperative,
        batch: Option<BatchId>,
    ) -> Result<CooperativeId, StoreError> {
        if let Some(alliance) = &cooperative.alliance {
            let mut statement = self.db.prepare_cached(include_str!("add_alliance.sql"))?;
            if self.kept(statement.execute(named_params! { ":name": alliance }))? > 0 {
                self.is_final(FinalKind::Alliance, self.db.last_insert_rowid())?;
            }
        }
        let mut statement = self.db.prepare_cached(include_str!("add_cooperative.sql"))?;
        self.kept(statement.execute(named_params! {
            ":code": cooperative.code,
            ":name": cooperative.name,
            ":credit_code": cooperative.credit_code,
            ":alliance": cooperative.alliance,
            ":line": cooperative.line,
            ":starts_month": cooperative.starts.number(),
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Cooperative, id)?;
        Ok(CooperativeId::new(id))
    }
}
