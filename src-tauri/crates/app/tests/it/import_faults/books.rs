//! Faults of vouchers and sub-accounts.

use app::import::ImportKind;
use expect_test::expect;

use super::{check, told};
use crate::kit::Trial;

const VOUCHERS: &str = "coop,voucher,date,summary,account,debit,credit,member\n";

#[test]
fn vouchers_that_do_not_balance_are_named_with_both_sides() {
    let csv = "C1,1,2025-03-31,卖蛋,102,1200.00,,\n\
               C1,1,2025-03-31,卖蛋,501,,1199.99,\n\
               C1,2,2025-03-31,卖蛋,102,5.00,,\n\
               C1,3,2025-03-31,卖蛋,102,5.00,,\n\
               C1,3,2025-03-31,卖蛋,501,,5.00,\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
        第 2 行：凭证“1”借方 1,200.00，贷方 1,199.99，差 0.01
        第 4 行：凭证“2”只有一行，至少要一借一贷
    "#]],
    );
}

#[test]
fn a_row_of_a_voucher_has_one_side() {
    let csv = "C1,1,2025-03-31,卖蛋,102,5.00,5.00,\n\
               C1,1,2025-03-31,卖蛋,501,0,0.00,\n\
               C1,1,2025-03-31,卖蛋,501,,,\n\
               C1,1,2025-03-31,卖蛋,501,,1.005,\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 4 处要改。改好后整个文件再导入一次。
        第 2 行：“debit”和贷方都填了金额，一行只能填一边
        第 3 行：“debit”和贷方都没有金额，一行要填一边
        第 4 行：“debit”和贷方都没有金额，一行要填一边
        第 5 行：“credit”“1.005”的小数超过 2 位
    "#]],
    );
}

#[test]
fn the_rows_of_a_voucher_have_one_date() {
    let csv = "C1,1,2025-03-31,卖蛋,102,5.00,,\nC1,1,2025-04-01,卖蛋,501,,5.00,\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
            1 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 2 行：凭证“1”只有一行，至少要一借一贷
            第 3 行：凭证“1”只有一行，至少要一借一贷
        "#]],
    );
}

#[test]
fn vouchers_before_the_books_begin_are_refused() {
    let csv = "C1,1,2024-12-31,卖蛋,102,5.00,,\nC1,1,2024-12-31,卖蛋,501,,5.00,\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：凭证“1”的日期 2024-12-31 早于建账月份 2025-01
    "#]],
    );
}

#[test]
fn lines_name_accounts_and_members_of_their_cooperative() {
    let csv = "C1,1,2025-03-31,收股金,102,5.00,,\n\
               C1,1,2025-03-31,收股金,301,,5.00,\n\
               C1,2,2025-03-31,收股金,102-01,5.00,,\n\
               C1,2,2025-03-31,收股金,301,,5.00,A9\n\
               C1,3,2025-03-31,损失,181,5.00,,\n\
               C1,3,2025-03-31,损失,102,,5.00,\n\
               C2,4,2025-03-31,收股金,102,5.00,,\n\
               C2,4,2025-03-31,收股金,301,,5.00,A1\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 5 处要改。改好后整个文件再导入一次。
        第 3 行：科目“301”要写明成员
        第 4 行：没有科目“102-01”
        第 5 行：没有编号为“A9”的成员
        第 6 行：科目“181”有下级科目，用明细科目，例如 181-01
        第 9 行：没有编号为“A1”的成员
    "#]],
    );
}

#[test]
fn a_voucher_with_a_faulty_row_is_not_said_to_be_out_of_balance_as_well() {
    let csv = "C1,1,2025-13-31,卖蛋,102,5.00,,\n\
               C1,1,2025-03-31,卖蛋,501,,5.00,\n\
               C1,2,2025-03-31,,102,5.00,,\n\
               C1,2,2025-03-31,卖蛋,501,,5.00,\n\
               C1,3,2025-03-31,卖蛋,102,5.00,,\n\
               C1,3,2025-03-31,卖蛋,501,,4.00,\n";
    check(
        ImportKind::Vouchers,
        &format!("{VOUCHERS}{csv}"),
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 4 处要改。改好后整个文件再导入一次。
            第 2 行：“date”“2025-13-31”不是日期，应写成 2025-03-31 的样子
            第 3 行：凭证“1”只有一行，至少要一借一贷
            第 4 行：“summary”没有填写
            第 6 行：凭证“3”借方 5.00，贷方 4.00，差 1.00
        "#]],
    );
}

