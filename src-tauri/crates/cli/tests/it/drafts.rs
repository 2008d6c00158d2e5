//! Vouchers before they are posted, through the command: each command is a program of its own, so
//! what one of them kept the next one finds.

use expect_test::expect;
use serde_json::json;

use crate::kit::{Answer, Place};

const SALE: &str = r#"{"coop": "C1", "date": "2025-03-31", "summary": "收蛋款", "papers": "1",
    "lines": [{"account": "102", "debit": "1200.00"}, {"account": "501", "credit": "1200.00"}]}"#;

/// An empty cooperative whose books begin in January.
fn books() -> Place {
    let place = Place::new();
    place.run("book new 账.baotuan --name 示范区").done();
    run(&place, "coop add --code C1 --name 一号合作社 --starts 2025-01").done();
    place.write("收蛋款.json", SALE);
    place.write("半张.json", r#"{"coop": "C1", "lines": [{"account": "999", "debit": "5"}]}"#);
    place
}

fn run(place: &Place, arguments: &str) -> Answer {
    place.run_with(arguments, &[("BAOTUAN_BOOK", "账.baotuan")])
}

#[test]
fn a_draft_is_kept_reviewed_by_somebody_else_and_posted() {
    let place = books();
    place.write("收据.pdf", "%PDF");
    run(&place, "book review on").done();
    let mut all = run(&place, "voucher post 收蛋款.json").refused(1);
    all += &run(&place, "voucher draft 半张.json").done();
    all += &run(&place, "voucher draft 收蛋款.json --id 1").done();
    all += &run(&place, "voucher attach 1 收据.pdf").done();
    all += &run(&place, "voucher post-draft 1").refused(1);
    all += &run(&place, "voucher review 1").refused(1);
    all += &run(&place, "voucher review 1 --operator 理事长").done();
    all += &run(&place, "voucher draft 半张.json --id 1").refused(1);
    all += &run(&place, "voucher drafts --coop C1").done();
    all += &run(&place, "voucher post-draft 1").done();
    all += &run(&place, "voucher drafts --coop C1").done();
    all += &run(&place, "voucher post-draft 1").refused(1);
    let expected = expect![[r#"
        这个账套的凭证要由制单人以外的人审核后才能记账。先存成草稿，由另一人审核，再记账。
        一号合作社　草稿 1　
        摘要  科目  辅助  借方  贷方
              999            5
        合计              5.00  0.00
        日期没有填写。
        摘要没有填写。
        第 1 行：没有科目“999”。
        凭证只有一行，至少要一借一贷。
        一号合作社　草稿 1　2025-03-31
        摘要    科目  辅助      借方      贷方
        收蛋款  102          1200.00
        收蛋款  501                    1200.00
        合计                1,200.00  1,200.00
        一号合作社　草稿 1　2025-03-31
        摘要    科目  辅助      借方      贷方
        收蛋款  102          1200.00
        收蛋款  501                    1200.00
        合计                1,200.00  1,200.00
        附件 收据.pdf
        草稿 1 由会计制单，还没有审核。由另一人审核后再记账。
        草稿 1 由会计制单，要由另一人审核。换操作员再审核。
        一号合作社　已审核 1　2025-03-31
        摘要    科目  辅助      借方      贷方
        收蛋款  102          1200.00
        收蛋款  501                    1200.00
        合计                1,200.00  1,200.00
        附件 收据.pdf
        草稿 1 已由理事长审核，没有改动。先取消审核，再改。
        凭证      日期        摘要        金额  冲销
        已审核 1  2025-03-31  收蛋款  1,200.00
        2025-03 记-001 已记账。

        一号合作社　2025-03 记-001　2025-03-31
        摘要    科目  名称      辅助      借方      贷方
        收蛋款  102   银行存款        1,200.00
        收蛋款  501   经营收入                  1,200.00
                      合计            1,200.00  1,200.00
        附件 收据.pdf
        制单 会计，审核 理事长，记账 会计
        没有草稿。
        没有草稿 1：它已经记账，或已经放弃。回到凭证列表看看。
    "#]];
    expected.assert_eq(&all);
    let shown = run(&place, "voucher show --coop C1 2025-03/1 --json").json();
    assert_eq!((&shown["preparer"], &shown["reviewer"]), (&json!("会计"), &json!("理事长")));
    assert_eq!(
        (&shown["papers"], &shown["attachments"][0]["name"]),
        (&json!(1), &json!("收据.pdf"))
    );
    run(&place, "book check").done();
    assert_eq!(place.files(), ["半张.json", "收据.pdf", "收蛋款.json", "账.baotuan"]);
}

#[test]
fn a_wrong_voucher_is_put_right() {
    let place = books();
    run(&place, "voucher post 收蛋款.json").done();
    let correct = "voucher correct --coop C1 2025-03/1 --on 2025-04-02 --reason 金额记错";
    let mut all = run(&place, correct).done();
    place.write("更正.json", &SALE.replace("1200", "1300").replace("03-31", "04-02"));
    all += &run(&place, "voucher draft 更正.json --id 1").done();
    all += &run(&place, "voucher post-draft 1").done();
    all += &run(&place, "voucher list --coop C1").done();
    all += &run(&place, correct).refused(1);
    let expected = expect![[r#"
        2025-04 记-001 已记账。

        一号合作社　2025-04 记-001　2025-04-02
        红字，冲销 2025-03 记-001，理由：金额记错
        摘要         科目  名称      辅助       借方       贷方
        冲销 收蛋款  102   银行存款        −1,200.00
        冲销 收蛋款  501   经营收入                   −1,200.00
                           合计            −1,200.00  −1,200.00
        制单 会计，记账 会计

        一号合作社　草稿 1　2025-04-02
        更正 2025-03 记-001
        摘要    科目  辅助      借方      贷方
        收蛋款  102          1200.00
        收蛋款  501                    1200.00
        合计                1,200.00  1,200.00
        一号合作社　草稿 1　2025-04-02
        更正 2025-03 记-001
        摘要    科目  辅助      借方      贷方
        收蛋款  102          1300.00
        收蛋款  501                    1300.00
        合计                1,300.00  1,300.00
        2025-04 记-002 已记账。

        一号合作社　2025-04 记-002　2025-04-02
        更正 2025-03 记-001
        摘要    科目  名称      辅助      借方      贷方
        收蛋款  102   银行存款        1,300.00
        收蛋款  501   经营收入                  1,300.00
                      合计            1,300.00  1,300.00
        制单 会计，记账 会计
        凭证            日期        摘要              金额  冲销
        2025-03 记-001  2025-03-31  收蛋款        1,200.00  已由 2025-04 记-001，更正见 2025-04 记-002
        2025-04 记-001  2025-04-02  冲销 收蛋款  −1,200.00  冲销 2025-03 记-001
        2025-04 记-002  2025-04-02  收蛋款        1,300.00  更正 2025-03 记-001
        凭证 2025-03 记-001 已由 2025-04 记-002 更正。2025-04 记-002 也不对的，更正 2025-04 记-002。
    "#]];
    expected.assert_eq(&all);
}

#[test]
fn what_makes_no_draft_says_so_and_a_red_one_says_why() {
    let place = books();
    place.write("坏.json", "{坏");
    let said = run(&place, "voucher draft 坏.json").refused(2);
    assert!(said.starts_with("文件：第 1 行第 2 列不是 JSON。没有保存"), "{said}");
    place.write("无社.json", &SALE.replace("\"coop\": \"C1\", ", ""));
    let said = run(&place, "voucher draft 无社.json").refused(2);
    assert!(said.starts_with("没有写明合作社。"), "{said}");
    place.write("张数.json", &SALE.replace("\"papers\": \"1\"", "\"papers\": 3"));
    let view = run(&place, "voucher post 张数.json --json").json();
    assert_eq!(view["papers"], 3);
    run(&place, "book review on").done();
    let red = "voucher reverse --coop C1 2025-03/1 --on 2025-04-02 --reason 重复";
    let said = run(&place, red).done();
    assert!(said.contains("红字，冲销 2025-03 记-001，理由：重复"), "{said}");
}

#[test]
fn drafts_are_found_shown_and_let_go() {
    let place = books();
    run(&place, "voucher draft 半张.json").done();
    run(&place, "voucher draft 收蛋款.json").done();
    let found = run(&place, "voucher list --coop C1 --state draft --find 蛋 --json").json();
    assert_eq!(
        (found["rows"].as_array().map(Vec::len), &found["rows"][0]["draft"]),
        (Some(1), &json!(2))
    );
    let shown = run(&place, "voucher show-draft 1 --json").json();
    assert_eq!(shown["faults"].as_array().map(Vec::len), Some(4));
    assert_eq!(shown["faults"][0]["about"], json!("date"));
    let said = run(&place, "voucher review 1");
    assert_eq!((said.exit, said.err.lines().count()), (Some(1), 5));
    assert!(said.err.contains("第 1 行：没有科目“999”。"), "{}", said.err);
    assert_eq!(run(&place, "voucher discard 1").done(), "已放弃草稿 1\n");
    run(&place, "voucher review 2").done();
    run(&place, "voucher unreview 2").done();
    run(&place, "voucher post-draft 2").done();
    let found = run(&place, "voucher list --coop C1 --find 1200 --json").json();
    assert_eq!(found["rows"][0]["number"], json!("2025-03 记-001"));
    assert!(run(&place, "voucher list --coop C1 --find 1201").done().contains("没有凭证"));
}

#[test]
fn vouchers_are_printed_as_pdf() {
    let place = books();
    run(&place, "voucher post 收蛋款.json").done();
    let print = "print vouchers --coop C1 --from 2025-03-01 --to 2025-03-31 --out 凭证.pdf";
    assert_eq!(run(&place, print).done(), "凭证 1 张，1 页：凭证.pdf\n");
    assert!(std::fs::read(place.path("凭证.pdf")).unwrap().starts_with(b"%PDF"));
}
