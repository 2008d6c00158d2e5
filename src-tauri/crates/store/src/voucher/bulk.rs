//! Many vouchers at once: the month balances of an import are kept at its end, each once, and the
//! index of lines by account is built there in the order in which it stands, where adding to it
//! line by line would cost more and leave its pages half empty.

use std::collections::BTreeMap;

use domain::id::AccountId;
use domain::{Money, Month};
use rusqlite::params;

use super::{NewVoucher, VoucherRole};
use crate::{StoreError, Work};

/// Debit and credit by account, month (0 for what the books open with) and whether it closes.
pub(crate) type ToBeKept = BTreeMap<(AccountId, i64, bool), (Money, Money)>;

/// From so many lines on it may pay.
const MANY: u32 = 10_000;

const INDEX: &str = "voucher_line_account";

impl Work<'_> {
    /// Says how many lines are about to be added.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn expect_lines(&self, lines: u32) -> Result<(), StoreError> {
        let sql = include_str!("about_as_many.sql");
        let there: u32 = self.db.query_row(sql, [], |row| row.get("lines"))?;
        if lines < MANY || lines < there / 2 {
            return Ok(());
        }
        let sql = include_str!("index.sql");
        let made: String = self.db.query_row(sql, [INDEX], |row| row.get("sql"))?;
        self.kept(self.db.execute_batch(&format!("DROP INDEX {INDEX}")))?;
        self.left_out.set(Some(made));
        Ok(())
    }

    /// Adds a voucher that an import posted to what is kept at its end.
    pub(crate) fn keep_later(&self, new: &NewVoucher<'_>) {
        let month = match new.role {
            VoucherRole::Opening => 0,
            _ => Month::of(new.voucher.date()).number(),
        };
        let closing = new.voucher.carries_forward();
        let mut kept = self.to_be_kept.borrow_mut();
        for (line, &(account, _)) in new.voucher.lines().iter().zip(new.places) {
            let (debit, credit) = kept.entry((account, month, closing)).or_default();
            *debit += line.entry.debit();
            *credit += line.entry.credit();
        }
    }

    /// Keeps the month balances of what an import posted, each once.
    pub(crate) fn keep_batch(&self) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("keep.sql"))?;
        for ((account, month, closing), (debit, credit)) in self.to_be_kept.take() {
            let values = params![account.number(), month, closing, debit.fen(), credit.fen()];
            self.kept(statement.execute(values))?;
        }
        Ok(())
    }

    /// Builds the index again, word for word as it was made.
    pub(crate) fn build_left_out(&self) -> Result<(), StoreError> {
        match self.left_out.take() {
            Some(made) => self.kept(self.db.execute_batch(&made)),
            None => Ok(()),
        }
    }
}
