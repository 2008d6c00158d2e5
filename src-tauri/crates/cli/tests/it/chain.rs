//! The check code: printed, compared, and what it finds.

use std::fs;

use serde_json::json;

use crate::kit::Place;

/// Replaces a text everywhere in the file by another of the same length, as a hex editor does.
fn edited(place: &Place, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let path = place.path("示范区.baotuan");
    let mut bytes = fs::read(&path).unwrap();
    let found = |&at: &usize| bytes[at..].starts_with(from.as_bytes());
    let places: Vec<usize> = (0..bytes.len()).filter(found).collect();
    assert!(!places.is_empty(), "{from}");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    fs::write(&path, &bytes).unwrap();
}

#[test]
fn a_summary_that_a_hex_editor_changed_is_found() {
    let place = Place::with_demo();
    let view = place.demo_json("voucher show 2025-01/1 --coop C01");
    let summary = view["summary"].as_str().unwrap();
    let other: String = summary.chars().rev().collect();
    edited(&place, summary, &other);
    let said = place.demo("book check").refused(1);
    assert!(said.contains("校验链在第") && said.contains("凭证"), "{said}");
}

#[test]
fn names_of_members_and_villages_that_a_hex_editor_changed_are_found() {
    for (from, to, what) in [("村民001", "村民100", "成员"), ("丙寅村", "寅丙村", "村")]
    {
        let place = Place::with_demo();
        edited(&place, from, to);
        let said = place.demo("book check").refused(1);
        assert!(said.contains("校验链在第") && said.contains(what), "{said}");
    }
}

#[test]
fn a_code_of_before_is_found_behind_what_was_done_since() {
    let place = Place::with_demo();
    let code = place.demo_json("book info")["code"].as_str().unwrap().to_owned();
    place.demo("period close 2025-01 --coop C01 --operator 会计甲").done();
    let view = place.demo_json(&format!("book check --against {code}"));
    assert_eq!(view["holds"], json!(true));
    assert_ne!(view["code"], json!(code));
    let english = place.demo("book check --lang en").done();
    assert!(english.contains("Check code "), "{english}");
}

#[test]
fn an_older_copy_of_the_book_shows_against_a_newer_code() {
    let place = Place::with_demo();
    let before = fs::read(place.path("示范区.baotuan")).unwrap();
    place.demo("period close 2025-01 --coop C01").done();
    let code = place.demo_json("book info")["code"].as_str().unwrap().to_owned();
    fs::write(place.path("示范区.baotuan"), before).unwrap();
    place.demo("book check").done();
    let said = place.demo(&format!("book check --against {code}")).refused(1);
    assert!(said.contains(&code) && said.contains("截断"), "{said}");
    let said = place.demo(&format!("book check --against {code} --lang en")).refused(1);
    assert!(said.contains("never had the state"), "{said}");
}

#[test]
fn what_is_no_code_is_wrong_usage() {
    let place = Place::with_demo();
    let said = place.demo("book check --against 1284-XYZ").refused(2);
    assert!(said.contains("“1284-XYZ”不是校验码"), "{said}");
}

#[test]
fn in_a_closed_month_nothing_is_posted_until_it_is_reopened() {
    let place = Place::with_demo();
    let said = place.demo("period close 2025-03 --coop C01");
    assert_eq!(said.exit, Some(1));
    assert!(said.err.starts_with("2025-03 没有结账：以前还有 2 个月没有结账"), "{}", said.err);
    for month in ["2025-01", "2025-02"] {
        place.demo(&format!("period close {month} --coop C01")).done();
    }
    let view = place.demo_json("period close 2025-03 --coop C01");
    assert_eq!((&view["coop"], &view["month"]), (&json!("C01"), &json!("2025-03")));
    assert_eq!(view["closed"], true);
    let notes = view["notes"].as_array().unwrap().iter();
    let notes: Vec<&str> = notes.filter_map(|note| note["zh"].as_str()).collect();
    let of_debtors = "113 应收款 借 66,000.00、贷 16,000.00 没有写往来单位（未分明细）。";
    assert!(notes.contains(&of_debtors), "{notes:?}");
    place.write(
        "蛋.json",
        r#"{"coop": "C01", "date": "2025-03-31", "summary": "收蛋款", "lines": [
            {"account": "101", "debit": "12.00"}, {"account": "529", "credit": "12.00"}]}"#,
    );
    let said = place.demo("voucher post 蛋.json").refused(1);
    assert!(said.contains("2025-03-31 在已结账的 2025-03"), "{said}");
    let said = place.demo("voucher reverse 2025-02/1 --coop C01 --on 2025-03-31 --reason 错");
    assert!(said.refused(1).contains("已结账的 2025-03"));
    place.write(
        "凭证.csv",
        "coop,voucher,date,summary,account,debit,credit\n\
         C01,1,2025-03-30,收款,101,1.00,\nC01,1,2025-03-30,收款,529,,1.00\n",
    );
    let answer = place.demo("import vouchers 凭证.csv");
    assert_eq!(answer.exit, Some(1));
    let said = answer.err;
    assert!(said.contains("第 2 行") && said.contains("已结账的 2025-03"), "{said}");

    let said = place.demo("period close 2025-03 --coop C01").refused(1);
    assert!(said.contains("2025-03 已经结账"), "{said}");
    let script = "BAOTUAN_BOOK=示范区.baotuan";
    let reopen = format!("{script} {} period reopen 2025-03 --coop C01", crate::kit::PROGRAM);
    assert!(place.bash(&format!("{reopen} --reason ' '")).refused(2).contains("要写明原因"));
    let said = place.demo("period reopen 2025-03 --coop C01 --reason 漏记").refused(1);
    assert!(said.contains("2025 年通过的盈余分配以 2025-03 的账为依据"), "{said}");
    place.demo("period close 2025-01 --coop C03").done();
    place.demo("period close 2025-02 --coop C03").done();
    let said = place.demo("period reopen 2025-01 --coop C03 --reason 漏记").refused(1);
    assert!(said.contains("从 2025-02 起逐月往回反结账"), "{said}");
    place.demo("period reopen 2025-02 --coop C03 --reason 漏记").done();
    place.write(
        "果.json",
        r#"{"coop": "C03", "date": "2025-02-28", "summary": "收款", "lines": [
            {"account": "101", "debit": "12.00"}, {"account": "529", "credit": "12.00"}]}"#,
    );
    place.demo("voucher post 果.json").done();
    let said = place.demo("period reopen 2025-02 --coop C03 --reason 漏记").refused(1);
    assert!(said.contains("没有结账"), "{said}");
    let said = place.demo("period close 2022-12 --coop C01").refused(1);
    assert!(said.contains("早于建账月份"), "{said}");
    place.demo("book check").done();
}
