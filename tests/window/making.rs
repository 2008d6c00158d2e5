//! What makes vouchers by itself, in the window: a batch of geese, an asset card and its month, the
//! bank's statement, a count of cash, yields pasted from a spreadsheet; and what waits after it.

use std::fs;

use serde_json::json;
use tests::window::{Window, desktop};

use super::dividend::make_demo;
use super::imports::choose;

#[test]
fn geese_sheds_bank_and_cash_make_their_vouchers() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    batch(&window);
    card(&window);
    bank(&window);
    cash(&window);
    yields(&window);
    // The draft of the count waits, and so do the months.
    window.go("#/overview");
    window.wait_for("document.querySelector('#waiting [data-kind=drafts]')");
    window.click("#waiting [data-kind=months]", "");
    window.wait_for("document.querySelector('#waiting-list tbody tr')");
    window.look("waiting");
    window.click("#waiting-list tbody a", "");
    window.wait_for("location.hash.startsWith('#/closing/')");
}

/// Goslings are bought; more cannot die than live; the draft is posted and leads back.
fn batch(window: &Window) {
    window.go("#/yields/C03/flocks");
    window.click("#flock-begin", "");
    window.wait_for("document.querySelector('#flock-name')");
    window.fill("#flock-name", "春一批");
    window.click("#flock-yes", "");
    window.wait_for("document.querySelector('#flocks tr[data-row]')");
    window.click("#flock-note", "");
    window.wait_for("document.querySelector('#move-birds')");
    for (field, text) in [("on", "2025-12-05"), ("birds", "1000"), ("amount", "12000")] {
        window.fill(&format!("#move-{field}"), text);
    }
    window.click("#move-yes", "");
    window.wait_for("document.querySelector('#moves a[href^=\"#/draft/\"]')");
    window.click("#flock-note", "");
    choose(window, "#move-kind", "died");
    window.wait_for("!document.querySelector('#move-amount')");
    window.fill("#move-on", "2025-12-06");
    window.fill("#move-birds", "1200");
    window.click("#move-yes", "");
    window.wait_for_text("存栏只有 1000 只");
    window.look("flock-more-than-live");
    window.press(&["Escape"]);
    window.click("#moves a[href^=\"#/draft/\"]", "");
    window.wait_for("document.querySelector('[data-origin=flock]')");
    window.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    window.go("#/yields/C03/flocks");
    window.wait_for("document.querySelector('#moves a[href*=\"/voucher/\"]')");
    window.look("flocks");
}

/// A shed is charged from the month after, once the voucher was looked at.
fn card(window: &Window) {
    window.go("#/assets/C03");
    window.click("#asset-add", "");
    window.wait_for("document.querySelector('#asset-code')");
    let fields = [
        ("code", "G01"),
        ("name", "鹅舍"),
        ("in_use_on", "2025-11-20"),
        ("cost", "240000"),
        ("salvage", "12000"),
        ("months", "0"),
    ];
    for (field, text) in fields {
        window.fill(&format!("#asset-{field}"), text);
    }
    window.click("#asset-yes", "");
    window.wait_for("document.querySelector('#asset-months-problem')");
    window.fill("#asset-months", "240");
    window.click("#asset-yes", "");
    window.wait_for("document.querySelector('#assets tr[data-row=G01]')");
    window.wait_for("document.querySelector('#charge-month').value === '2025-12'");
    window.wait_for_text("950.00");
    window.click("#charge-make", "");
    window.wait_for_text("已计提：2025-12");
    window.look("assets");
}

/// The bank knows of a fee that the books do not; with it both come to the same.
fn bank(window: &Window) {
    window.go("#/bank/C03/bank/102/2025-12");
    window.wait_for("document.querySelector('#reconciliation')");
    let book: String = window.text("#reconciliation tbody tr td:last-child");
    let book = book.replace(',', "").replace('\u{2212}', "-");
    let path = window.home().join("对账单.csv");
    let text = format!(
        "账号：0123\n交易日期,摘要,借方发生额,贷方发生额,余额\n\
         2025-12-06,购雏鹅,12000.00,,\n2025-12-31,手续费,15.00,,{book}\n"
    );
    fs::write(&path, text).expect("a statement");
    window.fill("#bank-path", path.to_str().expect("UTF-8"));
    window.click("#bank-take", "");
    window.wait_for_text("自动核对上 1 笔");
    window.wait_for("document.querySelector('#matched tbody tr')");
    window.click("#bank-reconcile", "");
    window.wait_for("document.querySelector('#reconcile-problem')");
    window.look("bank-unexplained");
}

/// What is missing in the box becomes a draft.
fn cash(window: &Window) {
    window.go("#/bank/C03/cash");
    window.wait_for("document.querySelector('#cash-count')");
    window.fill("#cash-on", "2025-12-31");
    window.fill("#piece-100", "3");
    window.click("#cash-count", "");
    window.wait_for("document.querySelector('#cash-counts a[href^=\"#/draft/\"]')");
    window.look("cash");
}

/// Rows of a spreadsheet are pasted; a fault stands at its cell and nothing is taken.
fn yields(window: &Window) {
    window.go("#/yields/C03/yield/2025");
    window.wait_for("document.querySelector('#yield-grid input')");
    let paste = |text: &str| {
        let script = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0].text);
            document.querySelector('#yield-grid input').dispatchEvent(new ClipboardEvent('paste',
              { clipboardData: data, bubbles: true, cancelable: true }));";
        window.run(script, json!({ "text": text }));
    };
    paste("2025-12-01\t无花果\t120.5\t斤\n2025-12-02\t无花果\t多少\t斤\n");
    window.click("#grid-take", "");
    window.wait_for("document.querySelector('#grid-faults')");
    window.wait_for("document.querySelectorAll('#yield-grid [aria-invalid=true]').length === 1");
    window.look("yield-faults");
    paste("2025-12-01\t无花果\t120.5\t斤\n2025-12-02\t无花果\t80\t斤\n");
    window.click("#grid-take", "");
    window.wait_for_text("已登记 2 行");
    window.wait_for("document.querySelector('#entries tr[data-row]')");
    window.look("yields");
}
