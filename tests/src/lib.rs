//! The test kit: the real window, driven as a person would, and where the repository lies.

#![expect(clippy::expect_used, reason = "what fails here fails the test")]

pub mod webdriver;
pub mod window;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn repository() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}
