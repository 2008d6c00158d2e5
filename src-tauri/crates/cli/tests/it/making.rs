//! Asset cards, recurring vouchers, batches of birds, the bank and the box by the command line.

use expect_test::expect;
use serde_json::json;

use crate::kit::Place;

/// A book with a cooperative.
fn place() -> Place {
    let place = Place::new();
    place.run("book new 账.baotuan --name 示范").done();
    run(&place, "coop add --code C1 --name 鹅社 --starts 2025-01");
    place
}

#[track_caller]
fn run(place: &Place, command: &str) -> String {
    place.run(&format!("--book 账.baotuan {command}")).done()
}

#[track_caller]
fn refused(place: &Place, command: &str) -> String {
    let answer = place.run(&format!("--book 账.baotuan {command}"));
    assert_eq!((answer.exit.map(|exit| exit > 0), answer.out.as_str()), (Some(true), ""));
    answer.err
}

#[test]
fn a_batch_goes_from_goslings_to_sale() {
    let place = place();
    run(&place, "flock begin --coop C1 春一批 --purpose meat");
    let said = run(
        &place,
        "flock note --coop C1 春一批 bought --on 2025-01-05 --birds 1000 --amount 12,000.00",
    );
    expect![[r#"
        鹅社　草稿 1　2025-01-05
        摘要                 科目  辅助         借方       贷方
        春一批 购入 1000 只  141   春一批   12000.00
        春一批 购入 1000 只  102                       12000.00
        合计                               12,000.00  12,000.00
        提醒：记账后 102 银行存款 2025-01-05 日终为 −12,000.00。看看是否漏记收款，不拦记账。
        春一批　存栏 1000
        序号  日期        事项               金额  凭证
           1  2025-01-05  购入 1000 只  12,000.00  草稿 1
    "#]]
    .assert_eq(&said);
    run(&place, "voucher post-draft 1");
    let note = "flock note --coop C1 春一批";
    run(&place, &format!("{note} died --on 2025-01-09 --birds 20"));
    let said = refused(&place, &format!("{note} sold --on 2025-02-01 --birds 981 --amount 1"));
    assert!(said.contains("存栏只有 980 只"), "{said}");
    run(&place, &format!("{note} sold --on 2025-02-01 --birds 980 --weight 8000 --amount 60000"));
    expect![[r#"
        鹅社
        批次    购入  死亡  转出  出售  存栏  饲料(斤)  蛋(斤)       在账  每只  每斤蛋
        春一批  1000    20     0   980     0         0       0  12,000.00
    "#]]
    .assert_eq(&run(&place, "flock list --coop C1"));
    let said = refused(&place, "flock void --coop C1 1 --reason 记错");
    assert!(said.contains("已经做成凭证 2025-01 记-001"), "{said}");
}

#[test]
fn a_month_is_charged_once_its_vouchers_were_looked_at() {
    let place = place();
    run(
        &place,
        "asset add --coop C1 --code G1 --name 鹅舍 --kind fixed --charged 523 --in-use 2025-01-15 \
         --cost 240000 --salvage 12000 --months 240",
    );
    let zero = "asset add --coop C1 --code G2 --name 车 --kind fixed --charged 523 \
                --in-use 2025-01-15 --cost 1 --months 0";
    assert!(refused(&place, zero).contains("使用月数（或总产量）为 0"));
    let looked = run(&place, "asset charge --coop C1 2025-02 --dry-run");
    expect![[r#"
        鹅社 2025-02　950.00　还没有记账
        编号  资产  本月计提  算法
        G1    鹅舍    950.00  228,000.00 分 240 个月，到 2025-02 应提足 950.00，已提 0.00

        计提固定资产折旧 2025-02　2025-02-28　950.00
        科目  名称      明细    借方    贷方
        523   管理费用        950.00
        152   累计折旧                950.00
    "#]]
    .assert_eq(&looked);
    let view = run(&place, "asset charge --coop C1 2025-02 --json");
    assert!(view.contains("\"2025-02 记-001\""), "{view}");
    assert!(refused(&place, "asset charge --coop C1 2025-02").contains("没有要计提的资产"));
    expect![[r#"
        鹅社　资产卡片
        编号  资产  启用        折旧年限        原值    已提        净值  提到     减少
        G1    鹅舍  2025-01-15  240 个月  240,000.00  950.00  239,050.00  2025-02
        合计　原值 240,000.00　已提 950.00　净值 239,050.00
    "#]]
    .assert_eq(&run(&place, "asset list --coop C1"));
    assert!(refused(&place, "asset void --coop C1 G1 --reason 错").contains("已提到 2025-02"));
}

#[test]
fn a_distribution_is_posted_and_paid() {
    let place = Place::with_demo();
    for month in 1..=11 {
        place.demo(&format!("period close --coop C02 2025-{month:02}")).done();
    }
    place.demo("year close --coop C02 --year 2025").done();
    let said = place.demo("distribution payments --coop C02").refused(1);
    assert!(said.contains("还没有记账的盈余分配"), "{said}");
    place.demo("distribution post --coop C02 --year 2025").done();
    let stage = |place: &Place| {
        place.demo_json("distribution show --coop C02 --year 2025 --brief")["status"].clone()
    };
    assert_eq!(stage(&place), "posted");
    let pay = "distribution pay --coop C02 --year 2025 --on 2026-02-01";
    let said = place.demo(&format!("{pay} --member A01 --amount 1000")).done();
    assert_eq!(said, "已发放 1 名成员 1,000.00：2026-02 记-001，还有 832,462.56 未发\n");
    assert_eq!(stage(&place), "part_paid");
    let said = place.demo(&format!("{pay} --member A01 --amount 40393.73")).refused(1);
    assert!(said.contains("还有 40,393.72 没发，要发 40,393.73，多了 0.01"), "{said}");
    place.demo(pay).done();
    assert_eq!(stage(&place), "paid");
    let totals = &place.demo_json("distribution payments --coop C02 --year 2025")["totals"];
    assert_eq!((&totals["paid"], &totals["left"]), (&json!("833462.56"), &json!("0.00")));
    let said = place.demo(pay).refused(1);
    assert!(said.contains("没有可发的"), "{said}");
    place.demo("book check").done();
}

#[test]
fn the_rent_comes_every_month() {
    let place = place();
    place.write(
        "房租.json",
        r#"{"coop": "C1", "summary": "付房租", "lines": [{"account": "523", "debit": "800"},
            {"account": "102", "credit": "800"}]}"#,
    );
    run(&place, "recurring add 房租.json --name 房租 --first 2025-01 --on-day 5");
    expect![[r#"
        鹅社
        名称  从       到  间隔月数  日  2025-02
        房租  2025-01             1   5  待生成
    "#]]
    .assert_eq(&run(&place, "recurring list --coop C1 2025-02"));
    let made = run(&place, "recurring make --coop C1 2025-02");
    assert_eq!(made, "鹅社 2025-02 已生成草稿 1\n");
    assert!(run(&place, "voucher show-draft 1").contains("2025-02-05"));
    run(&place, "recurring end --coop C1 房租 --last 2025-02");
    assert!(refused(&place, "recurring make --coop C1 2025-03").contains("没有要生成的周期凭证"));
}

#[test]
fn the_bank_and_the_box_are_held_against_the_books() {
    let place = place();
    place.write(
        "凭证.csv",
        "voucher,date,summary,account,debit,credit\n1,2025-01-05,卖鹅,102,500.00,\n\
         1,2025-01-05,卖鹅,501,,500.00\n",
    );
    run(&place, "import vouchers 凭证.csv --coop C1");
    place.write(
        "对账单.csv",
        "日期,摘要,收入,支出,余额\n2025-01-06,货款,500.00,,500.00\n\
                              2025-01-31,手续费,,2.00,498.00\n",
    );
    let taken = run(&place, "bank import 对账单.csv --coop C1");
    assert!(taken.contains("取进 2 笔（已有 0 笔），核对上 1 笔"), "{taken}");
    let said =
        run(&place, "bank reconcile --coop C1 --account 102 --month 2025-01 --out 调节表.xlsx");
    expect![[r#"
        鹅社　102 银行存款　2025-01　已对账
        银行存款余额调节表    银行    账面
        余额                498.00  500.00
        加：对方未记的收入    0.00    0.00
        减：对方未记的支出    0.00    2.00
        调节后余额          498.00  498.00

        未达账项  日期        凭证  摘要     金额
        银行      2025-01-31        手续费  −2.00
    "#]]
    .assert_eq(&said);
    assert!(place.path("调节表.xlsx").is_file());
    let view =
        place.run("--book 账.baotuan cash count --coop C1 --on 2025-01-31 --counted 3 --json");
    let view = view.json();
    assert_eq!(view["draft"]["entry"]["lines"][1]["account"], json!("181-01"));
    assert!(run(&place, "cash list --coop C1").contains("草稿 1"));
    run(&place, "voucher post-draft 1");
    let said = refused(&place, "period close --coop C1 2025-01");
    assert!(said.contains("181 待处理财产损溢不为零"), "{said}");
    // The draft that clears it is offered once.
    assert_eq!(run(&place, "period clear --coop C1 2025-01"), "鹅社 2025-01 已生成草稿 1\n");
    let said = refused(&place, "period clear --coop C1 2025-01");
    assert!(said.contains("草稿 1 已经动用 181"), "{said}");
    run(&place, "voucher post-draft 1");
    run(&place, "period close --coop C1 2025-01");
    assert!(refused(&place, "period clear --coop C1 2025-01").contains("181 没有余额"));
}
