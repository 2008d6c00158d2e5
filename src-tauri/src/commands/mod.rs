//! What the page may ask, one file per area. Each command translates and returns.

pub mod accounts;
pub mod bank;
pub mod book;
pub mod closing;
pub mod district;
pub mod dividend;
pub mod drafts;
pub mod imports;
pub mod ledger;
pub mod making;
pub mod payment;
pub mod print;
pub mod register;
pub mod statements;
pub mod vouchers;
