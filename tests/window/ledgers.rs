//! From a figure of the trial balance to the lines behind it, and to paper.

use std::fs;

use tests::window::{Window, desktop};

use super::dividend::make_demo;

#[test]
fn a_figure_opens_its_lines_and_the_ledger_goes_to_paper() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    window.click("#nav a", "账簿");
    window.wait_for("document.querySelector('#sheet tr[data-kind=total]')");
    window.click("#sheet a", "113");
    window.wait_for("document.querySelector('#sheet-head')?.textContent.includes('明细账')");
    window.wait_for_text("113 应收款");

    // By the initials of its name, the way a bank account is asked for.
    window.click("#ledger-account", "");
    window.fill("#ledger-account", "yhck");
    window.press(&["Enter"]);
    window.wait_for_text("102 银行存款");
    window.wait_for("location.hash.includes('/102/')");
    let voucher = window.run(
        "return document.querySelector('#sheet td.voucher a')?.getAttribute('href')",
        serde_json::Value::Null,
    );
    let voucher = voucher.as_str().unwrap_or_default();
    assert!(voucher.starts_with("#/voucher/"), "{voucher}");

    let path = window.home().join("银行明细账.xlsx");
    window.fill("#ledger-path", path.to_str().expect("UTF-8"));
    window.click("#ledger-save", "");
    window.wait_for_text("已写到");
    assert!(fs::read(&path).expect("the workbook").starts_with(b"PK"));
    window.look("ledger-saved");
}
