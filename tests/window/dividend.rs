//! From the demo district to printed slips: the fig cooperative's dividend, with a guaranteed part
//! and a second distribution, is tried, drafted, approved and printed.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use tests::window::{Window, desktop};

use super::imports::choose;

const FIG: &str = "C03";
const TABLE: &str = "dividend-members";

#[test]
fn the_dividend_goes_from_the_demo_district_to_printed_slips() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    println!("first paint after {} ms", window.first_paint_ms());

    make_demo(&window);
    let planned = look_at_the_plan(&window);
    let tried = try_another_rate(&window, &planned);
    save_and_approve(&window, &tried);
    print(&window, &tried);

    assert_eq!(window.policy_violations(), [""; 0], "the page's own policy was broken");
}

/// The plan of another cooperative is put before the meeting, taken back, put there again,
/// approved, and reversed: the year is free for another run, and what was is told.
#[test]
fn a_plan_goes_before_the_meeting_and_what_was_approved_is_reversed() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    make_demo(&window);
    window.go(&format!("#/dividend/{FIG}/2025"));
    present(&window, "2025-12-31");
    window.wait_for_text("不晚于年末");
    window.look("dividend-present");
    window.fill("#present-on", "2026-01-05");
    window.click("#present-yes", "");
    window.wait_for("document.querySelector('#dividend-withdraw')");
    assert_eq!(window.run("return document.querySelectorAll('.scheme input').length", json!(0)), 0);
    window.look("dividend-presented");
    window.click("#dividend-withdraw", "");
    window.fill("#reason-text", "改保底");
    window.click("#reason-yes", "");
    window.wait_for("document.querySelector('#dividend-guaranteed-rate')");
    present(&window, "2026-01-08");
    window.wait_for("document.querySelector('#dividend-withdraw')");
    window.press(&["Control", "Enter"]);
    window.fill("#approve-resolution", "果社〔2026〕1号");
    window.fill("#approve-on", "2026-01-23");
    window.click("#approve-yes", "");
    window.wait_for("document.querySelector('#dividend-reverse')");
    window.wait_for_text("备查 15 天");
    window.click("#dividend-reverse", "");
    window.fill("#reverse-on", "2026-01-30");
    window.fill("#reverse-reason", "大会撤销决议");
    window.click("#reverse-yes", "");
    window.wait_for("document.querySelector('[data-run=\"1\"]')");
    window.wait_for("document.querySelector('#dividend-save')");
    window.look("dividend-reversed");
}

fn present(window: &Window, on: &str) {
    window.click("#dividend-present", "");
    window.fill("#present-on", on);
    window.click("#present-yes", "");
}

pub fn make_demo(window: &Window) {
    let path = window.home().join("documents/示范区.baotuan");
    window.wait_for("document.documentElement.dataset.ready");
    window.fill("#demo-path", path.to_str().expect("UTF-8"));
    window.click("#demo-make", "");
    window.wait_for("document.querySelector('#main > .page-overview')");
    assert!(path.is_file());
}

/// The plan of the demo district: what each member gets is known beforehand.
fn look_at_the_plan(window: &Window) -> BTreeMap<String, i64> {
    window.go(&format!("#/dividend/{FIG}/2025"));
    unfold(window);
    let planned = totals(window);
    assert_eq!(planned, expected());
    planned
}

/// Another guaranteed rate is worked out while the hands rest, beside the plan. Nothing is saved.
fn try_another_rate(window: &Window, planned: &BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    // A preset fills the rates; another rate is a scheme of one's own.
    choose(window, "#dividend-preset", "shares");
    window.wait_for("document.querySelector('#dividend-guaranteed-rate').value === ''");
    window.wait_for("document.querySelector('#dividend-patronage-share').value === '0'");
    choose(window, "#dividend-preset", "law");
    window.wait_for("document.querySelector('#dividend-patronage-share').value === '60'");
    window.fill("#dividend-guaranteed-rate", "3");
    window.wait_for("document.querySelector('#dividend-members [data-column=planned]')");
    window.wait_for("document.querySelector('#dividend-preset').value === ''");
    let tried = totals(window);
    assert_ne!(&tried, planned);
    assert_eq!(tried.keys().collect::<Vec<_>>(), planned.keys().collect::<Vec<_>>());
    assert_eq!(sum(&tried), sum(planned), "the pool is the same, to the fen");
    for (member, text) in window.column(TABLE, "difference") {
        if let Some(total) = tried.get(&member) {
            assert_eq!(fen(&text), total - planned[&member], "{member}");
        }
    }
    window.look("dividend-trial");
    tried
}

