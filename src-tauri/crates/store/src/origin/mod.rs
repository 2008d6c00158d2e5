//! What a draft, and the voucher that becomes of it, was made of beside contributions, yields and
//! deliveries.

use domain::Month;
use domain::id::{AssetId, CashCountId, DraftId, FlockMoveId, RecurringId, VoucherId};
use rusqlite::{Row, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// What a voucher was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A month of a recurring voucher.
    Recurring(RecurringId, Month),
    /// Something that happened to a batch of birds.
    FlockMove(FlockMoveId),
    /// An asset that is gone.
    Asset(AssetId),
    /// A count of cash.
    CashCount(CashCountId),
}

impl Reading<'_> {
    /// What a draft was made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn origin_of_draft(&self, draft: DraftId) -> Result<Option<Origin>, StoreError> {
        self.origin_of(include_str!("of_draft.sql"), draft.number())
    }

    /// What a posted voucher was made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn origin_of_voucher(&self, voucher: VoucherId) -> Result<Option<Origin>, StoreError> {
        self.origin_of(include_str!("of_voucher.sql"), voucher.number())
    }

    fn origin_of(&self, sql: &'static str, owner: i64) -> Result<Option<Origin>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let mut found = statement.query_and_then([owner], origin)?;
        found.next().transpose()
    }
}

fn origin(row: &Row<'_>) -> Result<Origin, StoreError> {
    if let Some(id) = row.get("recurring_id")? {
        return Ok(Origin::Recurring(RecurringId::new(id), row::month(row, "month")?));
    }
    if let Some(id) = row.get("flock_move_id")? {
        return Ok(Origin::FlockMove(FlockMoveId::new(id)));
    }
    if let Some(id) = row.get("asset_id")? {
        return Ok(Origin::Asset(AssetId::new(id)));
    }
    let count: Option<i64> = row.get("cash_count_id")?;
    let count = count.ok_or_else(|| row::bad("voucher_origin", "NULL"))?;
    Ok(Origin::CashCount(CashCountId::new(count)))
}

impl Work<'_> {
    /// Says what a draft is made of.
    ///
    /// # Errors
    /// Another draft or voucher that stands is made of it, it is another cooperative's, or the book
    /// cannot be written.
    pub fn add_origin(&self, draft: DraftId, origin: Origin) -> Result<(), StoreError> {
        let (mut recurring, mut month, mut happened) = (None, None, None);
        let (mut asset, mut count) = (None, None);
        match origin {
            Origin::Recurring(id, of) => {
                (recurring, month) = (Some(id.number()), Some(of.number()));
            }
            Origin::FlockMove(id) => happened = Some(id.number()),
            Origin::Asset(id) => asset = Some(id.number()),
            Origin::CashCount(id) => count = Some(id.number()),
        }
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":draft_id": draft.number(),
            ":recurring_id": recurring,
            ":month": month,
            ":flock_move_id": happened,
            ":asset_id": asset,
            ":cash_count_id": count,
        }))?;
        Ok(())
    }

    /// Gives what a draft was made of to the voucher that becomes of it, and returns the rows that
    /// are final with it.
    pub(crate) fn take_origins(
        &self,
        draft: DraftId,
        voucher: VoucherId,
    ) -> Result<Vec<i64>, StoreError> {
        let mut rows = self.db.prepare_cached(include_str!("rows_of_draft.sql"))?;
        let ids = rows.query_map([draft.number()], |row| row.get("id"))?;
        let ids = ids.collect::<Result<Vec<i64>, _>>()?;
        let mut statement = self.db.prepare_cached(include_str!("take.sql"))?;
        let values = named_params! { ":draft_id": draft.number(), ":voucher_id": voucher.number() };
        self.kept(statement.execute(values))?;
        Ok(ids)
    }

    pub(crate) fn origins_are_final(&self, ids: &[i64]) -> Result<(), StoreError> {
        ids.iter().try_for_each(|&id| self.is_final(FinalKind::VoucherOrigin, id))
    }

    /// Gives what a voucher was made of to the draft that puts it right, once it is taken back.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn hand_on_origins(&self, voucher: VoucherId) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("hand_on.sql"))?;
        self.kept(statement.execute([voucher.number()]))?;
        Ok(())
    }
}