#[test]
fn an_account_in_use_gets_no_sub_accounts() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "5.00");
    let csv = "coop,code,name,parent\nC1,501-01,鹅蛋,501\n";
    let problem = trial.import(ImportKind::Accounts, "明细.csv", csv.as_bytes()).unwrap_err();
    expect![[r#"
        1 import.rows
        明细.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：科目 501 经营收入 已有分录，不能再加明细。在它的同级另加科目
    "#]]
    .assert_eq(&told(&problem));
}

#[test]
fn a_trial_run_says_what_would_come_and_changes_nothing() {
    let trial = Trial::small();
    let before = trial.bytes();
    let path = trial.beside("凭证.csv");
    let rows = "C1,1,2025-03-31,卖蛋,102,5.00,,\nC1,1,2025-03-31,卖蛋,501,,5.00,\n";
    std::fs::write(&path, format!("{VOUCHERS}{rows}")).unwrap();
    let view = trial.book().import(ImportKind::Vouchers, &path, None, true).unwrap();
    assert_eq!((view.batch, view.rows, view.vouchers), (None, 2, Some(1)));
    assert!(trial.bytes() == before);
    let view = trial.book().import(ImportKind::Vouchers, &path, None, false).unwrap();
    assert!(view.batch.is_some());
}

#[test]
fn vouchers_are_numbered_by_date_and_then_as_they_stand_in_the_file() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-03-05", "1.00");
    let csv = "C1,丙,2025-04-01,四月,102,5.00,,\nC1,丙,2025-04-01,四月,501,,5.00,\n\
               C1,乙,2025-03-31,月末,102,6.00,,\nC1,甲,2025-03-01,月初,102,7.00,,\n\
               C1,乙,2025-03-31,月末,501,,6.00,\nC1,甲,2025-03-01,月初,501,,7.00,\n";
    let taken = trial.take(ImportKind::Vouchers, &format!("{VOUCHERS}{csv}"));
    assert_eq!(taken.vouchers, Some(3));
    let store = store::Store::open(&trial.path(), app::Hold::Brief).unwrap();
    let wanted = "
        SELECT month || ' ' || word || '-' || number || ' ' || summary FROM voucher ORDER BY 1";
    let mut numbers = store.plain_sql().prepare(wanted).unwrap();
    let numbers = numbers.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let numbers: Vec<String> = numbers.map(Result::unwrap).collect();
    let expected = ["202503 记-1 收支", "202503 记-2 月初", "202503 记-3 月末", "202504 记-1 四月"];
    assert_eq!(numbers, expected);
}

#[test]
fn a_sub_account_s_code_begins_with_its_parent_s() {
    let csv = "coop,code,name,parent\nC1,502-01,挂错,501\nC1,501,自己,501\n";
    check(
        ImportKind::Accounts,
        csv,
        expect![[r#"
            1 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 2 行：明细科目“502-01”应以上级编码“501”开头，例如 501-01
            第 3 行：科目“501”已经有了。换一个编码，例如 501-01
        "#]],
    );
}

#[test]
fn words_and_texts_that_no_voucher_can_have_are_named() {
    check(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,word,counterparty\n\
         C1,1,2025-03-31,收蛋款,102,1.00,,记-,\nC1,1,2025-03-31,收蛋款,501,,1.00,记-,\n\
         C1,2,2025-03-31,收蛋款,102,1.00,,期初,\nC1,2,2025-03-31,收蛋款,501,,1.00,期初,\n\
         C1,3,2025-03-31,收😀款,102,1.00,,,粮站🦢\nC1,3,2025-03-31,收蛋款,501,,1.00,,\n",
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 6 处要改。改好后整个文件再导入一次。
            第 2 行：“word”凭证字“记-”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额
            第 3 行：“word”凭证字“记-”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额
            第 4 行：“word”凭证字“期初”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额
            第 5 行：“word”凭证字“期初”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额
            第 6 行：“summary”里的“😀”（U+1F600）打印不出来，换一个字或删去
            第 6 行：“counterparty”里的“🦢”（U+1F9A2）打印不出来，换一个字或删去
        "#]],
    );
}

#[test]
fn a_year_that_is_a_slip_of_the_hand_is_not_taken() {
    let csv = "coop,voucher,date,summary,account,debit,credit\n\
               C1,1,2999-03-31,收蛋款,102,1.00,\nC1,1,2999-03-31,收蛋款,501,,1.00\n";
    let problem = Trial::small().import(ImportKind::Vouchers, "file.csv", csv.as_bytes());
    let said = told(&problem.unwrap_err());
    assert!(said.contains("第 2 行：凭证“1”的日期 2999-03-31 太远，最晚到"), "{said}");
}
