//! What is wrong with a file is said row by row, with the numbers that a spreadsheet shows, and
//! nothing of it is taken.

mod books;

use app::Problem;
use app::import::ImportKind;
use expect_test::{Expect, expect};
use rust_xlsxwriter::Workbook;

use crate::kit::Trial;

/// What the accountant is told, in Chinese, with the exit code of the command.
fn told(problem: &Problem) -> String {
    let exit = match problem.kind {
        app::ProblemKind::Refused | app::ProblemKind::Failed => 1,
        app::ProblemKind::Input => 2,
    };
    let mut text = format!("{} {}\n{}\n", exit, problem.code, problem.message.zh);
    for detail in &problem.details {
        text += &format!("{}\n", detail.zh);
    }
    text
}

#[track_caller]
fn check_file(kind: ImportKind, name: &str, file: &[u8], expected: Expect) {
    let trial = Trial::small();
    let before = trial.bytes();
    let problem = trial.import(kind, name, file).unwrap_err();
    expected.assert_eq(&told(&problem));
    assert!(trial.bytes() == before, "something of the file was taken");
    assert_eq!(problem.details.iter().filter(|detail| detail.en.is_empty()).count(), 0);
}

#[track_caller]
fn check(kind: ImportKind, csv: &str, expected: Expect) {
    check_file(kind, "file.csv", csv.as_bytes(), expected);
}

#[test]
fn columns_that_nobody_knows_are_named_with_those_that_are_known() {
    check(
        ImportKind::Villages,
        "code,name,township,mayor,code\nV9,丙村,东河镇,某,V9\n",
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 1 行：不认识的列“mayor”，可用的列有：编号、村、乡镇、绩效、抱团
            第 1 行：列“code”出现了两次
        "#]],
    );
}

#[test]
fn columns_that_are_missing_are_named_all_of_them() {
    check(
        ImportKind::Contributions,
        "成员,出资方式\nA1,货币\n",
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 3 处要改。改好后整个文件再导入一次。
        第 1 行：缺少列“合作社”（coop）
        第 1 行：缺少列“日期”（date）
        第 1 行：缺少列“金额”（amount）
    "#]],
    );
}

