//! Imports: taken, listed and taken back.

use serde_json::json;

use crate::kit::{Place, keys};

const VOUCHERS: &str = "voucher,date,summary,account,debit,credit\n\
    1,2026-01-30,卖鹅蛋,102,900.00,\n1,2026-01-30,卖鹅蛋,502,,900.00\n";

#[test]
fn an_import_is_taken_back_and_its_number_stays_taken() {
    let place = Place::with_demo();
    place.write("凭证.csv", VOUCHERS);
    let import = "import vouchers 凭证.csv --coop C05 --operator 王会计";
    assert_eq!(place.demo_json(import)["batch"], 10);
    let undone = place.demo_json("import undo 10 --operator 李主管");
    assert_eq!((&undone["batch"], &undone["file"]), (&json!(10), &json!("凭证.csv")));
    assert_eq!((&undone["vouchers"], &undone["coop"]), (&json!(1), &json!("C05")));
    assert_eq!((&undone["who"], &undone["undone"]["who"]), (&json!("王会计"), &json!("李主管")));
    let said = place.demo("import undo 10").refused(1);
    assert!(said.contains("第 10 批") && said.contains("李主管"), "{said}");
    assert_eq!(place.demo_json(import)["batch"], 11);
    assert!(place.demo("import undo 11").done().contains("第 11 批"));
    place.demo("book check").done();
}

#[test]
fn every_import_is_listed_the_latest_first() {
    let place = Place::with_demo();
    let list = place.demo_json("import list");
    let rows = list["rows"].as_array().unwrap();
    let batches: Vec<i64> = rows.iter().map(|row| row["batch"].as_i64().unwrap()).collect();
    assert_eq!(batches, (1..=9).rev().collect::<Vec<_>>());
    let expected = [
        "batch", "coop", "file", "hash", "kind", "name", "rows", "undone", "vouchers", "when",
        "who",
    ];
    assert_eq!(keys(&rows[0]), expected);
    let table = place.demo("import list").done();
    assert!(table.lines().any(|line| line.contains("members.csv")), "{table}");
    let english = place.demo("import list --lang en").done();
    assert!(english.starts_with("batch"), "{english}");
}

#[test]
fn an_import_that_something_rests_on_says_what_goes_first() {
    let place = Place::with_demo();
    let said = place.demo("import undo 2").refused(1);
    assert!(said.contains("没有撤销"), "{said}");
    let said = place.demo("import undo 99 --lang en").refused(1);
    assert!(said.contains("1 to 9"), "{said}");
}

#[test]
fn opening_balances_are_imported_for_one_cooperative() {
    let place = Place::new();
    place.run("book new 账.baotuan --name 示范区").done();
    let run = |arguments: &str| place.run_with(arguments, &[("BAOTUAN_BOOK", "账.baotuan")]);
    run("coop add --code C1 --name 一号 --starts 2026-01").done();
    run("member add --coop C1 --code H1 --name 村民001 --kind household").done();
    place.write("期初.csv", "科目,借方,贷方,成员\n102,100.00,,\n301,,100.00,H1\n");
    assert!(run("import opening-balances 期初.csv").refused(2).contains("合作社"));
    let tried = run("import opening-balances 期初.csv --coop C1 --dry-run --json").json();
    assert_eq!((&tried["batch"], &tried["vouchers"]), (&json!(null), &json!(1)));
    run("import opening-balances 期初.csv --coop C1").done();
    let voucher = run("voucher show --coop C1 2025-12/期初-1 --json").json();
    assert_eq!((&voucher["date"], &voucher["debit"]), (&json!("2025-12-31"), &json!("100.00")));
    let balance = run("report trial-balance --coop C1 --at 2026-12-31 --json").json();
    assert_eq!(balance["rows"][0]["opening"], "100.00");
    place.write("期初.csv", "科目,借方,贷方,成员\n102,200.00,,\n301,,200.00,H1\n");
    let said = run("import opening-balances 期初.csv --coop C1").refused(1);
    assert!(said.contains("撤销第 1 批"), "{said}");
}
