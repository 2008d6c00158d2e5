//! Vouchers and their lines.

use domain::id::{AccountId, BatchId, CooperativeId, MemberId, VoucherId};
use domain::voucher::{Line, Voucher};
use rusqlite::named_params;

use crate::{StoreError, Work, row};

impl Work<'_> {
    /// Adds a voucher as a draft, without a number.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn add_voucher(
        &self,
        cooperative: CooperativeId,
        voucher: &Voucher,
        batch: Option<BatchId>,
    ) -> Result<VoucherId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":dated_on": row::day_number(voucher.date()),
            ":word": voucher.word(),
            ":summary": voucher.summary(),
            ":closing": voucher.carries_forward(),
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        Ok(VoucherId::new(self.db.last_insert_rowid()))
    }

    /// Adds a line to a draft; `account` and `member` are the rows of those that `line` names.
    ///
    /// # Errors
    /// The account or member belongs to another cooperative, the account has sub-accounts or
    /// demands a member, or the book cannot be written.
    pub fn add_line(
        &self,
        voucher: VoucherId,
        number: u32,
        line: &Line,
        account: AccountId,
        member: Option<MemberId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_line.sql"))?;
        let quantity = line.quantity.map(row::quantity_number).transpose()?;
        let price = line.price.map(row::quantity_number).transpose()?;
        self.kept(statement.execute(named_params! {
            ":voucher_id": voucher.number(),
            ":line": number,
            ":account_id": account.number(),
            ":summary": line.summary,
            ":debit_fen": line.entry.debit().fen(),
            ":credit_fen": line.entry.credit().fen(),
            ":member_id": member.map(MemberId::number),
            ":counterparty": line.counterparty,
            ":project": line.project,
            ":quantity_millionths": quantity,
            ":price_millionths": price,
        }))?;
        Ok(())
    }

    /// Posts a draft: gives it the next number of its cooperative, month and word.
    ///
    /// # Errors
    /// The draft does not balance, lies before the books begin, or the book cannot be written.
    pub fn post_voucher(&self, voucher: VoucherId) -> Result<u32, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("post.sql"))?;
        let values = named_params! { ":id": voucher.number() };
        self.kept(statement.query_row(values, |row| row.get("number")))
    }
}
