//! The books as a journal for other programs.

use std::fs;

use expect_test::expect;
use serde_json::json;

use crate::kit::{Answer, Place, keys};

const BOOK: [(&str, &str); 1] = [("BAOTUAN_BOOK", "账.baotuan")];

/// A book with one voucher and its correction in red.
fn place() -> Place {
    let place = Place::new();
    place.write("成员.csv", "code,name,kind\nH1,村民001,household\n");
    place.write("科目.csv", "code,name,parent\n102-01,信用社: 基本户,102\n");
    place.write(
        "凭证.csv",
        "voucher,date,summary,account,debit,credit,member,counterparty,project\n\
         1,2025-01-31,收股金;  现金,102-01,1200.50,,,\"甲, 乙\",一批\n\
         1,2025-01-31,村民001 股金,301,,1200.50,H1,,\n\
         2,2025-02-01,冲 1 月 1 号,102-01,-0.50,,,,\n2,2025-02-01,冲 1 月 1 号,301,,-0.50,H1,,\n",
    );
    let commands = [
        "book new 账.baotuan --name 东河区",
        "coop add --code C1 --name 幸福鹅养殖专业合作社 --starts 2025-01",
        "import members 成员.csv --coop C1",
        "import accounts 科目.csv --coop C1",
        "import vouchers 凭证.csv --coop C1",
    ];
    for command in commands {
        place.run_with(command, &BOOK).done();
    }
    place
}

#[test]
fn a_voucher_and_its_red_correction_are_a_journal() {
    let journal = place().run_with("export hledger --coop C1", &BOOK).done();
    expect![[r#"
        ; C1 幸福鹅养殖专业合作社

        commodity CNY
            format 1000.00 CNY

        tag summary
        tag member
        tag counterparty
        tag project
        tag quantity
        tag price

        account 102-01:信用社： 基本户
        account 301:股金

        2025-01-31 (记-001) 收股金； 现金
            102-01:信用社： 基本户  1200.50 CNY
            ; counterparty: 甲， 乙
            ; project: 一批
            301:股金  -1200.50 CNY
            ; summary: 村民001 股金
            ; member: H1 村民001

        2025-02-01 (记-001) 冲 1 月 1 号
            102-01:信用社： 基本户  -0.50 CNY
            301:股金  0.50 CNY
            ; member: H1 村民001
    "#]]
    .assert_eq(&journal);
}

#[test]
fn the_file_the_screen_and_the_object_hold_the_same_journal() {
    let place = place();
    let run = |arguments: &str| place.run_with(arguments, &BOOK);
    let journal = run("export hledger --coop C1").done();
    let view = run("export hledger --coop C1 --json").json();
    assert_eq!(keys(&view), ["coop", "text", "vouchers"]);
    assert_eq!((&view["text"], &view["vouchers"]), (&json!(journal), &json!(2)));
    let said = run("export hledger --coop C1 --out C1.journal").done();
    assert_eq!(said, "2 张凭证：C1.journal\n");
    assert_eq!(fs::read_to_string(place.path("C1.journal")).unwrap(), journal);
    let view = run("export hledger --coop C1 --out C1.journal --json").json();
    assert_eq!(keys(&view), ["bytes", "coop", "path", "vouchers"]);
    assert_eq!(view["bytes"], json!(journal.len()));
}

#[test]
fn a_journal_never_takes_the_place_of_a_book() {
    let place = place();
    let before = fs::read(place.path("账.baotuan")).unwrap();
    let run = |arguments: &str| -> Answer { place.run_with(arguments, &BOOK) };
    let book = run("export hledger --coop C1 --out 账.baotuan").refused(2);
    assert!(book.contains("是账套文件") && book.contains(".journal"), "{book}");
    let folder = run("export hledger --coop C1 --out 没有/C1.journal").refused(1);
    assert!(folder.contains("文件夹 没有 不存在"), "{folder}");
    let coop = run("export hledger --coop C9").refused(1);
    assert!(coop.contains("C9"), "{coop}");
    assert!(fs::read(place.path("账.baotuan")).unwrap() == before, "the book was changed");
    let files = ["凭证.csv", "成员.csv", "科目.csv", "账.baotuan"];
    assert_eq!(place.files(), files);
}
