//! The command itself, as a script or an accountant runs it: what it prints, where, and with which
//! exit code.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod accounts;
mod backups;
mod bad_input;
mod books;
mod calc;
mod chain;
mod distribution;
mod drafts;
mod export;
mod first_year;
mod full_disk;
mod imports;
mod kills;
mod kit;
mod ledgers;
mod making;
mod registers;
mod usage;
mod vouchers;
