//! The accountant's morning: a table pasted from a spreadsheet with one fault, seen, mended,
//! imported and taken back; and the balances that the books begin with.

use serde_json::{Value, json};
use tests::window::{Window, desktop};

use super::dividend::make_demo;

const PASTED: &str = "日期\t凭证号\t说明\t科目\t借方\t贷方\n\
    2026-01-05\t1\t卖无花果\t102\t1,200.00\t\n\
    2026-01-05\t1\t卖无花果\t502\t\t12OO.00\n";

#[test]
fn a_pasted_table_is_mended_imported_and_taken_back() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    make_demo(&window);
    let before = window.text("#status");

    window.go("#/import/vouchers/C03");
    window.look("import-history");
    paste(&window, PASTED);
    window.wait_for_text("缺少列“摘要”");
    choose(&window, "#map-2", "summary");
    window.wait_for("document.querySelector('#import-rows .wrong')");
    assert_eq!(
        window.text("#import-rows tr.faulty + .fault"),
        "“贷方”“12OO.00”不是数字，应写成 1200.50 的样子"
    );
    assert_eq!(window.text("#import-faults b"), "1 处要改");
    window.look("import-fault");
    let barriers = window.barriers();
    assert_eq!(barriers, [""; 0], "{barriers:#?}");
    window.click("#import-take", "");
    assert_eq!(window.text("#import-reason"), "1 处要改，改好才能导入");

    // Mended where it was pasted: the columns stay as they were chosen.
    type_in(&window, &PASTED.replace('O', "0"));
    window.wait_for("document.querySelector('#import-take.filled')");
    window.look("import-ready");
    window.press(&["Control", "Enter"]);
    window.wait_for_text("第 10 批：导入 2 行，1 张凭证。");
    window.wait_for("document.querySelector('#undo-10')");
    assert_ne!(window.text("#status"), before, "one voucher more");

    // What an approved distribution rests on stays, and the sentence says so.
    window.click("#undo-8", "");
    window.click("#undo-yes", "");
    window.wait_for("document.querySelector('#undo-problem')");
    assert!(window.text("#undo-problem").contains("第 8 批"), "{}", window.text("#undo-problem"));
    window.look("import-undo-refused");

    window.click("#undo-10", "");
    window.wait_for("document.querySelector('dialog[open]')");
    window.look("import-undo");
    window.click("#undo-yes", "");
    window.wait_for("!document.querySelector('#undo-10')");
    window.wait_for_text("第 10 批已撤销。");
    assert_eq!(window.policy_violations(), [""; 0]);
}

#[test]
fn opening_balances_are_typed_and_confirmed() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    make_demo(&window);
    window.go("#/import/cooperatives");
    paste(&window, "编号\t名称\t启用月份\nC90\t新合作社\t2026-01\n");
    window.wait_for("document.querySelector('#import-take.filled')");
    window.click("#import-take", "");
    window.wait_for("document.querySelector('#undo-10')");

    window.go("#/opening/C90");
    window.fill("#opening tr[data-row='102'] input[data-side=debit]", "880");
    window.fill("#opening tr[data-row='321'] input[data-side=credit]", "8oo");
    window.wait_for("document.querySelector('#opening-faults')");
    window.look("opening-typed");
    window.fill("#opening tr[data-row='321'] input[data-side=credit]", "800");
    window.wait_for("document.querySelector('#opening-difference b').textContent === '80.00'");
    window.go("#/overview");
    window.go("#/opening/C90");
    let kept = "return document.querySelector(\"[data-row='102'] input\").value";
    assert_eq!(window.run(kept, Value::Null), "880", "what was typed is there again");
    window.fill("#opening tr[data-row='321'] input[data-side=credit]", "880");
    window.wait_for("document.querySelector('#opening-confirm.filled')");
    window.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('dialog[open]')");
    window.look("opening-confirm");
    window.click("#opening-yes", "");
    window.wait_for("document.querySelector('#opening-locked')");
    assert!(window.text("#opening-locked").contains("2025-12 期初-001"));
    window.look("opening-locked");
    assert_eq!(window.policy_violations(), [""; 0]);
}

/// Pastes as the clipboard does: the field has the text, and is told that it was pasted.
fn paste(window: &Window, text: &str) {
    put(window, text, "insertFromPaste");
    window.wait_for("document.querySelector('#import-rows')");
}

/// The text as if it had been typed.
fn type_in(window: &Window, text: &str) {
    put(window, text, "insertText");
}

fn put(window: &Window, text: &str, how: &str) {
    let script = "const field = document.querySelector('#import-text');
        field.value = arguments[0].text;
        field.dispatchEvent(new InputEvent('input',
            { inputType: arguments[0].how, bubbles: true }));";
    window.run(script, json!({ "text": text, "how": how }));
}

pub fn choose(window: &Window, select: &str, value: &str) {
    let script = "const field = document.querySelector(arguments[0].select);
        field.value = arguments[0].value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    window.run(script, json!({ "select": select, "value": value }));
}
