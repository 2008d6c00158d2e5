//! Gives each command a permission of its own, so that `capabilities/main.json` can name them.

use std::error::Error;

use tauri_build::{AppManifest, Attributes};

/// Every command that the page may be allowed to call.
const COMMANDS: &[&str] = &[
    "account_add",
    "account_switch",
    "accounts",
    "attachment_add",
    "attachment_drop",
    "attachment_open",
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
    "draft",
    "draft_discard",
    "draft_post",
    "draft_review",
    "draft_save",
    "draft_unreview",
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
    "operator_set",
    "opening",
    "opening_confirm",
    "opening_save",
    "overview",
    "print_choices",
    "review_set",
    "slips_open",
    "slips_pdf",
    "slips_save",
    "source_draft",
    "sources",
    "start",
    "targets",
    "template_drop",
    "template_save",
    "voucher",
    "voucher_correct",
    "voucher_entry",
    "voucher_reverse",
    "vouchers",
    "vouchers_pdf",
    "vouchers_save",
];

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
