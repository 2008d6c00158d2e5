//! What the accountant does with a book: open it, import registers, work out a dividend, check the
//! district's year, print slips. Every use case loads facts, lets the domain decide, and saves.
//!
//! No windows here, and no command line: both only translate.

mod account;
mod asset;
mod attachment;
mod backup;
mod bank;
mod book;
pub mod calc;
mod cash;
mod chart;
mod closing;
mod day;
mod demo;
mod desk;
mod district;
mod dividend;
mod draft;
mod export;
mod failure;
mod fault_text;
mod finding_text;
mod flock;
mod growing;
pub mod import;
mod ledger;
mod made_line;
mod month;
mod opening;
mod origin;
mod paper;
mod payment;
mod policy;
pub mod problem;
mod recurring;
mod register;
mod report;
mod reserve;
mod share;
mod source;
mod statement;
mod template;
mod typed;
pub mod view;
mod voucher;
mod waiting;
mod yields;

pub use backup::{backups_in, restore};
pub use book::Book;
pub use desk::{Desk, DeskHome};
pub use dividend::preset_scheme;
pub use problem::{Problem, ProblemKind};
pub use store::Hold;
pub use voucher::Printed;
