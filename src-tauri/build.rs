//! Gives each command a permission of its own, so that `capabilities/main.json` can name them.

use std::error::Error;

use tauri_build::{AppManifest, Attributes};

/// Every command that the page may be allowed to call.
const COMMANDS: &[&str] = &[
    "book_check",
    "book_close",
    "book_new",
    "book_open",
    "cooperative",
    "cooperatives",
    "demo_make",
    "dividend",
    "dividend_approve",
    "dividend_save",
    "dividend_try",
    "import_kinds",
    "import_preview",
    "import_take",
    "import_undo",
    "imports",
    "ledger",
    "ledger_choices",
    "ledger_save",
    "member",
    "members",
    "opening",
    "opening_confirm",
    "opening_save",
    "overview",
    "print_choices",
    "slips_open",
    "slips_pdf",
    "slips_save",
    "start",
    "targets",
];

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
