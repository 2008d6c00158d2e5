//! Vouchers typed as a bookkeeper's hands do it: with few keys, nothing lost, everything that
//! stands in the way said beside its field, and red letters for what was wrong.

use std::cell::Cell;
use std::fs;

use serde_json::json;
use tests::window::{Window, desktop};

/// Keys that a voucher of three lines may take, beside the characters of amounts and summaries.
const MOST_KEYS: usize = 25;

/// Hands on the keyboard, which count what they press.
struct Hands<'a> {
    window: &'a Window,
    pressed: Cell<usize>,
}

impl<'a> Hands<'a> {
    fn on(window: &'a Window) -> Self {
        Hands { window, pressed: Cell::new(0) }
    }

    /// Presses keys together.
    fn press(&self, keys: &[&str]) -> &Self {
        self.pressed.set(self.pressed.get() + keys.len());
        self.window.press(keys);
        self
    }

    /// Presses the key of each character, such as the digits of an account.
    fn keys(&self, characters: &str) -> &Self {
        for character in characters.chars() {
            self.press(&[&character.to_string()]);
        }
        self
    }

    /// Types what any voucher needs, an amount or a summary, as an input method puts it in.
    fn says(&self, text: &str) -> &Self {
        let script = "document.execCommand('insertText', false, arguments[0])";
        self.window.run(script, json!(text));
        self
    }

    /// Waits until the field has the focus.
    fn at(&self, field: &str) -> &Self {
        self.window.wait_for(&format!("document.activeElement?.id === {}", json!(field)));
        self
    }
}

/// A window with the demo district, at the vouchers of the goose cooperative.
fn at_the_vouchers(window: &Window) {
    let path = window.home().join("示范区.baotuan");
    make_demo(window, path.to_str().expect("UTF-8"));
    window.go("#/vouchers/C01/2025");
    window.wait_for("document.querySelector('#voucher-list tr[data-row]')");
}

fn make_demo(window: &Window, path: &str) {
    window.wait_for("document.documentElement.dataset.ready");
    window.fill("#demo-path", path);
    window.click("#demo-make", "");
    window.wait_for("document.querySelector('#main > .page-overview')");
}

/// Feed and what fetching it cost, paid in cash, in three lines; the last amount is the difference.
fn type_feed(hands: &Hands) {
    hands.press(&["Control", "n"]).at("voucher-date").press(&["Enter"]);
    hands.at("voucher-0-summary").says("购饲料").press(&["Enter"]);
    hands.keys("12101").press(&["Enter"]).at("voucher-0-debit").says("48600").press(&["Enter"]);
    hands.press(&["Enter"]).keys("523").press(&["Enter"]).at("voucher-1-debit").says("11880");
    hands.press(&["Enter"]).press(&["Enter"]).keys("101").press(&["Enter"]).at("voucher-2-debit");
    hands.press(&["="]);
}

#[test]
fn three_lines_take_few_keys_and_the_paper_says_what_was_typed() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    at_the_vouchers(&window);
    let hands = Hands::on(&window);
    type_feed(&hands);
    hands.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    println!("{} keys", hands.pressed.get());
    assert!(hands.pressed.get() <= MOST_KEYS, "{} keys", hands.pressed.get());
    window.look("voucher-posted");

    assert_eq!(amounts(&window, "tbody", "debit"), ["48,600.00", "11,880.00", "", "", ""]);
    assert_eq!(amounts(&window, "tbody", "credit"), ["", "", "60,480.00", "", ""]);
    assert_eq!(amounts(&window, "tfoot", "debit"), amounts(&window, "tfoot", "credit"));

    hands.press(&["Escape"]).press(&["/"]).at("search").says("60480");
    window.wait_for("document.querySelectorAll('#voucher-list tr[data-row]').length === 1");
    let found = window.column("voucher-list", "amount");
    assert_eq!(found[0].1, "60,480.00", "the amount finds the voucher");
    assert_eq!(window.policy_violations(), [""; 0], "the page's own policy was broken");
}

