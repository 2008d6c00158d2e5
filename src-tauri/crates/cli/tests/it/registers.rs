//! Lists and pages of the registers, the trial balance, and the district's year.

use serde_json::{Value, json};

use crate::kit::{Place, keys};

/// Every row of a list has a code and a name.
#[track_caller]
fn rows(view: &Value) -> &Vec<Value> {
    let rows = view["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row["code"].is_string() && row["name"].is_string(), "{row}");
    }
    rows
}

#[test]
fn lists_have_rows_with_code_and_name() {
    let place = Place::with_demo();
    let villages = place.demo_json("village list");
    assert_eq!(rows(&villages).len(), 72);
    let expected = ["code", "joint", "name", "performance_pay", "township"];
    assert_eq!(keys(&villages["rows"][0]), expected);
    assert_eq!(villages["rows"][0]["performance_pay"], json!("18800.00"));
    let cooperatives = place.demo_json("coop list --year 2025");
    assert_eq!(rows(&cooperatives).len(), 32);
    assert_eq!(cooperatives["rows"][0]["surplus"], json!("1600000.00"));
    let members = place.demo_json("member list --coop C01 --year 2025");
    assert_eq!(rows(&members).len(), 160);
    assert_eq!(members["rows"][0]["total"], json!("197005.52"));
    assert_eq!(members["totals"]["total"], json!("1600000.00"));
}

#[test]
fn readable_lists_have_a_line_for_each_row_under_their_heads() {
    let place = Place::with_demo();
    let villages = place.demo("village list").done();
    assert_eq!(villages.lines().count(), 73);
    assert!(villages.starts_with("编号"), "{villages}");
    let cooperatives = place.demo("coop list --lang en").done();
    assert!(cooperatives.starts_with("code"), "{cooperatives}");
    assert!(cooperatives.contains("1,600,000.00"));
    let members = place.demo("member list --coop C01").done();
    assert_eq!(members.lines().count(), 161);
    assert!(members.contains("197,005.52") && members.contains("村民𠮷"));
}

#[test]
fn one_cooperative_and_one_member_can_be_looked_at() {
    let place = Place::with_demo();
    let coop = place.demo_json("coop show --coop C02 --year 2025");
    assert_eq!(coop["row"]["code"], json!("C02"));
    assert!(place.demo("coop show --coop C02").done().contains("青山湖羊"));
    let member = place.demo_json("member show --coop C02 A01 --year 2025");
    assert_eq!(member["row"]["total"], json!("41393.72"));
    assert_eq!(member["distributions"][0]["status"], json!("approved"));
    assert!(place.demo("member show --coop C02 A01").done().contains("41,393.72"));
}

#[test]
fn codes_that_nobody_has_are_exit_1() {
    let place = Place::with_demo();
    let commands = [
        "coop show --coop C99",
        "member list --coop C99",
        "member show --coop C01 X99",
        "distribution show --coop C99 --year 2025",
        "report trial-balance --coop C99 --at 2025-12-31",
        "print slips --coop C99 --year 2025 --out x.pdf",
        "print slips --coop C01 --year 2025 --village V99 --out x.pdf",
    ];
    for command in commands {
        let said = place.demo(command).refused(1);
        assert!(said.contains("99"), "{command}: {said}");
    }
}

#[test]
fn what_is_added_is_listed_and_a_code_is_not_given_twice() {
    let place = Place::new();
    place.run("book new 新.baotuan --name 新").done();
    let run = |arguments: &str| place.run_with(arguments, &[("BAOTUAN_BOOK", "新.baotuan")]);
    let village = "village add --code V1 --name 甲村 --township 东河镇 --joint --json";
    assert_eq!(run(village).json(), json!({ "code": "V1", "name": "甲村" }));
    let coop = "coop add --code C1 --name 一号 --starts 2025-01 --alliance 东河联盟 --line 养鹅";
    assert_eq!(run(coop).done(), "已登记 C1 一号\n");
    let member =
        "member add --coop C1 --code A1 --name 甲村 --kind village_collective --village V1";
    assert_eq!(run(&format!("{member} --lang en")).done(), "A1 甲村 added\n");
    for (again, code) in [(village, "V1"), (coop, "C1"), (member, "A1")] {
        let said = run(again).refused(1);
        assert!(said.contains(&format!("编号 {code} 已经有了")), "{said}");
    }
    let said = run("coop add --code C2 --name 二号 --starts 2025-13").refused(2);
    assert!(said.contains("“2025-13”不是月份，应写成 2025-03 的样子。"), "{said}");
    let view = run("coop list --json").json();
    let expected = (json!("东河联盟"), json!("养鹅"), json!("2025-01"), json!(1));
    let row = &view["rows"][0];
    let found = (&row["alliance"], &row["line"], &row["starts"], &row["villages"]);
    assert_eq!(found, (&expected.0, &expected.1, &expected.2, &expected.3));
}

