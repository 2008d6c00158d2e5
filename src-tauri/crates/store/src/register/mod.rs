//! The registers: villages, cooperatives, members, what they put in, produced and delivered.

mod batch;
mod change;
mod contribution;
mod cooperative;
mod delivery;
mod member;
mod produced;
mod reserve;
mod rests;
mod share_move;
mod village;

pub use batch::{BatchRecord, Deed, NewBatch};
pub use change::MemberChange;
pub use contribution::ContributionRecord;
pub use delivery::{Delivered, DeliveredSum};
pub use produced::ProducedSum;
pub use reserve::ReserveShare;
pub use rests::{ClosedMonth, LaterVoucher, Resting, RestingKind, Withdrawal};
pub use share_move::{NewShareMove, ShareMovePart, ShareMoveRecord};

/// Something as it is kept, with the id of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<Id, T> {
    /// The id of its row.
    pub id: Id,
    /// What is kept.
    pub what: T,
}
