//! The book as one SQLite file: everything that is kept, and the constraints that keep it right.
//!
//! Reading and writing are different handles: [`Reading`] sees one unchanging state of the book,
//! [`Work`] is one transaction that is saved whole or not at all. At rest the book is exactly one
//! file: rollback journal, not WAL, since accountants copy it to USB sticks.

mod account;
mod asset;
mod attachment;
mod backup;
mod bank;
mod book;
mod cash;
mod chain;
mod check;
mod closing;
mod distribution;
mod draft;
mod error;
mod flock;
mod income;
mod ledger;
mod month;
mod open;
mod opening;
mod origin;
mod policy;
mod recurring;
mod register;
mod row;
mod schema;
mod search;
mod source;
mod template;
mod upgrade;
mod voided;
mod voucher;

pub use asset::{AssetRecord, ChargeRecord, NewAsset, NewCharge};
pub use attachment::AttachmentRecord;
pub use backup::{BackupRecord, Whole, verify};
pub use bank::{
    BankLine, BankPlace, BookLine, BookPlace, NewBankLine, ReconciliationRecord, StatementRecord,
};
pub use book::BookCounts;
pub use cash::{CashCountRecord, NewCashCount};
pub use chain::{ChainFault, FinalKind, LogEntry};
pub use check::{BookFault, CheckedCounts};
pub use closing::{BelowZero, StepRecord, YearChange, YearRecord};
pub use distribution::{
    ApprovedMember, ApprovedResult, DistributionState, Presentation, Resolution, ReversedRun,
    SavedDistribution, VillageDividend,
};
pub use draft::{DraftRecord, NewDraft};
pub use error::StoreError;
pub use flock::{FlockRecord, MoveRecord, NewFlock};
pub use income::IncomeRecord;
pub use ledger::{Detail, DetailSum, LedgerLine, MonthSum};
pub use open::{Clock, Earlier, Hold, Reading, Store, Work};
pub use opening::{OpeningDraft, OpeningVoucher};
pub use origin::Origin;
pub use policy::PolicyRecord;
pub use recurring::{NewRecurring, RecurringRecord};
pub use register::{
    BatchRecord, ClosedMonth, ContributionRecord, Deed, Delivered, DeliveredSum, Kept,
    LaterVoucher, MemberChange, NewBatch, NewShareMove, ProducedSum, ReserveShare, Resting,
    RestingKind, ShareMovePart, ShareMoveRecord, Withdrawal,
};
pub use schema::VERSION;
pub use search::Sought;
pub use source::{SourceFact, SourceId, SourceKind, SourceRecord};
pub use template::TemplateRecord;
pub use voided::Voided;
pub use voucher::{
    Listed, NewVoucher, PostedBy, PostedLine, Posting, Typed, VoucherHead, VoucherRecord,
    VoucherRole,
};
