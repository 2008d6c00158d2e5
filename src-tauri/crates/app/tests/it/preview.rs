//! A file looked at before it is taken: the columns, the rows, and every fault beside its row.

use app::import::kinds;
use app::view::import::{ImportInput, ImportSource};

use crate::kit::Trial;

const HEADERS: &str = "社\t号\t日期\t摘要\t科目\t借方\t贷方\t备注";
const ROWS: &str = "C1\t1\t2025-03-01\t卖鹅蛋\t102\t900.00\t\t\n\
    C1\t1\t2025-03-01\t卖鹅蛋\t501\t\t9OO.00\t单据在乙柜\n";

fn pasted(text: &str, mapping: Option<Vec<Option<&str>>>) -> ImportInput {
    ImportInput {
        kind: "vouchers".to_owned(),
        coop: None,
        source: ImportSource::Pasted { name: "粘贴".to_owned(), text: text.to_owned() },
        mapping: mapping
            .map(|names| names.into_iter().map(|name| name.map(str::to_owned)).collect()),
    }
}

fn chosen() -> Vec<Option<&'static str>> {
    let names = ["coop", "voucher", "date", "summary", "account", "debit", "credit"];
    names.into_iter().map(Some).chain([None]).collect()
}

#[test]
fn columns_are_found_by_their_headers_and_what_is_missing_is_said() {
    let trial = Trial::small();
    let text = format!("{HEADERS}\n{ROWS}");
    let view = trial.book().import_preview(&pasted(&text, None)).unwrap();
    let mapping: Vec<Option<&str>> = view.mapping.iter().map(Option::as_deref).collect();
    let found = ["date", "summary", "account", "debit", "credit"].map(Some);
    assert_eq!(mapping[2..7], found);
    assert_eq!((mapping[0], mapping[7]), (None, None));
    let said: Vec<&str> = view.faults.iter().map(|fault| fault.text.zh.as_str()).collect();
    assert_eq!(said, ["第 1 行：缺少列“合作社”（coop）", "第 1 行：缺少列“凭证号”（voucher）"]);
}

#[test]
fn a_fault_stands_at_its_row_and_cell_and_nothing_is_taken() {
    let trial = Trial::small();
    let before = trial.bytes();
    let text = format!("{HEADERS}\n{ROWS}");
    let view = trial.book().import_preview(&pasted(&text, Some(chosen()))).unwrap();
    assert_eq!((view.row_count, view.fault_count, view.vouchers), (2, 1, None));
    let fault = &view.rows[1].faults[0];
    assert_eq!((view.rows[1].number, fault.row, fault.place), (3, Some(3), Some(6)));
    assert_eq!(fault.text.zh, "“贷方”“9OO.00”不是数字，应写成 1200.50 的样子");
    assert_eq!(trial.bytes(), before);
    let refused = trial.book().import_take(&pasted(&text, Some(chosen()))).unwrap_err();
    assert_eq!((refused.code, refused.details.len()), ("import.rows", 1));

    let mended = text.replace("9OO", "900");
    let view = trial.book().import_preview(&pasted(&mended, Some(chosen()))).unwrap();
    assert_eq!((view.fault_count, view.vouchers), (0, Some(1)));
    assert_eq!(trial.bytes(), before);
    let taken = trial.book().import_take(&pasted(&mended, Some(chosen()))).unwrap();
    assert_eq!((taken.batch, taken.vouchers), (Some(5), Some(1)));
    let view = trial.book().import_preview(&pasted(&mended, Some(chosen()))).unwrap();
    assert_eq!(view.taken_before, Some(5));
}

#[test]
fn a_row_of_sums_is_shown_with_its_fault() {
    let text = format!("{HEADERS}\n{}合计\t\t\t\t\t900.00\t900.00\t\n", ROWS.replace("9OO", "900"));
    let view = Trial::small().book().import_preview(&pasted(&text, Some(chosen()))).unwrap();
    let last = view.rows.last().unwrap();
    assert_eq!((last.number, last.faults.len()), (4, 1));
    assert!(last.faults[0].text.zh.contains("合计行"));
}

#[test]
fn of_a_long_file_the_first_rows_are_shown_and_those_with_faults() {
    let mut text = "village\tyear\tkind\tamount\n".to_owned();
    for number in 1..=700 {
        let village = if number == 690 { "V9" } else { "V1" };
        text += &format!("{village}\t2025\tlease\t{number}.00\n");
    }
    let input = ImportInput { kind: "incomes".to_owned(), ..pasted(&text, None) };
    let view = Trial::small().book().import_preview(&input).unwrap();
    assert_eq!((view.row_count, view.rows.len(), view.fault_count), (700, 501, 1));
    assert_eq!(view.rows.last().unwrap().number, 691);
}

#[test]
fn every_kind_says_its_columns_and_an_unknown_one_is_refused() {
    for kind in kinds().kinds {
        assert!(kind.columns.iter().any(|column| column.required), "{}", kind.word);
        assert!(kind.columns.is_sorted_by_key(|column| !column.required), "{}", kind.word);
    }
    let input = ImportInput { kind: "potatoes".to_owned(), ..pasted("a\tb\n1\t2\n", None) };
    let problem = Trial::small().book().import_preview(&input).unwrap_err();
    assert_eq!(problem.code, "import.kind");
}
