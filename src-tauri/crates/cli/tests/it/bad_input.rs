//! Imports with faults: exit codes, and one line for each faulty row.

use std::fs;

use serde_json::json;

use crate::kit::Place;

#[test]
fn a_file_that_cannot_be_read_is_exit_2_with_file_row_and_column() {
    let place = Place::with_demo();
    place.write("收入.csv", "village,year,kind,amount\nV01,2026,lease,1.005\nV01,2026,lease,x\n");
    let before = fs::read(place.path("示范区.baotuan")).unwrap();
    let answer = place.demo("import incomes 收入.csv");
    assert_eq!((answer.exit, answer.out.as_str()), (Some(2), ""));
    let lines: Vec<&str> = answer.err.lines().collect();
    assert!(lines[0].starts_with("收入.csv 没有导入，有 2 处要改"), "{lines:?}");
    assert_eq!(lines[1], "  第 2 行：“amount”“1.005”的小数超过 2 位");
    assert!(lines[2].starts_with("  第 3 行：“amount”“x”不是数字"), "{lines:?}");
    let english = place.demo("import incomes 收入.csv --lang en");
    assert!(english.err.contains("row 2: amount: “1.005”"), "{}", english.err);
    assert!(fs::read(place.path("示范区.baotuan")).unwrap() == before);
}

#[test]
fn what_the_books_refuse_is_exit_1() {
    let place = Place::with_demo();
    place.write("出资.csv", "coop,member,date,amount\nC01,A01,2025-03-01,-125000.01\n");
    let answer = place.demo("import contributions 出资.csv");
    assert_eq!(answer.exit, Some(1));
    assert!(answer.err.contains("第 2 行：到 2025-03-01 日终"), "{}", answer.err);
    place.write(
        "凭证.csv",
        "coop,voucher,date,summary,account,debit,credit\n\
         C04,1,2025-12-31,补记,102,5.00,\nC04,1,2025-12-31,补记,501,,4.99\n",
    );
    let answer = place.demo("import vouchers 凭证.csv --json");
    assert_eq!((answer.exit, answer.out.as_str()), (Some(1), ""));
    assert!(answer.err.contains("借方 5.00，贷方 4.99，差 0.01"), "{}", answer.err);
}

#[test]
fn a_missing_file_and_a_strange_one_are_exit_2() {
    let place = Place::with_demo();
    assert!(place.demo("import villages 没有.csv").refused(2).contains("没有.csv"));
    fs::write(place.path("图.xlsx"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let said = place.demo("import villages 图.xlsx").refused(2);
    assert!(said.contains("图.xlsx 的内容不是 Excel 表格"), "{said}");
    place.write("名册.docx", "x");
    assert!(place.demo("import villages 名册.docx").refused(2).contains("xlsx"));
}

#[test]
fn an_import_tells_its_batch_and_is_not_taken_twice() {
    let place = Place::with_demo();
    place.write("收入.csv", "村,年度,类别,金额\nV01,2026,发包租赁,1200.5\n");
    let before = fs::read(place.path("示范区.baotuan")).unwrap();
    let tried = place.demo_json("import incomes 收入.csv --dry-run");
    let expected = json!({
        "batch": null, "kind": "incomes", "rows": 1, "vouchers": null, "warnings": []
    });
    assert_eq!(tried, expected);
    assert!(place.demo("import incomes 收入.csv --dry-run").done().starts_with("试导入：1 行"));
    assert!(fs::read(place.path("示范区.baotuan")).unwrap() == before);
    let taken = place.demo_json("import incomes 收入.csv");
    let batch = taken["batch"].as_u64().unwrap();
    let said = place.demo("import incomes 收入.csv").refused(1);
    assert!(said.contains(&format!("已经作为第 {batch} 批导入过")), "{said}");
}

#[test]
fn warnings_stand_beside_what_was_taken() {
    let place = Place::with_demo();
    place.write("成员.csv", "code,name,kind,id_number\nH901,某,household,110105194912310021\n");
    let answer = place.demo("import members 成员.csv --coop C01");
    assert_eq!(answer.exit, Some(0));
    assert!(answer.out.contains("导入 1 行"), "{}", answer.out);
    assert_eq!(answer.err, "提醒：第 2 行：“某”的身份证号校验不符，已照录，核对证件\n");
}
