//! The real window under a display: the accountant's afternoon with the demo district, from the
//! fig cooperative's draft to the printed slips, and every screen in both languages and lights.
//!
//! `tests/run.sh` builds the program and names it in `BAOTUAN_DESKTOP`.

#![expect(clippy::expect_used, reason = "what fails here fails the test")]

mod accounts;
mod book;
mod closing;
mod dividend;
mod imports;
mod ledgers;
mod making;
mod members;
mod screens;
mod vouchers;
