//! The rules of a village cooperative's books, dividends and targets, as functions from data to
//! data.
//!
//! Reading order for a newcomer: [`money`] (whole fen, the one split, the one rounding),
//! [`member`], [`share`] and [`share_move`] (who takes part, with what, and how that changes),
//! [`account`] and [`voucher`] (the books), [`statement`] (the year's surplus), [`distribution`]
//! (from surplus to what each member gets), [`target`] (the district's year), [`slip`] and
//! [`voucher_paper`] (what the printed papers say) and [`sheet`] (what a ledger shows).
//!
//! Nothing here knows of SQL, JSON, files, windows or of today's date.

pub mod account;
pub mod appropriation;
pub mod asset;
pub mod bank;
pub mod capitals;
pub mod check_code;
pub mod closing;
pub mod cooperative;
pub mod decimal;
pub mod distribution;
pub mod finding;
pub mod flock;
pub mod forms;
pub mod id;
pub mod member;
pub mod money;
pub mod payment;
pub mod period;
pub mod quantity;
pub mod rate;
pub mod ratio;
pub mod reserve;
pub mod share;
pub mod share_move;
pub mod sheet;
pub mod slip;
pub mod statement;
pub mod target;
pub mod village;
pub mod voucher;
pub mod voucher_paper;
pub mod working;
pub mod yields;

pub use decimal::NumberError;
pub use money::Money;
pub use period::{FiscalYear, Month, Term};
pub use quantity::Quantity;
pub use rate::Rate;
