//! What each member has of the reserve, and how it came about.

use domain::Money;
use domain::id::{CooperativeId, MemberId, ShareMoveId};
use jiff::civil::Date;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A change of what a member has of the reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReserveShare {
    /// Whose it is.
    pub member: MemberId,
    /// The day.
    pub on: Date,
    /// How much; below zero where it is taken.
    pub amount: Money,
    /// Why.
    pub reason: String,
}

impl Reading<'_> {
    /// The changes of what members of a cooperative have of the reserve, by day.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn reserve_shares(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<ReserveShare>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("reserve_shares.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let shares = statement.query_and_then(values, |row| {
            Ok(ReserveShare {
                member: MemberId::new(row.get("member_id")?),
                on: row::day(row, "made_on")?,
                amount: row::money(row, "amount_fen")?,
                reason: row.get("reason")?,
            })
        })?;
        shares.collect()
    }
}

impl Work<'_> {
    /// Changes what a member has of the reserve, with the move of capital that it goes with.
    ///
    /// # Errors
    /// The member would have less than nothing, the move says another amount, or the book cannot
    /// be written.
    pub fn add_reserve_share(
        &self,
        share: &ReserveShare,
        moved: Option<ShareMoveId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_reserve_share.sql"))?;
        self.kept(statement.execute(named_params! {
            ":member_id": share.member.number(),
            ":made_on": row::day_number(share.on),
            ":amount_fen": share.amount.fen(),
            ":reason": share.reason,
            ":share_move_id": moved.map(ShareMoveId::number),
        }))?;
        self.is_final(FinalKind::ReserveShare, self.db.last_insert_rowid())
    }
}
