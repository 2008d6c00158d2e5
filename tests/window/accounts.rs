//! The chart of accounts: a sub-account more, and an account that is not needed switched off.

use tests::window::{Window, desktop};

use super::dividend::make_demo;

#[test]
fn a_sub_account_is_added_and_only_an_empty_account_is_switched_off() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    window.click("#nav a", "账簿");
    window.wait_for("document.querySelector('#sheet tr[data-kind=total]')");
    window.click("#ledger-kinds a", "科目表");
    window.wait_for("document.querySelector('#accounts tr[data-row]')");

    // Money is in the bank: it stays, and the sentence says how much.
    window.fill("#search", "yhck");
    window.wait_for("document.querySelector('#account-switch')?.textContent.includes('102')");
    window.click("#account-switch", "");
    window.wait_for("document.querySelector('#accounts-problem')?.textContent.includes('余额')");
    window.look("accounts-refused");

    // Lines stand on it as well, so nothing goes below it.
    window.click("#account-add", "");
    window.wait_for("document.querySelector('#accounts-problem')?.textContent.includes('分录')");

    window.fill("#search", "131");
    window.press(&["Enter"]);
    window.wait_for("document.querySelector('#account-switch')?.textContent.includes('131')");
    window.click("#account-add", "");
    window.wait_for("document.activeElement.id === 'account-name'");
    window.press(&["Enter"]);
    window.wait_for("document.querySelector('#account-name-problem')");
    window.look("account-new");
    window.fill("#account-name", "合作社联社");
    window.click("#account-yes", "");
    window.wait_for("document.querySelector('#accounts tr[data-row=\"131-01\"]')");
    window.wait_for_text("已加 131-01 合作社联社");

    window.click("#account-switch", "停用 131-01");
    window.wait_for_text("131-01 合作社联社 已停用");
    window.click("#account-switch", "启用 131-01");
    window.wait_for_text("131-01 合作社联社 已启用");
    window.click("#accounts tr[data-row=\"131-01\"] a", "");
    window.wait_for("location.hash.includes('/detailed/') && location.hash.includes('/131-01')");
    window.wait_for_text("131-01 合作社联社");
}

#[test]
fn a_member_in_the_list_opens_the_member_s_own_lines() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    window.go("#/ledgers/C02/member/2025-01/2025-12/-/-");
    window.wait_for("document.querySelector('#sheet tr[data-kind=line] a')");
    window.click("#sheet tr[data-kind=line] a", "");
    window.wait_for("/\\/member\\/.*\\/[A-Z]\\d+$/.test(location.hash)");
    window.wait_for("document.querySelector('#sheet tr[data-kind=subtotal]')");
}