#[test]
fn what_was_typed_is_there_when_the_window_was_closed_in_the_middle() {
    let Some(desktop) = desktop() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("示范区.baotuan");
    let path = path.to_str().expect("UTF-8");
    let window = Window::open(&desktop, &[]);
    make_demo(&window, path);
    window.go("#/new/C01");
    let hands = Hands::on(&window);
    hands.at("voucher-date").press(&["Enter"]).at("voucher-0-summary").says("购饲料");
    hands.press(&["Enter"]).keys("12101").press(&["Enter"]).at("voucher-0-debit").says("48600");
    window.wait_for("document.querySelector('#voucher-keeping').dataset.keeping === 'saved'");
    drop(window);

    let window = Window::open(&desktop, &[]);
    open_once_let_go(&window, path);
    window.go("#/vouchers/C01/2025");
    window.wait_for("document.querySelector('#voucher-form')");
    let kept = ["summary", "account", "debit"].map(|field| field_of(&window, 0, field));
    assert_eq!(kept, ["购饲料", "121-01 产品物资—饲料", "48,600.00"]);
    assert_eq!(window.text("#voucher-difference"), "48,600.00");
    window.look("voucher-draft-kept");
}

#[test]
fn what_stands_in_the_way_is_said_beside_its_field_and_what_was_typed_stays() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    at_the_vouchers(&window);
    let hands = Hands::on(&window);
    hands.press(&["Control", "n"]).at("voucher-date").says("2025-13-01").press(&["Enter"]);
    hands.at("voucher-0-summary").says("股金").press(&["Enter"]).keys("zzz").press(&["Tab"]);
    hands.says("100").press(&["Enter"]).press(&["Enter"]).keys("301").press(&["Enter"]);
    hands.at("voucher-1-member").press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-1-member-problem')");
    for field in ["voucher-date", "voucher-0-account", "voucher-1-member"] {
        let fault = window.text(&format!("#{field}-problem"));
        assert!(!fault.is_empty(), "{field}: nothing is said");
        println!("{field}: {fault}");
    }
    hands.at("voucher-date");
    assert_eq!(field_of(&window, 0, "account"), "zzz");
    assert_eq!(window.barriers(), [""; 0]);
    window.look("voucher-faults");
}

#[test]
fn a_voucher_is_taken_back_in_red_and_put_right_with_links_both_ways() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    at_the_vouchers(&window);
    let hands = Hands::on(&window);
    type_feed(&hands);
    // A key pressed twice does one thing.
    hands.press(&["Control", "Enter"]).press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    let number = window.text("#voucher-number");

    hands.press(&["Control", "b"]).at("correct-on").press(&["Tab"]).at("correct-reason");
    hands.press(&["Enter"]);
    window.wait_for("document.querySelector('#correct-reason-problem')");
    hands.at("correct-reason").says("金额误记").press(&["Enter"]);
    window.wait_for("document.querySelector('#voucher-form')");
    assert_eq!(field_of(&window, 0, "debit"), "48,600.00", "the same lines, to be put right");
    window.wait_for("document.querySelector('#voucher-beside tr[data-row]')");
    let beside = window.text("#voucher-beside-head");
    assert!(beside.contains(&number), "{beside} stands beside what puts {number} right");
    assert!(window.text("#voucher-beside").contains("48,600.00"));
    window.look("voucher-correcting");
    hands.at("voucher-date");
    for _ in 0..3 {
        hands.press(&["Enter"]);
    }
    hands.at("voucher-0-debit").says("48000");
    hands.press(&["Down"]).press(&["Down"]).at("voucher-2-debit").press(&["="]);
    window.wait_for("document.querySelector('#voucher-2-credit').value === '59880.00'");
    hands.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    let right = window.text("#voucher-number");

    window.click("#voucher-bound a", &number);
    window.wait_for(&format!(
        "document.querySelector('#voucher-number')?.textContent === {}",
        json!(number)
    ));
    let bound = window.text("#voucher-bound");
    assert!(bound.contains(&right), "{bound} leads to {right}");
    let posted = window.column("voucher-list", "what");
    let of_feed = posted.iter().filter(|(_, what)| what.contains("购饲料"));
    assert_eq!(of_feed.count(), 3, "the voucher, its red one, and the right one: {posted:?}");

    let red = "document.querySelector('#voucher-bound a').click()";
    window.run(red, json!(0));
    window.wait_for("document.querySelector('#voucher-paper.red')");
    assert_eq!(amounts(&window, "tbody", "debit")[0], "\u{2212}48,600.00");
    window.wait_for("document.querySelector('#voucher-beside tr[data-row]')");
    assert_eq!(window.barriers(), [""; 0]);
    window.look("voucher-red");
}

