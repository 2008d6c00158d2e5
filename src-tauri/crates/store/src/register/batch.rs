//! Imports: which file brought what, so that the same file is not taken twice.

use domain::id::BatchId;
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
    /// The code of the cooperative that it was read for, where it was read for one.
    pub cooperative: Option<&'a str>,
    /// How many rows it has.
    pub rows: u32,
}

/// An import that was taken, whether it still stands or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRecord {
    /// Its number.
    pub id: BatchId,
    /// What it brought, such as `members`.
    pub kind: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// The file's SHA-256, as 64 hexadecimal digits.
    pub file_hash: String,
    /// The code of the cooperative that it was read for, where it was read for one.
    pub cooperative: Option<String>,
    /// How many rows it had.
    pub rows: u32,
    /// How many vouchers it made.
    pub vouchers: u32,
    /// Who took it when.
    pub made: Deed,
    /// Who took it back when, where somebody did.
    pub undone: Option<Deed>,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The operator's name.
    pub operator: String,
    /// In seconds since 1970.
    pub at: i64,
}

impl Reading<'_> {
    /// Every import, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn batches(&self) -> Result<Vec<BatchRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("batches.sql"))?;
        let values = named_params! {
            ":import_kind": FinalKind::ImportBatch.number(),
            ":undo_kind": FinalKind::ImportUndo.number(),
        };
        let batches = statement.query_and_then(values, |row| {
            let undone_at: Option<i64> = row.get("undone_at")?;
            let undone = undone_at.map(|at| deed(row.get("undone_by"), at)).transpose()?;
            Ok(BatchRecord {
                id: BatchId::new(row.get("id")?),
                kind: row.get("kind")?,
                file_name: row.get("file_name")?,
                file_hash: row.get("file_hash")?,
                cooperative: row.get("cooperative_code")?,
                rows: row.get("row_count")?,
                vouchers: self.vouchers_between(row.get("first_seq")?, row.get("seq")?)?,
                made: deed(row.get("operator"), row.get("made_at")?)?,
                undone,
            })
        })?;
        batches.collect()
    }

    /// How many vouchers stand between two places of the chain: counted there, since those of an
    /// import that was taken back stand nowhere else.
    fn vouchers_between(&self, first: i64, last: i64) -> Result<u32, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("batch_vouchers.sql"))?;
        let values = named_params! {
            ":voucher_kind": FinalKind::Voucher.number(),
            ":first": first,
            ":last": last,
        };
        Ok(statement.query_row(values, |row| row.get("vouchers"))?)
    }

    /// The import that took the same file for the same purpose before, if one did.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn batch_of_file(&self, batch: &NewBatch<'_>) -> Result<Option<BatchId>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("batch_of_file.sql"))?;
        let values = named_params! {
            ":kind": batch.kind,
            ":file_hash": batch.file_hash,
            ":cooperative_code": batch.cooperative,
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
            ":cooperative_code": batch.cooperative,
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

fn deed(operator: rusqlite::Result<Option<String>>, at: i64) -> Result<Deed, StoreError> {
    Ok(Deed { operator: operator?.unwrap_or_default(), at })
}
