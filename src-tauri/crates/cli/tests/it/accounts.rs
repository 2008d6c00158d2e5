//! The chart of a cooperative through the command.

use serde_json::json;

use crate::kit::Place;

#[test]
fn an_account_is_added_used_and_switched_off_once_it_is_cleared() {
    let place = Place::with_demo();
    let add = "account add --coop C03 --parent 109 --code 109-01 --name 微信";
    let row = place.demo_json(add);
    assert_eq!((&row["account"], &row["active"]), (&json!("109-01"), &json!(true)));
    let voucher = |debit: &str, credit: &str| {
        format!(
            r#"{{"coop": "C03", "date": "2025-12-30", "summary": "收款", "lines": [
                {{"account": "{debit}", "debit": "12.00"}},
                {{"account": "{credit}", "credit": "12.00"}}]}}"#
        )
    };
    place.write("收.json", &voucher("109-01", "529"));
    place.write("付.json", &voucher("529", "109-01"));
    place.demo("voucher post 收.json").done();
    let said = place.demo("account off --coop C03 109-01").refused(1);
    assert!(said.contains("109-01 微信 还有余额 12.00"), "{said}");
    place.demo("voucher post 付.json").done();
    place.demo("account off --coop C03 109-01").done();
    let said = place.demo("voucher post 收.json").refused(1);
    assert!(said.contains("已停用"), "{said}");
    place.demo("account on --coop C03 109-01").done();
    place.demo("voucher post 收.json").done();
    place.demo("book check").done();
}

#[test]
fn what_makes_no_account_is_said_and_changes_nothing() {
    let place = Place::with_demo();
    let before = place.demo_json("book info");
    for (arguments, exit, says) in [
        ("account add --coop C03 --parent 999 --code 999-01 --name 某", 1, "没有科目“999”"),
        ("account add --coop C03 --parent 109 --code 102 --name 某", 1, "以上级编码“109”开头"),
        ("account add --coop C03 --parent 109 --code 12-01 --name 某", 1, "以上级编码“109”开头"),
        ("account off --coop C03 999", 1, "没有科目“999”"),
        ("account list --coop C99", 1, "C99"),
    ] {
        let said = place.demo(arguments).refused(exit);
        assert!(said.contains(says), "{said}");
    }
    assert_eq!(place.demo_json("book info"), before);
    let shown = place.demo("account list --coop C03").done();
    assert!(shown.contains("银行存款") && shown.contains("启用"), "{shown}");
}
