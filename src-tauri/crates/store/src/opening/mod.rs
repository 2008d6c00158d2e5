//! The sheet of opening balances (期初余额): a draft until it is confirmed, then one voucher.

use domain::id::{BatchId, CooperativeId, DraftId};
use domain::voucher::VoucherNumber;
use rusqlite::{OptionalExtension, named_params};

use crate::{Reading, StoreError, Work, row};

/// The sheet as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningDraft {
    /// Its row.
    pub id: DraftId,
    /// What was typed, as JSON.
    pub entry: String,
}

/// The sheet once it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningVoucher {
    /// Its number.
    pub number: VoucherNumber,
    /// The import that brought it, where one did.
    pub batch: Option<BatchId>,
}

impl Reading<'_> {
    /// The sheet that a cooperative has typed and not confirmed.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn opening_draft(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Option<OpeningDraft>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("draft.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let draft = statement.query_row(values, |row| {
            Ok(OpeningDraft { id: DraftId::new(row.get("id")?), entry: row.get("entry")? })
        });
        Ok(draft.optional()?)
    }

    /// The voucher with which a cooperative's books begin.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn opening_voucher(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Option<OpeningVoucher>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("voucher.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let mut found = statement.query_and_then(values, |row| -> Result<_, StoreError> {
            let (word, number) = (row.get("word")?, row.get("number")?);
            Ok(OpeningVoucher {
                number: VoucherNumber { month: row::month(row, "month")?, word, number },
                batch: row.get::<_, Option<i64>>("import_batch_id")?.map(BatchId::new),
            })
        })?;
        found.next().transpose()
    }
}

impl Work<'_> {
    /// Keeps the sheet as it was typed, in place of what was kept before.
    ///
    /// # Errors
    /// It is no JSON, or the book cannot be written.
    pub fn keep_opening(&self, cooperative: CooperativeId, entry: &str) -> Result<(), StoreError> {
        let preparer = self.operator()?;
        let mut statement = self.db.prepare_cached(include_str!("keep.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":entry": entry,
            ":preparer_id": preparer.number(),
            ":changed_at": self.moment(),
        }))?;
        Ok(())
    }

    /// Lets the sheet go that a cooperative typed and emptied again.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn drop_opening(&self, cooperative: CooperativeId) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("drop.sql"))?;
        self.kept(statement.execute(named_params! { ":cooperative_id": cooperative.number() }))?;
        Ok(())
    }
}
