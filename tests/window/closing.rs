//! From an open month to a closed year with its distribution posted, and to the printed form.

use std::fs;

use tests::window::{Window, desktop};

use super::dividend::make_demo;

#[test]
fn a_year_is_closed_and_its_distribution_posted_and_printed() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    // The sheep: eleven months one after the other, each by the same button.
    window.go("#/closing/C02/2025");
    for month in 1..=11 {
        let tile = format!("#month-2025-{month:02}");
        window.wait_for(&format!(
            "document.querySelector('#month-close')?.textContent.includes('2025-{month:02}')"
        ));
        window.click("#month-close", "");
        window.wait_for(&format!("document.querySelector('{tile}').dataset.state === 'closed'"));
    }
    window.look("closing-eleven-months");
    // The year takes December along, once its vouchers were looked at.
    window.click("#year-check", "");
    window.wait_for_text("结转本年盈余");
    window.wait_for("document.querySelector('[data-year-state=open]')");
    window.click("#year-close", "");
    window.wait_for("document.querySelector('[data-year-state=closing]')");
    window.click("#posting-check", "");
    window.wait_for_text("剩余盈余分配");
    window.look("closing-distribution");
    window.click("#posting-post", "");
    window.wait_for("document.querySelector('[data-year-state=closed]')");
    // Nothing that the members' meeting resolved on is opened again.
    window.click("#year-reopen", "");
    window.wait_for("document.querySelector('#reason-text')");
    window.fill("#reason-text", "漏记");
    window.click("#reason-yes", "");
    window.wait_for_text("2025 年通过的盈余分配");
    window.press(&["Escape"]);

    paid(&window);
    printed(&window);
    gone_back_to(&window);
}

/// A member is paid a part, more than is owed is refused at its field, and then all are paid.
fn paid(window: &Window) {
    window.go("#/dividend/C02/2025");
    window.click("#dividend-pay", "");
    window.wait_for("document.querySelector('#owed tbody input')");
    window.fill("#pay-on", "2026-02-01");
    window.click("#owed tr[data-row=A01] input", "");
    window.fill("#pay-amount", "9999999");
    window.click("#pay-make", "");
    window.wait_for("document.querySelector('#pay-amount-problem')");
    window.look("payments-too-much");
    window.fill("#pay-amount", "1000");
    window.click("#pay-make", "");
    window.wait_for_text("已发放 1 人 1,000.00");
    let barriers = window.barriers();
    assert!(barriers.is_empty(), "{barriers:?}");
    window.click("#pay-make", "");
    window.wait_for("document.querySelector('#pay-make').disabled");
    window.look("payments-all-paid");
}

/// The form holds its checks and is written as PDF.
fn printed(window: &Window) {
    window.go("#/statements/C02/balance_sheet/2025");
    window.wait_for("document.querySelector('#statement-verdict.ok')");
    let path = window.home().join("资产负债表.pdf");
    window.fill("#statement-path", path.to_str().expect("UTF-8"));
    window.click("#statement-save", "");
    window.wait_for_text("已写到");
    assert!(fs::read(&path).expect("the form").starts_with(b"%PDF"));
}

/// Each close left a copy, and any of them can be gone back to.
fn gone_back_to(window: &Window) {
    window.go("#/backup");
    window.wait_for("document.querySelectorAll('#own-list tbody tr').length >= 11");
    window.click("#own-list tbody button", "");
    let back = window.home().join("恢复.baotuan");
    window.fill("#restore-to", back.to_str().expect("UTF-8"));
    window.click("#restore-do", "");
    window.wait_for_text("已恢复到");
    assert!(back.is_file());
    window.look("backup-restored");

    // The start goes back to a copy as well, and says when the last one was made.
    window.go("#/start");
    window.click("#book-restore", "");
    window.wait_for("document.querySelector('#restore-file')");
    window.fill("#restore-from", back.to_str().expect("UTF-8"));
    window.fill("#restore-file", back.to_str().expect("UTF-8"));
    window.click("#restore-yes", "");
    window.wait_for("document.querySelector('#restore [data-code]')");
    let again = window.home().join("又恢复.baotuan");
    window.fill("#restore-file", again.to_str().expect("UTF-8"));
    window.look("start-restore");
    window.click("#restore-yes", "");
    window.wait_for("document.querySelector('#status-book').title.includes('又恢复')");
    window.go("#/start");
    window.wait_for("document.querySelector('#recent tr[data-row]')");
    window.look("start-recent");
}
