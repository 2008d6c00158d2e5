//! The use cases on real books: the demo district against an independent calculation, imports with
//! all their faults, dividends from draft to slip, and the accountant's own cases.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod accounts;
mod attachments;
mod bank;
mod books_told;
mod check;
mod demo;
mod desk;
mod dividend;
mod drafts;
mod import_faults;
mod import_formats;
mod kit;
mod laws;
mod ledgers;
mod life;
mod making;
mod members;
mod opening;
mod payments;
mod preview;
mod random;
mod register;
mod scenarios;
mod slips;
mod sources;
mod statements;
mod undo;
mod voucher_list;
mod vouchers;
mod vouchers_made;
mod years;