#[test]
fn somebody_else_reviews_where_the_book_says_so() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    at_the_vouchers(&window);
    let hands = Hands::on(&window);
    window.click("#voucher-settings-open", "");
    window.wait_for("document.querySelector('#voucher-settings[open]')");
    window.click("#settings-review", "");
    window.click("#settings-yes", "");
    window.wait_for("!document.querySelector('dialog[open]')");

    type_feed(&hands);
    window.wait_for("document.querySelector('#voucher-difference').textContent === '0.00'");
    window.wait_for("document.querySelector('#voucher-filled[aria-disabled]')");
    hands.press(&["Control", "Enter"]);
    window.wait_for_text("由另一人审核");

    hands.press(&["F6"]).at("settings-operator").says("审核员02").press(&["Enter"]);
    window.wait_for("!document.querySelector('dialog[open]')");
    window.wait_for("document.querySelector('#voucher-filled:not([aria-disabled])')");
    hands.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-unreview')");
    window.look("voucher-reviewed");
    hands.press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    let signed = window.text("#voucher-paper .signatures");
    assert!(signed.contains("会计") && signed.contains("审核员02"), "{signed}");
}

/// Opens the book as soon as the program that had it is gone: it ends a moment after its window.
fn open_once_let_go(window: &Window, path: &str) {
    window.wait_for("document.documentElement.dataset.ready");
    let opened = "(async () => {
        const end = performance.now() + 20000;
        for (;;) {
            try {
                return await window.__TAURI__.core.invoke('book_open', { path: argument });
            } catch (problem) {
                if (end < performance.now()) throw problem;
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
        }
    })()";
    window.ask(opened, json!(path));
    window.fill("#open-path", path);
    window.click("#book-open", "");
    window.wait_for("document.querySelector('#main > .page-overview')");
}

#[test]
fn a_voucher_is_made_from_a_record_proved_by_a_file_kept_as_a_template_and_printed() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    at_the_vouchers(&window);
    let hands = Hands::on(&window);
    window.go("#/vouchers/C01/2025/sources/contribution");
    window.wait_for("document.querySelector('#voucher-sources tr[data-row]')");
    window.look("voucher-sources");
    window.click("#voucher-sources button", "生成");
    window.wait_for("document.querySelector('#voucher-form')");
    window.wait_for("document.querySelector('#voucher-bound [data-source=contribution]')");

    let proof = window.home().join("回单.pdf");
    fs::write(&proof, "%PDF-1.4 回单").expect("a file");
    window.fill("#attachment-path", proof.to_str().expect("UTF-8"));
    window.click("#attachment-add", "");
    window.wait_for("document.querySelector('[data-attachment]')");

    hands.press(&["Control", "m"]).press(&["Control", "a"]);
    window.fill("#template-name", "收出资");
    window.click("#template-save", "");
    window.wait_for("document.querySelector('[data-template]')");
    hands.press(&["Escape"]).press(&["Control", "Enter"]);
    window.wait_for("document.querySelector('#voucher-number')");
    window.click("[data-attachment] button", "回单.pdf");
    window.wait_for_text("已交给系统看图程序");
    assert_eq!(window.viewed().len(), 1);
    window.look("voucher-with-file");

    hands.press(&["Control", "p"]);
    window.wait_for("document.querySelector('#voucher-print canvas')?.dataset.drawn === '1'");
    window.look("voucher-print");
    let paper = window.home().join("凭证.pdf");
    window.fill("#voucher-path", paper.to_str().expect("UTF-8"));
    window.click("#voucher-print-save", "");
    window.wait_for("!document.querySelector('dialog[open]')");
    assert!(fs::read(&paper).expect("the paper").starts_with(b"%PDF"));

    hands.press(&["Control", "m"]);
    window.click("[data-template] button", "收出资");
    window.wait_for("document.querySelector('#voucher-form')");
    assert_eq!(field_of(&window, 0, "debit"), field_of(&window, 1, "credit"));
    assert_eq!(window.policy_violations(), [""; 0], "the page's own policy was broken");
}

/// What stands in a field of a line.
fn field_of(window: &Window, line: usize, field: &str) -> String {
    let script = "return document.getElementById(arguments[0]).value";
    let value = window.run(script, json!(format!("voucher-{line}-{field}")));
    value.as_str().unwrap_or_default().to_owned()
}

/// What one side of the paper says in each row, for a reader of the screen.
fn amounts(window: &Window, part: &str, side: &str) -> Vec<String> {
    let script = "const { part, side } = arguments[0];
        return [...document.querySelectorAll(`#voucher-paper ${part} [data-side=${side}] .unseen`)]
            .map((cell) => cell.textContent.trim())";
    let texts = window.run(script, json!({"part": part, "side": side}));
    let texts = texts.as_array().expect("texts").iter();
    texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}