#[test]
fn a_wrong_id_number_is_a_warning_beside_what_was_done() {
    let place = Place::with_demo();
    let add = "member add --coop C01 --code H900 --name 某 --kind household \
               --id-number 110105194912310021 --joined 2025-03-31";
    let answer = place.demo(add);
    assert_eq!((answer.exit, answer.out.as_str()), (Some(0), "已登记 H900 某\n"));
    assert_eq!(answer.err, "提醒：“某”的身份证号校验不符，已照录，核对证件\n");
}

#[test]
fn the_trial_balance_has_the_keys_of_its_contract() {
    let place = Place::with_demo();
    let view = place.demo_json("report trial-balance --coop C01 --at 2025-12-31");
    assert_eq!(
        keys(&view["rows"][0]),
        ["account", "closing", "credit", "debit", "name", "opening"]
    );
    assert_eq!(keys(&view["totals"]), ["closing", "credit", "debit", "opening"]);
    assert_eq!(view["totals"]["debit"], json!("42939007.73"));
    let bank = view["rows"].as_array().unwrap().iter().find(|row| row["account"] == "102");
    assert_eq!(bank.unwrap()["closing"], json!("2426017.17"));
    let again = place.demo_json("report trial-balance --coop C01 --at 2025-12-31 --recount");
    assert_eq!(again, view);
    let narrow = "report trial-balance --coop C01 --at 2025-06-30 --from 2025-06-01";
    assert_eq!(place.demo_json(narrow)["from"], json!("2025-06-01"));
    let shown = place.demo("report trial-balance --coop C01 --at 2025-12-31").done();
    assert!(shown.contains("42,939,007.73") && shown.contains("合计"), "{shown}");
    let said = place.demo("report trial-balance --coop C01 --at 2025-02-29").refused(2);
    assert!(said.contains("2025-02-29"), "{said}");
}

#[test]
fn the_district_s_year_has_the_keys_of_the_calculator() {
    let place = Place::with_demo();
    let view = place.demo_json("targets check --year 2025");
    let village = &view["villages"].as_array().unwrap()[0];
    for key in ["id", "income", "reached", "shortfall", "pay_cut", "code", "name"] {
        assert!(!village[key].is_null(), "{key} is missing in {village}");
    }
    let township = &view["townships"][0];
    assert_eq!(keys(township), ["eligible_for_good", "name", "reached", "villages"]);
    assert_eq!(view["prize_total"], json!("2000000.00"));
    let awards = place.demo_json("targets awards --year 2025");
    assert_eq!(keys(&awards["awards"]), ["benchmark", "late_riser", "model_industry"]);
    let winner = &awards["awards"]["benchmark"][0];
    for key in ["rank", "id", "prize", "team", "village"] {
        assert!(!winner[key].is_null(), "{key} is missing in {winner}");
    }
    let shown = place.demo("targets check").done();
    assert!(shown.contains("达标 63 村，未达标 9 村，尚差 316,625.64 元"), "{shown}");
    let shown = place.demo("targets awards --lang en").done();
    assert!(shown.contains("Late risers") && shown.contains("2,000,000.00"), "{shown}");
}

#[test]
fn a_member_changes_and_its_capital_moves() {
    let place = Place::with_demo();
    let change = "member change --coop C01 H001 --on 2025-12-20 --reason 户主变更 --head 王五";
    let shown = place.demo(change).done();
    assert!(shown.contains("户主") && shown.contains("王五"), "{shown}");
    let moved = "--on 2026-01-05 --amount 400 --reason 决议";
    let put = place.demo_json(&format!("member put-in --coop C01 H001 {moved} --class 个人股"));
    assert_eq!((&put["row"]["paid"], &put["draft"]["id"]), (&json!("400.00"), &json!(1)));
    let said = place.demo(&format!("member take-out --coop C01 H002 {moved}")).refused(1);
    assert!(said.contains("只有 100.00"), "{said}");
    let passed = place.demo(&format!("member pass --coop C01 H001 --to H002 {moved}")).done();
    assert!(passed.contains("转让") && passed.contains("草稿 2"), "{passed}");
    let left = "member leave --coop C01 H003 --on 2026-01-06 --reason 迁出 --loss 12.50";
    assert_eq!(place.demo_json(left)["row"]["paid"], json!("87.50"));
    let said = place.demo("member undo-move --coop C01 1 --reason 记错").refused(1);
    assert!(said.contains("草稿 1"), "{said}");
    place.demo("voucher discard 2").done();
    place.demo("member undo-move --coop C01 2 --reason 记错").done();
    let moves = place.demo("member moves --coop C01 --lang en").done();
    assert!(moves.contains("taken back: passed on"), "{moves}");
    let said = place.demo("member move-draft --coop C01 2").refused(1);
    assert!(said.contains("已经撤回"), "{said}");
}