fn save_and_approve(window: &Window, tried: &BTreeMap<String, i64>) {
    window.press(&["Control", "s"]);
    window.wait_for("!document.querySelector('#dividend-save')");
    assert_eq!(&totals(window), tried, "what was tried is what was saved");

    window.click("#dividend-approve", "");
    window.fill("#approve-resolution", "无花果社〔2026〕1号");
    window.fill("#approve-on", "2026-01-20");
    window.look("dividend-approve");
    window.click("#approve-yes", "");
    window.wait_for("!document.querySelector('dialog[open]')");
    window.wait_for_text("无花果社〔2026〕1号");
    unfold(window);
    assert_eq!(&totals(window), tried, "what was saved is what was approved");
    assert_eq!(window.run("return document.querySelectorAll('.scheme input').length", json!(0)), 0);
}

/// The slips say what the window said, in the file and in the system's viewer alike.
fn print(window: &Window, approved: &BTreeMap<String, i64>) {
    window.click("#dividend-print", "");
    window.wait_for("document.querySelector('#preview-canvas')?.dataset.drawn === '1'");
    window.look("print-fig");

    let path = window.home().join("documents/无花果.pdf");
    window.fill("#print-path", path.to_str().expect("UTF-8"));
    window.click("#print-save", "");
    window.wait_for_text("无花果.pdf");
    window.wait_for("document.querySelector('#notice').textContent.includes('无花果.pdf')");

    let text = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
    let text = text.expect("pdftotext of poppler-utils");
    let text = String::from_utf8(text.stdout).expect("UTF-8");
    assert_eq!(
        text.matches("无花果社〔2026〕1号").count(),
        approved.len(),
        "a slip for each member"
    );
    for (member, total) in approved {
        assert!(text.contains(&yuan(*total)), "{member}: no {} in\n{text}", yuan(*total));
    }

    window.click("#print-open", "");
    window.wait_for("!document.querySelector('[aria-busy=true]')");
    let viewed = wait_for_viewer(window);
    assert_eq!(fs::read(viewed).expect("the viewed file"), fs::read(&path).expect("the saved one"));
}

/// The viewer is a program of its own; it has the file once the shell has answered.
fn wait_for_viewer(window: &Window) -> std::path::PathBuf {
    let before = window.text("#notice");
    if window.viewed().is_empty() {
        let changed =
            format!("document.querySelector('#notice').textContent.trim() !== {}", json!(before));
        window.wait_for(&changed);
    }
    window.viewed().pop().expect("the slips were handed to the viewer")
}

fn unfold(window: &Window) {
    window.wait_for(&format!("document.querySelector('#{TABLE} tr[data-row]')"));
    let fold = "return document.querySelector('#dividend-fold[aria-expanded=false]')?.id ?? null";
    if window.run(fold, Value::Null).is_string() {
        window.click("#dividend-fold", "");
    }
    window.frame();
}

/// What each member gets, from the table; the fold and the sum row are left out once they agree
/// with the members.
fn totals(window: &Window) -> BTreeMap<String, i64> {
    let column = window.column(TABLE, "total").into_iter();
    let mut totals: BTreeMap<_, _> = column.map(|(key, text)| (key, fen(&text))).collect();
    totals.remove("others");
    let total = totals.remove("total").expect("a sum row");
    assert_eq!(sum(&totals), total, "the sum row is the sum of the members");
    totals
}

fn sum(totals: &BTreeMap<String, i64>) -> i64 {
    totals.values().sum()
}

fn expected() -> BTreeMap<String, i64> {
    let path = tests::repository().join("tests/cases/demo-expected.json");
    let cases: Value = serde_json::from_slice(&fs::read(path).expect("the cases")).expect("JSON");
    let members = cases["cooperatives"][FIG]["members"].as_object().expect("members");
    members.iter().map(|(code, total)| (code.clone(), fen(total.as_str().expect("yuan")))).collect()
}

/// `1,234.50` in fen. A minus is U+2212 on the page.
fn fen(text: &str) -> i64 {
    let digits = text.replace(',', "").replace('\u{2212}', "-");
    let (yuan, fen) = digits.split_once('.').unwrap_or_else(|| panic!("{text:?} is no amount"));
    format!("{yuan}{fen}").parse().unwrap_or_else(|_| panic!("{text:?} is no amount"))
}

/// Fen as they are printed: `1,234.50`.
fn yuan(fen: i64) -> String {
    let yuan = (fen / 100).to_string();
    let groups: Vec<&str> =
        yuan.as_bytes().rchunks(3).rev().map(|g| str::from_utf8(g).unwrap_or_default()).collect();
    format!("{}.{:02}", groups.join(","), fen % 100)
}

#[test]
fn amounts_on_the_page_are_read_to_the_fen() {
    assert_eq!(fen("1,234.50"), 123_450);
    assert_eq!(fen("\u{2212}0.07"), -7);
    assert_eq!(yuan(123_450), "1,234.50");
    assert_eq!(yuan(7), "0.07");
}
