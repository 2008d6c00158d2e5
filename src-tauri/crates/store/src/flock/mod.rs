//! Batches of birds, and what happened to each.

use domain::flock::{EggCost, Move, MoveKind, Purpose};
use domain::id::{CooperativeId, DraftId, FlockId, FlockMoveId};
use domain::voucher::VoucherNumber;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A batch of birds as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlockRecord {
    /// Its row.
    pub id: FlockId,
    /// What it says.
    pub what: NewFlock,
}

/// A batch of birds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFlock {
    /// Its name, one for each cooperative, which the lines of its vouchers bear as their project.
    pub name: String,
    /// What it is kept for.
    pub purpose: Purpose,
    /// Where what grown layers cost goes.
    pub egg_cost: EggCost,
    /// What else there is to say.
    pub note: Option<String>,
}

/// Something that happened to a batch, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRecord {
    /// Its row.
    pub id: FlockMoveId,
    /// Its batch.
    pub flock: FlockId,
    /// What happened.
    pub what: Move,
    /// The voucher that was made of it and stands.
    pub voucher: Option<VoucherNumber>,
    /// The draft that was made of it.
    pub draft: Option<DraftId>,
}

impl Reading<'_> {
    /// The batches of a cooperative, in the order in which they were begun.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn flocks(&self, cooperative: CooperativeId) -> Result<Vec<FlockRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let flocks = statement.query_and_then(values, |row| {
            Ok(FlockRecord {
                id: FlockId::new(row.get("id")?),
                what: NewFlock {
                    name: row.get("name")?,
                    purpose: row::word(row, "purpose", Purpose::of_word)?,
                    egg_cost: row::word(row, "egg_cost", EggCost::of_word)?,
                    note: row.get("note")?,
                },
            })
        })?;
        flocks.collect()
    }

    /// What happened to the batches of a cooperative, by day.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn flock_moves(&self, cooperative: CooperativeId) -> Result<Vec<MoveRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("moves.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let moves = statement.query_and_then(values, |row| {
            let amount: Option<i64> = row.get("amount_fen")?;
            Ok(MoveRecord {
                id: FlockMoveId::new(row.get("id")?),
                flock: FlockId::new(row.get("flock_id")?),
                what: Move {
                    on: row::day(row, "made_on")?,
                    kind: row::word(row, "kind", MoveKind::of_word)?,
                    birds: row.get("birds")?,
                    weight: row::quantity_or_none(row, "weight_millionths")?,
                    amount: amount.map(|_| row::money(row, "amount_fen")).transpose()?,
                    note: row.get("note")?,
                },
                voucher: row::voucher_or_none(row)?,
                draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
            })
        })?;
        moves.collect()
    }
}

impl Work<'_> {
    /// Begins a batch of birds.
    ///
    /// # Errors
    /// The name is taken, or the book cannot be written.
    pub fn add_flock(
        &self,
        cooperative: CooperativeId,
        new: &NewFlock,
    ) -> Result<FlockId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":name": new.name,
            ":purpose": new.purpose.word(),
            ":egg_cost": new.egg_cost.word(),
            ":note": new.note,
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Flock, id)?;
        Ok(FlockId::new(id))
    }

    /// Notes what happened to a batch.
    ///
    /// # Errors
    /// More birds are gone than live, or the book cannot be written.
    pub fn add_flock_move(&self, flock: FlockId, new: &Move) -> Result<FlockMoveId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_move.sql"))?;
        self.kept(statement.execute(named_params! {
            ":flock_id": flock.number(),
            ":made_on": row::day_number(new.on),
            ":kind": new.kind.word(),
            ":birds": new.birds,
            ":weight_millionths": new.weight.map(row::quantity_number).transpose()?,
            ":amount_fen": new.amount.map(domain::Money::fen),
            ":note": new.note,
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::FlockMove, id)?;
        Ok(FlockMoveId::new(id))
    }
}
