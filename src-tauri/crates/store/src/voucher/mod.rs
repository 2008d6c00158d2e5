//! Vouchers and their lines.

mod bulk;
mod posted;

use domain::id::{AccountId, BatchId, CooperativeId, DraftId, MemberId, OperatorId, VoucherId};
use domain::voucher::{Line, PostedVoucher, Voucher};
use rusqlite::{named_params, params};

use crate::chain::FinalKind;
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
            let (_, voucher) = self.stored_voucher(VoucherId::new(head.get("id")?))?;
            Ok(PostedVoucher { number: head.get("number")?, voucher })
        })?;
        posted.collect()
    }
}

impl Reading<'_> {
    /// A voucher with the number of its cooperative's row.
    pub(crate) fn stored_voucher(&self, id: VoucherId) -> Result<(i64, Voucher), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("stored.sql"))?;
        let mut found = statement.query_and_then([id.number()], |head| {
            let lines = self.lines(id)?.into_iter().map(|posted| posted.line).collect();
            let (date, word) = (row::day(head, "dated_on")?, head.get("word")?);
            let voucher = Voucher::new(date, word, head.get("summary")?, lines)
                .map_err(|error| row::bad("voucher_id", &format!("{}: {error}", id.number())))?;
            Ok((head.get("cooperative_id")?, voucher))
        })?;
        found.next().unwrap_or_else(|| Err(row::bad("voucher_id", &id.number().to_string())))
    }
}

/// A voucher about to be posted, and what goes with it.
#[derive(Debug, Clone, Copy)]
pub struct NewVoucher<'a> {
    /// What it says.
    pub voucher: &'a Voucher,
    /// The rows of the account and member that each line names, in the order of its lines.
    pub places: &'a [(AccountId, Option<MemberId>)],
    /// How many papers belong to it.
    pub papers: u32,
    /// What it is beside an ordinary voucher.
    pub role: VoucherRole,
    /// Who prepared it; who posts it where nobody is named.
    pub preparer: Option<OperatorId>,
    /// Who reviewed it.
    pub reviewer: Option<OperatorId>,
    /// The draft that it was made of, whose attachments and sources it takes over.
    pub draft: Option<DraftId>,
    /// The import that brings it.
    pub batch: Option<BatchId>,
}

/// What a voucher is beside an ordinary one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VoucherRole {
    /// Nothing.
    #[default]
    Ordinary,
    /// The sheet of opening balances.
    Opening,
    /// It takes this one back in red.
    Reverses(VoucherId),
    /// It puts this one right, which was taken back.
    Corrects(VoucherId),
}

impl<'a> NewVoucher<'a> {
    /// An ordinary voucher that nobody drafted before.
    #[must_use]
    pub fn plain(voucher: &'a Voucher, places: &'a [(AccountId, Option<MemberId>)]) -> Self {
        NewVoucher {
            voucher,
            places,
            papers: 0,
            role: VoucherRole::Ordinary,
            preparer: None,
            reviewer: None,
            draft: None,
            batch: None,
        }
    }
}

impl Work<'_> {
    /// Posts a voucher: gives it the next number of its cooperative, month and word, keeps the
    /// month balances, makes it found by the search and notes it in the chain.
    ///
    /// # Errors
    /// The book refuses it by one of its rules, or cannot be written.
    pub fn post_voucher(
        &self,
        cooperative: CooperativeId,
        new: &NewVoucher<'_>,
    ) -> Result<(VoucherId, u32), StoreError> {
        let id = self.add_head(cooperative, new)?;
        let day = row::day_number(new.voucher.date());
        for ((number, line), &place) in (1..).zip(new.voucher.lines()).zip(new.places) {
            self.add_line(id, day, number, line, place)?;
        }
        if let Some(draft) = new.draft {
            self.take_over(draft, id)?;
        }
        let mut statement = self.db.prepare_cached(include_str!("post.sql"))?;
        let number = self.kept(statement.query_row([id.number()], |row| row.get(0)))?;
        self.make_found(cooperative, id, new.voucher)?;
        // Attachments and sources come with a draft only.
        let filled = if new.draft.is_some() { 4 } else { 2 };
        self.is_final_in(FinalKind::Voucher, id.number(), filled)?;
        Ok((id, number))
    }

    fn add_head(
        &self,
        cooperative: CooperativeId,
        new: &NewVoucher<'_>,
    ) -> Result<VoucherId, StoreError> {
        let voucher = new.voucher;
        let (reverses, corrects) = match new.role {
            VoucherRole::Ordinary | VoucherRole::Opening => (None, None),
            VoucherRole::Reverses(original) => (Some(original.number()), None),
            VoucherRole::Corrects(wrong) => (None, Some(wrong.number())),
        };
        let preparer = new.preparer.map_or_else(|| self.operator(), Ok)?;
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        // By place, in the order of the statement: this is what an import waits for.
        self.kept(statement.execute(params![
            cooperative.number(),
            row::day_number(voucher.date()),
            voucher.word(),
            voucher.summary(),
            voucher.carries_forward(),
            new.role == VoucherRole::Opening,
            new.papers,
            preparer.number(),
            new.reviewer.map(OperatorId::number),
            reverses,
            voucher.reason(),
            corrects,
            new.batch.map(BatchId::number),
        ]))?;
        Ok(VoucherId::new(self.db.last_insert_rowid()))
    }

    fn add_line(
        &self,
        voucher: VoucherId,
        day: i64,
        number: u32,
        line: &Line,
        (account, member): (AccountId, Option<MemberId>),
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_line.sql"))?;
        self.kept(statement.execute(params![
            voucher.number(),
            number,
            account.number(),
            day,
            line.summary,
            line.entry.debit().fen(),
            line.entry.credit().fen(),
            member.map(MemberId::number),
            line.counterparty,
            line.project,
            line.quantity.map(row::quantity_number).transpose()?,
            line.price.map(row::quantity_number).transpose()?,
        ]))?;
        Ok(())
    }

    /// Gives a draft's attachments and sources to the voucher that is made of it, and lets the
    /// draft go.
    fn take_over(&self, draft: DraftId, voucher: VoucherId) -> Result<(), StoreError> {
        for sql in [include_str!("take_attachments.sql"), include_str!("take_sources.sql")] {
            let mut statement = self.db.prepare_cached(sql)?;
            self.kept(statement.execute(params![draft.number(), voucher.number()]))?;
        }
        let mut statement = self.db.prepare_cached(include_str!("drop_draft.sql"))?;
        self.kept(statement.execute([draft.number()]))?;
        Ok(())
    }
}
