//! Voiding (作废): cards, happenings of a batch and statements of the bank that came by mistake.

use domain::id::{AssetId, FlockMoveId, StatementId};
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{StoreError, Work};

/// What is voided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voided {
    /// An asset card.
    Asset(AssetId),
    /// Something that happened to a batch of birds.
    FlockMove(FlockMoveId),
    /// A statement of the bank.
    Statement(StatementId),
}

impl Work<'_> {
    /// Voids something, and says why: from then on it is as if it had not been there.
    ///
    /// # Errors
    /// A voucher, draft, charge or match rests on it, more birds would be gone than live, or the
    /// book cannot be written.
    pub fn void(&self, what: Voided, why: &str) -> Result<(), StoreError> {
        let (mut asset, mut happened, mut statement) = (None, None, None);
        match what {
            Voided::Asset(id) => asset = Some(id.number()),
            Voided::FlockMove(id) => happened = Some(id.number()),
            Voided::Statement(id) => statement = Some(id.number()),
        }
        let mut add = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(add.execute(named_params! {
            ":asset_id": asset,
            ":flock_move_id": happened,
            ":statement_id": statement,
            ":reason": why,
        }))?;
        self.is_final(FinalKind::Voided, self.db.last_insert_rowid())
    }
}
