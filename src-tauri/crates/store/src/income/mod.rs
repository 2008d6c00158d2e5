//! Collective incomes of villages, as they were typed or imported.

use domain::FiscalYear;
use domain::id::{BatchId, VillageId};
use domain::village::{IncomeKind, VillageIncome};
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// One income with whose it is and in which year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeRecord {
    /// The village.
    pub village: VillageId,
    /// The year.
    pub year: i16,
    /// The income.
    pub income: VillageIncome,
}

impl Reading<'_> {
    /// All incomes of the years from `first` to `last`, in the order in which they were entered.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn incomes(
        &self,
        first: FiscalYear,
        last: FiscalYear,
    ) -> Result<Vec<IncomeRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("between.sql"))?;
        let values = named_params! { ":first": first.number(), ":last": last.number() };
        let incomes = statement.query_and_then(values, |row| {
            Ok(IncomeRecord {
                village: VillageId::new(row.get("village_id")?),
                year: row.get("year")?,
                income: VillageIncome {
                    kind: row::word(row, "kind", IncomeKind::of_word)?,
                    amount: row::money(row, "amount_fen")?,
                    evidence: row.get("evidence")?,
                },
            })
        })?;
        incomes.collect()
    }
}

impl Work<'_> {
    /// Adds an income.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn add_income(
        &self,
        record: &IncomeRecord,
        batch: Option<BatchId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":village_id": record.village.number(),
            ":year": record.year,
            ":kind": record.income.kind.word(),
            ":amount_fen": record.income.amount.fen(),
            ":evidence": record.income.evidence,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        self.is_final(FinalKind::VillageIncome, self.db.last_insert_rowid())
    }
}