#[test]
fn a_file_in_utf_16_is_refused_and_not_guessed() {
    let utf_16: Vec<u8> =
        "\u{feff}code,name\nV9,丙村\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_file(
        ImportKind::Villages,
        "村.csv",
        &utf_16,
        expect![[r#"
        2 import.encoding
        村.csv 的编码既不是 UTF-8 也不是 GB18030。在 Excel 里另存为“CSV UTF-8”再导入。
    "#]],
    );
}

#[test]
fn a_picture_named_xlsx_is_no_workbook() {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    picture.resize(900, 3);
    check_file(
        ImportKind::Members,
        "成员.xlsx",
        &picture,
        expect![[r#"
        2 import.no_workbook
        成员.xlsx 的内容不是 Excel 表格，可能是改了扩展名的图片或别的文件。
    "#]],
    );
    check_file(
        ImportKind::Members,
        "成员.xls",
        &picture,
        expect![[r#"
        2 import.no_workbook
        成员.xls 的内容不是 Excel 表格，可能是改了扩展名的图片或别的文件。
    "#]],
    );
    check_file(
        ImportKind::Members,
        "成员.csv",
        &picture,
        expect![[r#"
        2 import.encoding
        成员.csv 的编码既不是 UTF-8 也不是 GB18030。在 Excel 里另存为“CSV UTF-8”再导入。
    "#]],
    );
}

#[test]
fn a_workbook_named_csv_is_no_text() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "code").unwrap();
    let file = workbook.save_to_buffer().unwrap();
    check_file(
        ImportKind::Villages,
        "村.csv",
        &file,
        expect![[r#"
        2 import.encoding
        村.csv 的编码既不是 UTF-8 也不是 GB18030。在 Excel 里另存为“CSV UTF-8”再导入。
    "#]],
    );
}

#[test]
fn a_file_of_another_kind_is_refused_by_its_ending() {
    check_file(
        ImportKind::Villages,
        "村.docx",
        b"code,name\n",
        expect![[r#"
        2 import.ending
        村.docx 不是 csv、xlsx 或 xls 文件。在 Excel 里另存为其中一种再导入。
    "#]],
    );
}

#[test]
fn a_file_without_rows_is_empty() {
    check(
        ImportKind::Villages,
        "",
        expect![[r#"
        2 import.empty
        file.csv 是空的：第一行要有列名，下面要有数据。
    "#]],
    );
    check(
        ImportKind::Villages,
        "code,name,township\n,,\n\n",
        expect![[r#"
        2 import.empty
        file.csv 是空的：第一行要有列名，下面要有数据。
    "#]],
    );
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let file = workbook.save_to_buffer().unwrap();
    check_file(
        ImportKind::Villages,
        "空.xlsx",
        &file,
        expect![[r#"
        2 import.empty
        空.xlsx 是空的：第一行要有列名，下面要有数据。
    "#]],
    );
}

#[test]
fn a_file_that_is_not_there_is_missing() {
    let trial = Trial::small();
    let path = trial.beside("没有.csv");
    let problem = trial.book().import(ImportKind::Villages, &path, None, false).unwrap_err();
    assert_eq!(problem.code, "file.missing");
    assert!(problem.message.zh.contains("没有.csv"));
}

#[test]
fn a_code_stands_once_in_the_file_and_in_the_book() {
    let csv = "code,name,township\nV8,丙村,东河镇\nV1,甲村,东河镇\nV8,丁村,东河镇\n";
    check(
        ImportKind::Villages,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
        第 3 行：编号“V1”已经有了，不能用两次
        第 4 行：编号“V8”已经有了，不能用两次
    "#]],
    );
    let csv = "code,name,starts\nC1,一号,2025-01\nC8,八号,2025-01\nC8,八号,2025-01\n";
    check(
        ImportKind::Cooperatives,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
        第 2 行：编号“C1”已经有了，不能用两次
        第 4 行：编号“C8”已经有了，不能用两次
    "#]],
    );
    let csv = "coop,code,name,kind\nC1,H1,某,household\nC1,H8,某,household\nC1,H8,某,农户\n\
               C2,A1,别社,household\n";
    check(
        ImportKind::Members,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
        第 2 行：编号“H1”已经有了，不能用两次
        第 4 行：编号“H8”已经有了，不能用两次
    "#]],
    );
    let csv = "coop,code,name,parent\nC1,181-01,再一次,181\nC1,999-01,无上级,999\n";
    check(
        ImportKind::Accounts,
        csv,
        expect![[r#"
            1 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 2 行：科目“181-01”已经有了。换一个编码，例如 181-03
            第 3 行：没有科目“999”
        "#]],
    );
}

#[test]
fn one_faulty_row_keeps_the_whole_file_out_and_every_faulty_row_is_listed() {
    let csv = "coop,code,name,kind,village,joined\n\
               C1,H7,好的,household,V1,2025-01-02\n\
               C9,H8,某,household,V1,2025-01-02\n\
               C1,,无编号,household,V1,2025-01-02\n\
               C1,H9,某,person,V9,2025-02-29\n\
               C1,A3,某村,village_collective,,\n\
               C1,A4,甲村,village_collective,V1,\n\
               C1,H10,好的,household,V1,2025-01-02,多出一格\n";
    check(
        ImportKind::Members,
        csv,
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 7 处要改。改好后整个文件再导入一次。
        第 3 行：没有编号为“C9”的合作社
        第 4 行：“code”没有填写
        第 5 行：“kind”“person”不认识，可以写：村集体、农户、企业
        第 5 行：“joined”“2025-02-29”不是日期，应写成 2025-03-31 的样子
        第 6 行：村集体“某村”要写明村编号
        第 7 行：“甲村”的村在这家合作社里已是成员
        第 8 行：有 7 格，列名只有 6 个
    "#]],
    );
}

#[test]
fn a_village_stands_once_among_the_members_of_a_file() {
    let csv = "coop,code,name,kind,village\nC2,A1,甲村,village_collective,V1\n\
               C2,A2,又是甲村,village_collective,V1\n";
    check(
        ImportKind::Members,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 3 行：“又是甲村”的村在这家合作社里已是成员
    "#]],
    );
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let csv = "coop,date,product,quantity,unit,note\r\n\
               C1,2025-01-01,鹅蛋,5,斤,\"第二行\r\n\"\r\n\
               \r\n\
               C1,2025-13-01,鹅蛋,5,斤,第四行\r\n\
               C1,2025-01-01,鹅蛋,5,斤,\"\n\n第五行\n\"\r\n\
               C1,2025-01-01,鹅蛋,0,斤,第六行";
    check(
        ImportKind::Yields,
        csv,
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 4 行：“date”“2025-13-01”不是日期，应写成 2025-03-31 的样子
            第 6 行：“quantity”必须大于零
        "#]],
    );
    check(
        ImportKind::Yields,
        &csv.replace("\r\n", "\n"),
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 2 处要改。改好后整个文件再导入一次。
            第 4 行：“date”“2025-13-01”不是日期，应写成 2025-03-31 的样子
            第 6 行：“quantity”必须大于零
        "#]],
    );

    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["code", "name", "township"]) {
        sheet.write_string(2, column, header).unwrap();
    }
    sheet.write_string(5, 0, "V9").unwrap();
    let file = workbook.save_to_buffer().unwrap();
    check_file(
        ImportKind::Villages,
        "村.xlsx",
        &file,
        expect![[r#"
        2 import.rows
        村.xlsx 没有导入，有 2 处要改。改好后整个文件再导入一次。
        第 6 行：“name”没有填写
        第 6 行：“township”没有填写
    "#]],
    );
}

#[test]
fn days_that_are_none_are_refused_however_they_are_written() {
    let days =
        ["2025-02-29", "2025/13/1", "31.12.2025", "2025年4月31日", "45658", "昨天", "25-1-1"];
    let rows: Vec<String> = days.iter().map(|day| format!("C1,H1,{day},羊,1,只,1.00")).collect();
    let csv = format!("coop,member,date,product,quantity,unit,amount\n{}\n", rows.join("\n"));
    check(
        ImportKind::Deliveries,
        &csv,
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 7 处要改。改好后整个文件再导入一次。
            第 2 行：“date”“2025-02-29”不是日期，应写成 2025-03-31 的样子
            第 3 行：“date”“2025/13/1”不是日期，应写成 2025-03-31 的样子
            第 4 行：“date”“31.12.2025”不是日期，应写成 2025-03-31 的样子
            第 5 行：“date”“2025年4月31日”不是日期，应写成 2025-03-31 的样子
            第 6 行：“date”“45658”不是日期，应写成 2025-03-31 的样子
            第 7 行：“date”“昨天”不是日期，应写成 2025-03-31 的样子
            第 8 行：“date”“25-1-1”不是日期，应写成 2025-03-31 的样子
        "#]],
    );
}

#[test]
fn amounts_and_quantities_are_plain_and_exact() {
    let csv = "coop,member,date,product,quantity,unit,amount\n\
               C1,H1,2025-01-01,羊,0,只,1.00\n\
               C1,H1,2025-01-01,羊,-1,只,1.00\n\
               C1,H1,2025-01-01,羊,1.0000001,只,1.00\n\
               C1,H1,2025-01-01,羊,1000000000000,只,1.00\n\
               C1,H1,2025-01-01,羊,1,只,-0.01\n\
               C1,H1,2025-01-01,羊,1,只,1.005\n\
               C1,H1,2025-01-01,羊,1,只,\"1,200.00\"\n\
               C1,H1,2025-01-01,羊,1,只,1e3\n\
               C1,H1,2025-01-01,羊,1,只,9000000000000.01\n\
               C1,H1,2025-01-01,羊,1,只,\n";
    check(
        ImportKind::Deliveries,
        csv,
        expect![[r#"
            2 import.rows
            file.csv 没有导入，有 9 处要改。改好后整个文件再导入一次。
            第 2 行：“quantity”必须大于零
            第 3 行：“quantity”“-1”不能是负数
            第 4 行：“quantity”“1.0000001”的小数超过 6 位
            第 5 行：“quantity”“1000000000000”超过上限 999999999
            第 6 行：“amount”“-0.01”不能是负数
            第 7 行：“amount”“1.005”的小数超过 2 位
            第 9 行：“amount”“1e3”不是数字，应写成 1200.50 的样子
            第 10 行：“amount”“9000000000000.01”超过上限 9000000000000.00
            第 11 行：“amount”没有填写
        "#]],
    );
}

#[test]
fn a_share_does_not_fall_below_zero() {
    let csv = "coop,member,date,amount\n\
               C1,A1,2025-06-01,-300.01\n\
               C1,A2,2025-06-01,-60.00\n\
               C1,A2,2025-07-01,-60.00\n\
               C1,H1,2025-06-01,5.00\n\
               C1,H1,2025-05-31,-5.00\n\
               C1,H1,2025-06-01,0\n";
    check(
        ImportKind::Contributions,
        csv,
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 4 处要改。改好后整个文件再导入一次。
        第 2 行：到 2025-06-01 日终，该成员出资会是 −0.01，不能低于零
        第 4 行：到 2025-07-01 日终，该成员出资会是 −20.00，不能低于零
        第 6 行：到 2025-05-31 日终，该成员出资会是 −5.00，不能低于零
        第 7 行：“amount”不能为零
    "#]],
    );
}

#[test]
fn what_comes_in_and_goes_out_on_one_day_may_stand_in_any_order() {
    let mut trial = Trial::small();
    let csv = "coop,member,date,amount\nC1,H1,2025-06-01,-5.00\nC1,H1,2025-06-01,5.00\n";
    trial.take(ImportKind::Contributions, csv);
    let member = trial.book().member("C1", "H1", None).unwrap();
    assert_eq!(member.row.capital.0.to_string(), "0.00");
}

#[test]
fn a_row_that_cannot_be_read_makes_no_second_fault_of_its_member() {
    let csv = "coop,member,date,amount\nC1,H1,2025-02-30,5.00\nC1,H1,2025-06-01,-5.00\n";
    check(
        ImportKind::Contributions,
        csv,
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：“date”“2025-02-30”不是日期，应写成 2025-03-31 的样子
    "#]],
    );
}

#[test]
fn codes_that_nobody_has_are_named() {
    let csv = "coop,member,date,amount\nC9,A1,2025-06-01,5.00\nC1,X1,2025-06-01,5.00\n\
               C2,A1,2025-06-01,5.00\n";
    check(
        ImportKind::Contributions,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 3 处要改。改好后整个文件再导入一次。
        第 2 行：没有编号为“C9”的合作社
        第 3 行：没有编号为“X1”的成员；这里要填成员编号，不是姓名
        第 4 行：没有编号为“A1”的成员；这里要填成员编号，不是姓名
    "#]],
    );
    let csv = "village,year,kind,amount\nV9,2025,lease,5.00\nV1,2025,lottery,5.00\n\
               V1,25,lease,5.00\nV1,2025,lease,-5.00\n";
    check(
        ImportKind::Incomes,
        csv,
        expect![[r#"
        2 import.rows
        file.csv 没有导入，有 4 处要改。改好后整个文件再导入一次。
        第 2 行：没有编号为“V9”的村；这里要填村的编号，不是村名
        第 3 行：“kind”“lottery”不认识，可以写：抱团分红、项目工资租金、发包租赁、资产经营、服务、其他、补助
        第 4 行：“year”“25”不是年份
        第 5 行：“amount”“-5.00”不能是负数
    "#]],
    );
}

#[test]
fn a_household_with_a_wrong_id_number_is_taken_with_a_warning() {
    let mut trial = Trial::small();
    let csv = "coop,code,name,kind,id_number\nC1,H7,村民𠮷,household,110105194912310021\n\
               C1,H8,村民008,household,11010519491231002X\nC1,H9,村民009,household,\n";
    let taken = trial.take(ImportKind::Members, csv);
    let warnings: Vec<_> = taken.warnings.iter().map(|warning| warning.zh.as_str()).collect();
    assert_eq!(warnings, ["第 2 行：“村民𠮷”的身份证号校验不符，已照录，核对证件"]);
    assert_eq!((taken.rows, trial.book().members("C1", None).unwrap().rows.len()), (3, 6));
}

#[test]
fn the_same_file_is_not_taken_twice_whatever_it_is_called() {
    let mut trial = Trial::small();
    let csv = "coop,date,product,quantity,unit\nC1,2025-01-01,鹅蛋,5,斤\n";
    let batch = trial.take(ImportKind::Yields, csv).batch.unwrap();
    let before = trial.bytes();
    let problem = trial.import(ImportKind::Yields, "换名.csv", csv.as_bytes()).unwrap_err();
    assert_eq!((problem.code, problem.kind), ("import.taken_before", app::ProblemKind::Refused));
    assert!(problem.message.zh.contains(&format!("第 {batch} 批")), "{}", problem.message.zh);
    assert!(trial.bytes() == before);
}

#[test]
fn a_cooperative_named_beside_the_file_stands_for_the_column() {
    let trial = Trial::small();
    let path = trial.beside("产量.csv");
    let import = |coop: &str, csv: &str| {
        std::fs::write(&path, csv).unwrap();
        trial.book().import(ImportKind::Yields, &path, Some(coop), false)
    };
    let csv = "date,product,quantity,unit\n2025-01-01,鹅蛋,5,斤\n";
    assert_eq!(import("C9", csv).unwrap_err().code, "register.unknown");
    import("C1", csv).unwrap();
    import("C2", csv).unwrap();
    let again = import("C2", csv).unwrap_err();
    assert_eq!(again.code, "import.taken_before");
    let problem = import("C2", "coop,date,product,quantity,unit\nC1,2025-01-01,鹅蛋,6,斤\n");
    expect![[r#"
        1 import.rows
        产量.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：这一行属于合作社“C1”，与指定的不同
    "#]]
    .assert_eq(&told(&problem.unwrap_err()));
}

#[test]
fn a_quote_that_was_left_open_is_found_where_it_stands() {
    let csv = "code,name,township\nV8,丙村,东河镇\nV9,\"丁村,东河镇\nV10,戊村,东河镇\n";
    check(
        ImportKind::Villages,
        csv,
        expect![[r#"
        2 import.open_quote
        file.csv 第 3 行有一格含换行，多半是引号没有成对。补上或删去引号再导入。
    "#]],
    );
}

#[test]
fn utf_8_with_one_damaged_character_is_not_taken_for_something_else() {
    let rows: Vec<String> = (10..30).map(|n| format!("V{n},丙村,东河镇\n")).collect();
    let mut csv = format!("code,name,township\n{}", rows.concat()).into_bytes();
    let place = csv.len() - 3;
    csv[place] = b'?';
    check_file(
        ImportKind::Villages,
        "村.csv",
        &csv,
        expect![[r#"
        2 import.encoding
        村.csv 是 UTF-8，但第 21 行有损坏的字。改好这一行，或重新另存再导入。
    "#]],
    );
}

#[test]
fn a_bank_account_that_a_spreadsheet_has_rounded_is_refused() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["coop", "code", "name", "kind", "bank_account"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    for (column, cell) in (0..).zip(["C1", "H7", "村民007", "household"]) {
        sheet.write_string(1, column, cell).unwrap();
    }
    sheet.write_number(1, 4, 6_222_021_234_567_890_000.0).unwrap();
    let file = workbook.save_to_buffer().unwrap();
    check_file(
        ImportKind::Members,
        "成员.xlsx",
        &file,
        expect![[r#"
        2 import.rows
        成员.xlsx 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：数字 6222021234567890000 超过 15 位，Excel 已改动末位。把该列设为文本再填
    "#]],
    );
}

#[test]
fn a_member_s_money_has_a_limit() {
    let csv = "coop,member,date,amount\nC1,H1,2025-01-02,9000000000000.00\n\
               C1,H1,2025-01-03,0.01\n";
    check(
        ImportKind::Contributions,
        csv,
        expect![[r#"
        1 import.rows
        file.csv 没有导入，有 1 处要改。改好后整个文件再导入一次。
        第 2 行：该成员出资合计超出可记的范围
    "#]],
    );
}

#[test]
fn villages_are_imported_for_no_cooperative() {
    let trial = Trial::small();
    let path = trial.beside("村.csv");
    std::fs::write(&path, "code,name,township\nV9,丁村,东河镇\n").unwrap();
    let problem = trial.book().import(ImportKind::Villages, &path, Some("C1"), false).unwrap_err();
    expect![[r#"
        2 import.needless_cooperative
        村不分合作社，不要指定合作社 C1。
    "#]]
    .assert_eq(&told(&problem));
}

#[test]
fn a_dividend_that_flows_in_by_itself_is_typed_with_a_warning() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "5.00");
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &crate::kit::plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
    drop(book);
    let csv = "village,year,kind,amount\nV1,2025,dividend,3.75\nV1,2024,dividend,3.75\n";
    let taken = trial.take(ImportKind::Incomes, csv);
    let warnings: Vec<_> = taken.warnings.iter().map(|warning| warning.zh.as_str()).collect();
    expect!["第 2 行：该村 2025 年已有合作社分红自动计入，再录抱团分红会重复，核对"]
        .assert_eq(&warnings.join("\n"));
}
