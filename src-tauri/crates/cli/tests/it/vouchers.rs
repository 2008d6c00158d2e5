//! Vouchers and the register of an account, from posting to red ink.

use expect_test::expect;
use serde_json::json;

use crate::kit::{Place, keys};

const SALE: &str = r#"{"coop": "C1", "date": "2025-03-31", "word": "记", "summary": "收蛋款",
    "lines": [{"account": "102", "debit": "1200.00"}, {"account": "501", "credit": "1200.00"}]}"#;

/// An empty cooperative whose books begin in January.
fn books() -> Place {
    let place = Place::new();
    place.run("book new 账.baotuan --name 示范区").done();
    let coop = "coop add --code C1 --name 一号合作社 --starts 2025-01 --book 账.baotuan";
    place.run(coop).done();
    place.write("收蛋款.json", SALE);
    place
}

fn run(place: &Place, arguments: &str) -> crate::kit::Answer {
    place.run_with(arguments, &[("BAOTUAN_BOOK", "账.baotuan")])
}

#[test]
fn a_voucher_is_posted_listed_shown_and_taken_back() {
    let place = books();
    let mut all = run(&place, "voucher post 收蛋款.json").done();
    all += &run(&place, "voucher reverse --coop C1 2025-03/1 --on 2025-04-02 --reason 重复").done();
    all += &run(&place, "voucher list --coop C1").done();
    all += &run(&place, "voucher show --coop C1 2025-03 记-001").done();
    all += &run(&place, "report account --coop C1 --account 102 --year 2025").done();
    expect![[r#"
        2025-03 记-001 已记账。

        一号合作社　2025-03 记-001　2025-03-31
        摘要    科目  名称      辅助      借方      贷方
        收蛋款  102   银行存款        1,200.00
        收蛋款  501   经营收入                  1,200.00
                      合计            1,200.00  1,200.00
        制单 会计，记账 会计
        2025-04 记-001 已记账。

        一号合作社　2025-04 记-001　2025-04-02
        红字，冲销 2025-03 记-001，理由：重复
        摘要         科目  名称      辅助       借方       贷方
        冲销 收蛋款  102   银行存款        −1,200.00
        冲销 收蛋款  501   经营收入                   −1,200.00
                           合计            −1,200.00  −1,200.00
        制单 会计，记账 会计
        凭证            日期        摘要              金额  冲销
        2025-03 记-001  2025-03-31  收蛋款        1,200.00  已由 2025-04 记-001
        2025-04 记-001  2025-04-02  冲销 收蛋款  −1,200.00  冲销 2025-03 记-001
        一号合作社　2025-03 记-001　2025-03-31
        已冲销，见 2025-04 记-001
        摘要    科目  名称      辅助      借方      贷方
        收蛋款  102   银行存款        1,200.00
        收蛋款  501   经营收入                  1,200.00
                      合计            1,200.00  1,200.00
        制单 会计，记账 会计
        一号合作社　102 银行存款　2025
        日期        凭证            摘要         科目          对方科目           借方  贷方      余额
                                    年初余额                                                      0.00
        2025-03-31  2025-03 记-001  收蛋款       102 银行存款  501 经营收入   1,200.00        1,200.00
        2025-04-02  2025-04 记-001  冲销 收蛋款  102 银行存款  501 经营收入  −1,200.00            0.00
                                    本年合计                                      0.00  0.00      0.00
    "#]].assert_eq(&all);
    run(&place, "book check").done();
    assert_eq!(place.files(), ["收蛋款.json", "账.baotuan"]);
}

#[test]
fn programs_get_the_same_figures_as_one_object() {
    let place = books();
    let posted = run(&place, "voucher post 收蛋款.json --json").json();
    let expected = [
        "attachments",
        "coop",
        "corrected_by",
        "corrects",
        "credit",
        "date",
        "debit",
        "lines",
        "number",
        "origins",
        "papers",
        "posted_at",
        "poster",
        "preparer",
        "reason",
        "reversed_by",
        "reverses",
        "reviewer",
        "seq",
        "sources",
        "state",
        "summary",
    ];
    assert_eq!(keys(&posted), expected);
    assert_eq!(
        (&posted["number"], &posted["debit"]),
        (&json!("2025-03 记-001"), &json!("1200.00"))
    );
    let reverse = "voucher reverse --coop C1 2025-03 记-001 --on 2025-03-31 --reason 重复 --json";
    let red = run(&place, reverse).json();
    assert_eq!((&red["reverses"], &red["debit"]), (&posted["number"], &json!("-1200.00")));
    let list =
        run(&place, "voucher list --coop C1 --from 2025-03-01 --to 2025-03-31 --json").json();
    assert_eq!(list["rows"][0]["reversed_by"], red["number"]);
    assert_eq!(list["rows"][1]["amount"], json!("-1200.00"));
    let shown = run(&place, "voucher show --coop C1 2025-03/记-2 --json").json();
    assert_eq!(shown, red);
    let register = run(&place, "report account --coop C1 --account 102 --year 2025 --json").json();
    assert_eq!((&register["closing"], &register["debit"]), (&json!("0.00"), &json!("0.00")));
    assert_eq!(register["rows"][0]["counter"][0]["account"], json!("501"));
}

#[test]
fn a_voucher_comes_from_standard_input_and_its_cooperative_from_the_command() {
    let place = books();
    let program = crate::kit::PROGRAM;
    let post = |file: &str, coop: &str| {
        place.bash(&format!("{program} --book 账.baotuan voucher post - --coop {coop} <{file}"))
    };
    place.write("无社.json", &SALE.replace("\"coop\": \"C1\", ", ""));
    assert!(post("无社.json", "C1").done().starts_with("2025-03 记-001 已记账。"));
    assert!(post("收蛋款.json", "C1").done().starts_with("2025-03 记-002 已记账。"));
    let said = post("收蛋款.json", "C2").refused(2);
    assert!(said.contains("C1") && said.contains("C2"), "{said}");
    let said = run(&place, "voucher post 无社.json").refused(2);
    assert!(said.contains("没有写明合作社"), "{said}");
}

#[test]
fn what_is_refused_is_one_line_with_the_figures_and_changes_nothing() {
    let place = books();
    place.write("不平.json", &SALE.replace("\"credit\": \"1200.00\"", "\"credit\": \"1199.99\""));
    place.write("多字段.json", &SALE.replace("\"summary\"", "\"memo\""));
    let before = std::fs::read(place.path("账.baotuan")).unwrap();
    let said = run(&place, "voucher post 不平.json").refused(1);
    assert!(said.contains("借方 1,200.00，贷方 1,199.99，差 0.01。没有记账"), "{said}");
    let said = run(&place, "voucher post 不平.json --lang en").refused(1);
    assert!(said.contains("debit 1,200.00, credit 1,199.99, short by 0.01"), "{said}");
    let said = run(&place, "voucher post 多字段.json").refused(2);
    assert!(said.contains("memo：没有这个字段"), "{said}");
    let said = run(&place, "voucher post 没有.json").refused(2);
    assert!(said.contains("没有.json 读不出来"), "{said}");
    let said = run(&place, "voucher show --coop C1 2025-03/7").refused(1);
    assert!(said.contains("没有凭证 2025-03 记-007"), "{said}");
    let said = run(&place, "voucher show --coop C1 七号").refused(2);
    assert!(said.contains("不是凭证号"), "{said}");
    let said = run(&place, "report account --coop C1 --account 999 --year 2025").refused(1);
    assert!(said.contains("没有科目“999”"), "{said}");
    assert!(std::fs::read(place.path("账.baotuan")).unwrap() == before, "the book was touched");
}
