//! Members in the window: one joins, its register changes, it puts in, passes on and leaves; what
//! it was stays on its page, and each move has its voucher.

use tests::window::{Window, desktop};

use super::dividend::make_demo;
use super::imports::choose;

#[test]
fn a_member_joins_changes_passes_on_and_leaves() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    make_demo(&window);
    window.go("#/members/C03/2025");
    // Nothing of the reserve is open: said with the way on, and nothing happens.
    window.click("#reserve-quantify", "");
    window.click("#reserve-yes", "");
    window.wait_for_text("没有要量化的");
    window.look("reserve-nothing");
    window.press(&["Escape"]);
    window.click("#member-add", "");
    window.wait_for("document.querySelector('#member-code')");
    window.fill("#member-code", "H900");
    window.fill("#member-name", "村民九百");
    window.fill("#member-id_number", "110105194912310021");
    window.click("#member-yes", "");
    // Its number fails the check: taken, with a note on its page.
    window.wait_for_text("校验不符");
    changes(&window);
    puts_in(&window);
    passes_on(&window);
    leaves(&window);
}

/// The head of the household changes; a change that is none is refused.
fn changes(window: &Window) {
    window.click("#member-change", "");
    window.wait_for("document.querySelector('#change-head')");
    window.fill("#change-reason", "登记户主");
    window.click("#change-yes", "");
    window.wait_for_text("没有变化");
    window.fill("#change-head", "王五");
    window.fill("#change-on", "2025-12-20");
    window.click("#change-yes", "");
    let told = "document.querySelector('#member-changes').textContent.includes('登记户主')";
    window.wait_for(told);
}

/// What it puts in makes a draft; once posted the voucher stands on the page.
fn puts_in(window: &Window) {
    note(window, "put_in", &[("amount", "1000"), ("share_class", "个人股")]);
    window.wait_for("location.hash.startsWith('#/draft/')");
    window.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    window.go("#/member/C03/H900/2025");
    window.wait_for("document.querySelector('#member-moves a[href*=\"/voucher/\"]')");
    window.look("member-moves");
}

/// More than it has is refused with the figure; a part passes to another member.
fn passes_on(window: &Window) {
    note(window, "passed", &[("amount", "1000.01"), ("reason", "继承")]);
    window.wait_for_text("只有 1,000.00");
    window.look("member-passes-more");
    window.fill("#share-amount", "400");
    window.click("#share-yes", "");
    window.wait_for("location.hash.startsWith('#/draft/')");
    window.go("#/member/C03/H900/2025");
    window.wait_for("document.querySelectorAll('#member-moves tbody tr').length === 2");
}

/// Who leaves takes all that is left.
fn leaves(window: &Window) {
    note(window, "left", &[("reason", "迁出")]);
    window.wait_for("location.hash.startsWith('#/draft/')");
    window.go("#/member/C03/H900/2025");
    window.wait_for("document.querySelectorAll('#member-moves tbody tr').length === 3");
    assert!(window.text("#page-context").contains("2025-12-21 退社"));
}

fn note(window: &Window, kind: &str, fields: &[(&str, &str)]) {
    window.click("#member-move", "");
    window.wait_for("document.querySelector('#share-kind')");
    if kind != "put_in" {
        choose(window, "#share-kind", kind);
        window.wait_for("!document.querySelector('#share-premium')");
    }
    window.fill("#share-on", "2025-12-21");
    for (field, text) in fields {
        window.fill(&format!("#share-{field}"), text);
    }
    window.click("#share-yes", "");
}
