//! Vouchers and their lines.

mod posted;

use domain::id::{AccountId, BatchId, CooperativeId, MemberId, VoucherId};
use domain::voucher::{Line, PostedVoucher, Voucher};
use rusqlite::named_params;

use crate::{Reading, StoreError, Work, row};
pub(crate) use posted::entry;
pub use posted::{PostedLine, VoucherHead, VoucherRecord};

impl Reading<'_> {
    /// The posted vouchers of a cooperative with their lines in order, by date, word and number.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn vouchers(&self, cooperative: CooperativeId) -> Result<Vec<PostedVoucher>, StoreError> {
        let mut heads = self.db.prepare_cached(include_str!("vouchers.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let posted = heads.query_and_then(values, |head| {
            let id: i64 = head.get("id")?;
            let lines = self.lines(VoucherId::new(id))?;
            let lines: Vec<Line> = lines.into_iter().map(|posted| posted.line).collect();
            let (date, word) = (row::day(head, "dated_on")?, head.get("word")?);
            let voucher = Voucher::new(date, word, head.get("summary")?, lines)
                .map_err(|error| row::bad("voucher_id", &format!("{id}: {error}")))?;
            Ok(PostedVoucher { number: head.get("number")?, voucher })
        })?;
        posted.collect()
    }
}

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
        self.add_head(cooperative, voucher, None, batch)
    }

    /// Adds the red voucher that takes `original` back, as a draft without a number. That it does
    /// so line by line is looked at when it is posted.
    ///
    /// # Errors
    /// The original is reversed already, or the book cannot be written.
    pub fn add_reversal(
        &self,
        cooperative: CooperativeId,
        red: &Voucher,
        original: VoucherId,
    ) -> Result<VoucherId, StoreError> {
        self.add_head(cooperative, red, Some(original), None)
    }

    fn add_head(
        &self,
        cooperative: CooperativeId,
        voucher: &Voucher,
        reverses: Option<VoucherId>,
        batch: Option<BatchId>,
    ) -> Result<VoucherId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":dated_on": row::day_number(voucher.date()),
            ":word": voucher.word(),
            ":summary": voucher.summary(),
            ":closing": voucher.carries_forward(),
            ":reverses_id": reverses.map(VoucherId::number),
            ":reason": voucher.reason(),
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
