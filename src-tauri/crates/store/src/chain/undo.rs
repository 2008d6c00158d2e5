//! Taking an import back: the book says again what it said before, and the chain says that the
//! import was there and who took it back.

use std::collections::BTreeSet;

use domain::id::{BatchId, CooperativeId, VoucherId};
use rusqlite::{named_params, params};
use sha2::{Digest, Sha256};

use super::{FinalKind, Hash, Said};
use crate::{Reading, StoreError, Work};

/// What a kept balance is kept for: account, month and whether it carries forward.
type Kept = (i64, i64, bool);

impl Work<'_> {
    /// Takes an import back: everything that it brought is gone, and the same file may be imported
    /// again. Its number stays taken.
    ///
    /// # Errors
    /// It was taken back before, something final rests on what it brought, or the book cannot be
    /// written.
    pub fn undo_batch(&self, batch: BatchId) -> Result<(), StoreError> {
        let operator = self.operator()?;
        let (first, last) = self.brought_between(batch)?;
        let mut statement = self.db.prepare_cached(include_str!("add_undo.sql"))?;
        self.kept(statement.execute(params![batch.number(), last]))?;
        let kept = self.kept_for(batch)?;
        for (seq, kind, subject) in self.entries_between(first, last)? {
            self.is_past_at(seq, kind, subject)?;
            self.take_out(kind, subject).map_err(rests)?;
        }
        for (account, month, closing) in kept {
            self.recount(account, month, closing)?;
        }
        debug_assert_eq!(self.operator()?, operator, "one work, one operator");
        self.is_final(FinalKind::ImportUndo, batch.number())
    }

    /// The entries from one place through another, the last one first.
    fn entries_between(
        &self,
        first: i64,
        last: i64,
    ) -> Result<Vec<(i64, FinalKind, i64)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("between.sql"))?;
        let entries = statement.query_and_then(params![first, last], |row| {
            let kind: i64 = row.get("kind")?;
            let kind = FinalKind::of_number(kind)
                .ok_or_else(|| crate::row::bad("kind", &kind.to_string()))?;
            Ok((row.get("seq")?, kind, row.get("subject_id")?))
        })?;
        entries.collect()
    }

    /// What is kept for the lines that a batch brought.
    fn kept_for(&self, batch: BatchId) -> Result<BTreeSet<Kept>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("kept_for.sql"))?;
        let kept = statement.query_map([batch.number()], |row| {
            Ok((row.get("account_id")?, row.get("month")?, row.get("closing")?))
        })?;
        Ok(kept.collect::<Result<_, _>>()?)
    }

    /// Removes a row that became final, with what belongs to it.
    fn take_out(&self, kind: FinalKind, subject: i64) -> Result<(), StoreError> {
        if kind == FinalKind::Voucher {
            let (cooperative, voucher) = self.stored_voucher(VoucherId::new(subject))?;
            self.forget(CooperativeId::new(cooperative), VoucherId::new(subject), &voucher)?;
            let mut lines = self.db.prepare_cached(include_str!("drop_lines.sql"))?;
            self.kept(lines.execute([subject]))?;
        }
        for root in kind.parts().iter().take(1) {
            let mut statement = self.db.prepare_cached(&root.fill(include_str!("drop_row.sql")))?;
            self.kept(statement.execute([subject]))?;
        }
        Ok(())
    }

    /// Counts a kept balance from its lines again.
    fn recount(&self, account: i64, month: i64, closing: bool) -> Result<(), StoreError> {
        for sql in [include_str!("drop_kept.sql"), include_str!("recount.sql")] {
            let mut statement = self.db.prepare_cached(sql)?;
            self.kept(statement.execute(named_params! {
                ":account_id": account,
                ":month": month,
                ":closing": closing,
            }))?;
        }
        Ok(())
    }
}

/// A row that cannot go because another points to it.
fn rests(error: StoreError) -> StoreError {
    match error {
        StoreError::Rule(rule) if rule.starts_with("FOREIGN KEY") => {
            StoreError::Rule("undo.rests".to_owned())
        }
        error => error,
    }
}

impl Reading<'_> {
    /// Where what an import brought stands in the chain: from one place through another.
    pub(crate) fn brought_between(&self, batch: BatchId) -> Result<(i64, i64), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("brought.sql"))?;
        let values = params![batch.number(), FinalKind::ImportBatch.number()];
        let (first, own): (i64, i64) =
            statement.query_row(values, |row| Ok((row.get("first_seq")?, row.get("own_seq")?)))?;
        Ok((first, own - 1))
    }

    /// SHA-256 over everything that the book says: two books with the same one say the same. Who
    /// did what when, and which imports there were, is the chain's to say and not among it.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn content_hash(&self) -> Result<Hash, StoreError> {
        let mut tables = self.db.prepare_cached(include_str!("content_tables.sql"))?;
        let names = tables.query_map([], |row| row.get("name"))?;
        let mut content = Sha256::new();
        for name in names.collect::<Result<Vec<String>, _>>()? {
            content.update(&name);
            // In the order of the primary key, which every table has.
            let sql = include_str!("all_rows.sql").replace("{table}", &name);
            let mut statement = self.db.prepare(&sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let mut said = Said::default();
                for column in 0..columns {
                    said.value(row.get_ref(column)?);
                }
                content.update(said.digest());
            }
            content.update([0xff]);
        }
        Ok(content.finalize().into())
    }
}
