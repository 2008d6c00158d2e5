//! The book from outside: what its constraints and triggers refuse, what it keeps, and how it is
//! opened, made and filled.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod assets;
mod chain;
mod check;
mod closing;
mod distribution;
mod draft;
mod full_disk;
mod kit;
mod members;
mod opening;
mod register;
mod round_trip;
mod voucher;
