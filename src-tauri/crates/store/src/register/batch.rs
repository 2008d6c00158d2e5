//! Imports: which file brought what, so that the same file is not taken twice.

use domain::id::{BatchId, CooperativeId};
use rusqlite::{OptionalExtension, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work};

/// An import about to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBatch<'a> {
    /// What it brings, such as `members`.
    pub kind: &'a str,
    /// The file's name, without its folder.
    pub file_name: &'a str,
    /// The file's SHA-256, as 64 hexadecimal digits.
    pub file_hash: &'a str,
    /// The cooperative that it was read for, where it was read for one.
    pub cooperative: Option<CooperativeId>,
    /// How many rows it has.
    pub rows: u32,
}

impl Reading<'_> {
    /// The import that took the same file for the same purpose before, if one did.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn batch_of_file(&self, batch: &NewBatch<'_>) -> Result<Option<BatchId>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("batch_of_file.sql"))?;
        let values = named_params! {
            ":kind": batch.kind,
            ":file_hash": batch.file_hash,
            ":cooperative_id": batch.cooperative.map(CooperativeId::number),
        };
        let id = statement.query_row(values, |row| row.get("id")).optional()?;
        Ok(id.map(BatchId::new))
    }
}

impl Work<'_> {
    /// Notes an import and gives it its number. What it brings is added after it, and then the
    /// batch is [finished](Work::finish_batch).
    ///
    /// # Errors
    /// The same file was taken before, or the book cannot be written.
    pub fn add_batch(&self, batch: &NewBatch<'_>) -> Result<BatchId, StoreError> {
        // Whoever imports stands in the chain before what they bring.
        self.operator()?;
        let mut statement = self.db.prepare_cached(include_str!("add_batch.sql"))?;
        self.kept(statement.execute(named_params! {
            ":kind": batch.kind,
            ":file_name": batch.file_name,
            ":file_hash": batch.file_hash,
            ":cooperative_id": batch.cooperative.map(CooperativeId::number),
            ":row_count": batch.rows,
            ":first_seq": self.next_seq()?,
        }))?;
        Ok(BatchId::new(self.db.last_insert_rowid()))
    }

    /// Everything that the batch brought is there.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn finish_batch(&self, batch: BatchId) -> Result<(), StoreError> {
        self.keep_batch()?;
        self.is_final(FinalKind::ImportBatch, batch.number())
    }
}
