//! A first year from an empty book to the printed slips, by the command line alone.

use expect_test::expect;

use crate::kit::{Answer, Place};

const MEMBERS: &str = "code,name,kind,village\nA1,甲村,village_collective,V1\n\
                       A2,乙村,village_collective,V2\nH1,村民001,household,V1\n";

const CONTRIBUTIONS: &str = "member,date,amount\nA1,2025-01-02,30000.00\n\
                             A2,2025-01-02,10000.00\nH1,2025-01-03,100.00\n";

const VOUCHERS: &str = "voucher,date,summary,account,debit,credit,member\n\
                        1,2025-01-02,收股金,102,40100.00,,\n1,2025-01-02,收股金,301,,30000.00,A1\n\
                        1,2025-01-02,收股金,301,,10000.00,A2\n1,2025-01-02,收股金,301,,100.00,H1\n\
                        2,2025-10-31,卖鹅,102,90000.00,,\n2,2025-10-31,卖鹅,501,,90000.00,\n\
                        3,2025-11-30,饲料,521,49900.00,,\n3,2025-11-30,饲料,102,,49900.00,\n";

/// The year, with every sentence as the command prints it.
fn year(lang: &str) -> (Place, Vec<String>) {
    let place = Place::new();
    place.write("成员.csv", MEMBERS);
    place.write("出资.csv", CONTRIBUTIONS);
    place.write("凭证.csv", VOUCHERS);
    let variables = [("BAOTUAN_BOOK", "新.baotuan"), ("BAOTUAN_LANG", lang)];
    let commands = [
        "book new 新.baotuan --name 东河区",
        "village add --code V1 --name 甲村 --township 东河镇 --performance-pay 20000 --joint",
        "village add --code V2 --name 乙村 --township 东河镇 --performance-pay 20000 --joint",
        "coop add --code C1 --name 幸福鹅养殖专业合作社 --starts 2025-01 --line 养鹅",
        "import members 成员.csv --coop C1",
        "import contributions 出资.csv --coop C1",
        "import vouchers 凭证.csv --coop C1",
        "report trial-balance --coop C1 --at 2025-12-31",
        "distribution draft --coop C1 --year 2025",
        "distribution approve --coop C1 --year 2025 --resolution 鹅社〔2026〕1号 --on 2026-01-18",
        "targets check --year 2025",
        "print slips --coop C1 --year 2025 --out 分红单.pdf",
        "book check",
    ];
    let said = commands.map(|command| place.run_with(command, &variables)).map(Answer::done);
    (place, said.to_vec())
}

#[test]
fn a_first_year_goes_from_an_empty_book_to_slips_in_chinese() {
    let (place, said) = year("zh");
    assert_eq!(said[1], "已登记 V1 甲村\n");
    assert!(said[4].contains("导入 3 行"), "{}", said[4]);
    assert!(said[6].contains("导入 8 行，3 张凭证"), "{}", said[6]);
    assert!(said[7].contains("本年盈余") || said[7].contains("银行存款"), "{}", said[7]);
    // 40,100.00 of surplus by capital 30,000 : 10,000 : 100.
    for (member, amount) in [("甲村", "30,000.00"), ("乙村", "10,000.00"), ("村民001", "100.00")]
    {
        let line = said[8].lines().find(|line| line.contains(member)).unwrap();
        assert!(line.ends_with(amount), "{line}");
    }
    let (figures, findings) = said[8]
        .rsplit_once(
            "

",
        )
        .unwrap();
    assert_eq!(findings.lines().count(), 6, "{findings}");
    expect![[r#"
        C1 2025　草案
                                       元
        本年盈余                40,100.00
        弥补以前年度亏损             0.00
        可分配盈余              40,100.00
        留存下年                     0.00
        盈余返还（按交易量）         0.00
        剩余盈余分配（含保底）  40,100.00
        结转亏损                     0.00

        编号  成员     盈余返还  保底   剩余盈余       合计
        A1    甲村         0.00  0.00  30,000.00  30,000.00
        A2    乙村         0.00  0.00  10,000.00  10,000.00
        H1    村民001      0.00  0.00     100.00     100.00"#]]
    .assert_eq(figures);
    assert!(said[9].contains("已通过 鹅社〔2026〕1号"), "{}", said[9]);
    let village = said[10].lines().find(|line| line.contains("甲村")).unwrap();
    assert!(village.contains("30,000.00") && village.contains("70,000.00"), "{village}");
    assert!(said[11].starts_with("分红单 3 张，1 页"), "{}", said[11]);
    assert!(said[12].starts_with("相符：3 张凭证 8 行、1 个分配方案"), "{}", said[12]);
    assert_eq!(place.files(), ["凭证.csv", "出资.csv", "分红单.pdf", "成员.csv", "新.baotuan"]);
}

#[test]
fn a_first_year_goes_from_an_empty_book_to_slips_in_english() {
    let (_, said) = year("en");
    assert_eq!(said[1], "V1 甲村 added\n");
    assert!(said[6].contains("imported: rows 8, vouchers 3."), "{}", said[6]);
    let (figures, findings) = said[8]
        .rsplit_once(
            "

",
        )
        .unwrap();
    assert_eq!(findings.lines().count(), 6, "{findings}");
    expect![[r#"
        C1 2025　draft
                               yuan
        surplus           40,100.00
        losses made up         0.00
        distributable     40,100.00
        retained               0.00
        patronage refund       0.00
        residual pool     40,100.00
        deficit carried        0.00

        code  member   refund  guaranteed   residual      total
        A1    甲村       0.00        0.00  30,000.00  30,000.00
        A2    乙村       0.00        0.00  10,000.00  10,000.00
        H1    村民001    0.00        0.00     100.00     100.00"#]]
    .assert_eq(figures);
    assert!(said[9].contains("approved 鹅社〔2026〕1号"), "{}", said[9]);
    assert!(said[10].contains("reached by 0, missed by 2"), "{}", said[10]);
    assert!(said[11].starts_with("slips 3, pages 1"), "{}", said[11]);
    assert!(said[12].starts_with("All holds: 3 vouchers with 8 lines"), "{}", said[12]);
}
