//! One program of tests over the whole workspace, so that it links once.

#![expect(clippy::expect_used, reason = "what fails here fails the test")]

mod judges;
mod tidy;
