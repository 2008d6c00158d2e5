//! Reports and ledgers in every format.

use std::fs;

use serde_json::json;

use crate::kit::Place;

#[test]
fn a_ledger_is_printed_and_its_figures_are_those_of_the_json() {
    let place = Place::with_demo();
    let asked = "report ledger --coop C01 --kind general --account 102 --from 2025-02 --to 2025-02";
    let shown = place.demo(asked).done();
    assert!(shown.contains("总账") && shown.contains("788,525.00"), "{shown}");
    let english = place.demo(&format!("{asked} --lang en")).done();
    assert!(english.contains("General ledger") && english.contains("Year to date"), "{english}");
    let view = place.demo_json(asked);
    assert_eq!(view["rows"][1]["cells"][2], json!({"money": "788525.00"}));
}

#[test]
fn a_report_goes_to_a_file_as_its_ending_says() {
    let place = Place::with_demo();
    let balance = "report trial-balance --coop C01 --at 2025-12-31";
    let shown = place.demo(balance).done();
    assert_eq!(place.demo(&format!("{balance} --out 余额.txt --format text")).done(), "余额.txt\n");
    assert_eq!(fs::read_to_string(place.path("余额.txt")).unwrap(), shown);
    place.demo(&format!("{balance} --out 余额.json")).done();
    let written: serde_json::Value =
        serde_json::from_slice(&fs::read(place.path("余额.json")).unwrap()).unwrap();
    assert_eq!(written, place.demo_json(balance));
    for (file, begins) in [("余额.pdf", "%PDF"), ("余额.xlsx", "PK")] {
        place.demo(&format!("{balance} --out {file}")).done();
        assert!(fs::read(place.path(file)).unwrap().starts_with(begins.as_bytes()));
    }
    let account = "report account --coop C01 --account 102 --year 2025";
    place.demo(&format!("{account} --out 银行.pdf")).done();
    let ledger = "report ledger --coop C01 --kind day-book --from 2025-01 --to 2025-12";
    place.demo(&format!("{ledger} --format xlsx --out 日记账.xlsx")).done();
    let files = ["余额.json", "余额.pdf", "余额.txt", "余额.xlsx", "日记账.xlsx"];
    for file in files.into_iter().chain(["银行.pdf"]) {
        assert!(place.files().contains(&file.to_owned()), "{file}");
    }
}

#[test]
fn a_format_without_a_file_or_with_another_ending_is_wrong_usage() {
    let place = Place::with_demo();
    let balance = "report trial-balance --coop C01 --at 2025-12-31";
    let said = place.demo(&format!("{balance} --format pdf")).refused(2);
    assert!(said.contains("--out FILE"), "{said}");
    let said = place.demo(&format!("{balance} --format pdf --out 余额.xlsx")).refused(2);
    assert!(said.contains("不以 .pdf 结尾"), "{said}");
    for name in ["余额.doc", "余额"] {
        let said = place.demo(&format!("{balance} --out {name}")).refused(2);
        assert!(said.contains(&format!("看不出 {name} 要写成什么")), "{said}");
    }
    let said = place.demo(&format!("{balance} --out 示范区.baotuan --format text")).refused(2);
    assert!(said.contains("账套文件"), "{said}");
    assert_eq!(place.files(), ["示范区.baotuan"]);
}

#[test]
fn what_a_trial_balance_opens_with_is_called_by_its_day() {
    let place = Place::with_demo();
    let asked = "report trial-balance --coop C02 --at 2025-06-17";
    let whole = place.demo(asked).done();
    assert!(whole.contains("年初余额") && !whole.contains("期初余额"), "{whole}");
    let narrowed = place.demo(&format!("{asked} --from 2025-03-09")).done();
    assert!(narrowed.contains("期初余额") && !narrowed.contains("年初余额"), "{narrowed}");
}

#[test]
fn the_kept_balances_say_what_a_recount_says() {
    let place = Place::with_demo();
    for at in ["2025-12-31", "2025-06-17", "2024-02-29"] {
        let asked = format!("report trial-balance --coop C02 --at {at}");
        assert_eq!(place.demo_json(&asked), place.demo_json(&format!("{asked} --recount")));
    }
    let asked = "report trial-balance --coop C02 --at 2025-06-17 --from 2025-03-09";
    assert_eq!(place.demo_json(asked), place.demo_json(&format!("{asked} --recount")));
}
