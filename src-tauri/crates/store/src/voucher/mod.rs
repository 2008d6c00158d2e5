//! Vouchers and their lines.

mod bulk;
mod listed;
mod posted;
mod posting;
mod typed;

use domain::closing::ClosingStep;
use domain::id::{
    AccountId, BatchId, CooperativeId, DistributionId, DraftId, MemberId, OperatorId, VoucherId,
};
use domain::voucher::{PostedVoucher, Voucher};
use rusqlite::named_params;

use crate::{NewCharge, Reading, StoreError, row};
pub(crate) use bulk::ToBeKept;
pub use listed::Listed;
pub(crate) use posted::entry_of;
pub use posted::{PostedBy, PostedLine, VoucherHead, VoucherRecord};
pub use posting::Posting;
pub use typed::Typed;

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
    /// Which step of closing it is, and of which distribution.
    pub step: Option<(ClosingStep, Option<DistributionId>)>,
    /// What it charges off.
    pub charges: &'a [NewCharge],
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
            step: None,
            charges: &[],
        }
    }
}
