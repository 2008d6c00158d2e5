//! The book as one SQLite file: everything that is kept, and the constraints that keep it right.
//!
//! Reading and writing are different handles: [`Reading`] sees one unchanging state of the book,
//! [`Work`] is one transaction that is saved whole or not at all. At rest the book is exactly one
//! file: rollback journal, not WAL, since accountants copy it to USB sticks.

mod account;
mod attachment;
mod book;
mod chain;
mod check;
mod distribution;
mod draft;
mod error;
mod income;
mod ledger;
mod month;
mod open;
mod opening;
mod policy;
mod register;
mod row;
mod schema;
mod search;
mod source;
mod template;
mod voucher;

pub use attachment::AttachmentRecord;
pub use book::BookCounts;
pub use chain::{ChainFault, FinalKind, LogEntry};
pub use check::{BookFault, CheckedCounts};
pub use distribution::{
    ApprovedMember, ApprovedResult, DistributionState, Resolution, SavedDistribution,
    VillageDividend,
};
pub use draft::{DraftRecord, NewDraft};
pub use error::StoreError;
pub use income::IncomeRecord;
pub use ledger::{Detail, DetailSum, LedgerLine, MonthSum};
pub use open::{Clock, Hold, Reading, Store, Work};
pub use opening::{OpeningDraft, OpeningVoucher};
pub use policy::PolicyRecord;
pub use register::{
    BatchRecord, ClosedMonth, ContributionRecord, Deed, Delivered, DeliveredSum, Kept,
    LaterVoucher, NewBatch, ProducedSum, Resting, RestingKind, Withdrawal,
};
pub use schema::VERSION;
pub use search::Sought;
pub use source::{SourceFact, SourceId, SourceKind, SourceRecord};
pub use template::TemplateRecord;
pub use voucher::{
    Listed, NewVoucher, PostedBy, PostedLine, Posting, Typed, VoucherHead, VoucherRecord,
    VoucherRole,
};
