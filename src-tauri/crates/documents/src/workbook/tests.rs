use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use domain::Month;
use domain::sheet::{Column, Fact, Label};
use domain::voucher::VoucherNumber;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

fn label(zh: &str) -> Label {
    Label::new(zh, "-")
}

fn column(group: Option<&str>, heading: &str, content: Content) -> Column {
    Column { group: group.map(label), heading: label(heading), content }
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn money(yuan: &str) -> Cell {
    Cell::Money(Money::read(yuan).unwrap())
}

fn jin(text: &str) -> Quantity {
    Quantity::read(text).unwrap()
}

fn frame() -> SheetFrame {
    SheetFrame {
        preparer: Some("制表员".to_owned()),
        made_on: date(2025, 4, 2),
        check_code: Some("7f3a 91c2".to_owned()),
    }
}

/// Deliveries of members with what a spreadsheet likes to take for something else.
fn sheet() -> Sheet {
    let columns = vec![
        column(None, "日期", Content::Day),
        column(None, "凭证", Content::Voucher),
        column(None, "编号", Content::Code),
        column(None, "成员", Content::Text),
        column(Some("本期"), "数量", Content::Quantity),
        column(Some("本期"), "金额", Content::Money),
    ];
    let day = date(2025, 3, 31);
    let voucher = VoucherNumber { month: Month::of(day), word: "记".to_owned(), number: 31 };
    let row = |code: &str, name: &str, quantity: Cell, amount: Cell| {
        let voucher = Cell::Voucher(voucher.clone());
        Row::new(
            RowKind::Line,
            vec![Cell::Day(day), voucher, text(code), text(name), quantity, amount],
        )
    };
    let rows = vec![
        row("001", "王𠮷𬭊䶮", Cell::Quantity(jin("12600.5")), money("164070.05")),
        row("0012", "=1+1", Cell::Quantity(jin("0.000001")), money("9000000000000.00")),
        row("1e5", "+86", Cell::QuantityBelowZero(jin("1250")), money("-0.05")).at_level(1),
        row("2-1", "-甲村", Cell::Empty, money("0.00")),
        row("3/4", "@乙村", Cell::Quantity(jin("999999999999999.999999")), Cell::Empty),
        Row::new(
            RowKind::Total,
            vec![
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Label(label("合计")),
                Cell::Empty,
                Cell::Money(Money::from_fen(i64::MAX)),
            ],
        ),
    ];
    Sheet {
        title: label("成员交售明细表"),
        form: None,
        notes: Vec::new(),
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        period: label("2025 年 3 月"),
        facts: vec![Fact { name: label("科目"), value: label("114 成员往来") }],
        columns,
        rows,
    }
}

/// The sheets of a workbook as others read them: name, and each row's cells.
fn read(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = workbook.worksheets().into_iter();
    sheets.map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect())).collect()
}

/// A cell as somebody would write it down: a number in its shortest form, a day, or words.
fn written(cell: &Data) -> String {
    match cell {
        Data::Float(number) => number.to_string(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("day {year:04}-{month:02}-{day:02}")
        }
        Data::String(words) => format!("“{words}”"),
        Data::Empty => String::new(),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_figure_is_a_number_every_day_a_day_and_every_text_a_text() {
    let sheets = read(xlsx(&[sheet()], &frame()).unwrap());
    let [(name, rows)] = sheets.as_slice() else { panic!("{} sheets", sheets.len()) };
    assert_eq!(name, "成员交售明细表");
    let shown: Vec<String> =
        rows.iter().map(|row| row.iter().map(written).collect::<Vec<_>>().join("|")).collect();
    expect_test::expect![[r#"
        “成员交售明细表”|||||
        “东河镇幸福鹅养殖农民专业合作社”|||||
        “2025 年 3 月　　单位：元”|||||
        “科目：114 成员往来”|||||
        “日期”|“凭证”|“编号”|“成员”|“本期”|
        ||||“数量”|“金额”
        day 2025-03-31|“2025-03 记-031”|“001”|“王𠮷𬭊䶮”|12600.5|164070.05
        day 2025-03-31|“2025-03 记-031”|“0012”|“=1+1”|0.000001|9000000000000
        day 2025-03-31|“2025-03 记-031”|“1e5”|“+86”|-1250|-0.05
        day 2025-03-31|“2025-03 记-031”|“2-1”|“-甲村”||0
        day 2025-03-31|“2025-03 记-031”|“3/4”|“@乙村”|“999,999,999,999,999.999999”|
        |||“合计”||“92,233,720,368,547,758.07”
        |||||
        “制表：制表员　2025 年 4 月 2 日　　校验码 7f3a 91c2”|||||"#]]
    .assert_eq(&shown.join("\n"));
}

#[test]
fn what_is_seen_first_stays_in_view_and_on_every_page() {
    let bytes = xlsx(&[sheet()], &frame()).unwrap();
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(page.contains(r#"<pane xSplit="3" ySplit="6" topLeftCell="D7""#), "{page}");
    assert!(page.contains(r#"fitToHeight="0""#) && page.contains(r#"paperSize="9""#));
    assert!(!page.contains("<f>"));
    assert!(
        page.contains(r#"<mergeCell ref="E5:F5"/>"#)
            && page.contains(r#"<mergeCell ref="A5:A6"/>"#)
    );
    assert!(part(&bytes, "xl/styles.xml").contains(r##"formatCode="#,##0.00;[Red]-#,##0.00""##));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("$5:$6</definedName>"), "{book}");
    assert!(part(&bytes, "docProps/core.xml").contains("2025-04-02T00:00:00Z"));
}

/// A part of a workbook, which is a zip archive: found by the directory at the archive's end.
fn part(bytes: &[u8], wanted: &str) -> String {
    let number = |at: usize, size: usize| {
        bytes[at..at + size].iter().rev().fold(0, |sum, &byte| sum << 8 | usize::from(byte))
    };
    let signatures = (0..bytes.len() - 46).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02"));
    let named = |&at: &usize| bytes[at + 46..].starts_with(wanted.as_bytes());
    let entry = signatures.filter(|at| number(at + 28, 2) == wanted.len()).find(named).unwrap();
    let local = number(entry + 42, 4);
    let content = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    let packed = &bytes[content..content + number(entry + 20, 4)];
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(packed).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_same_sheets_give_the_same_bytes_and_another_day_gives_others() {
    let sheets = [sheet(), Sheet { title: label("明细账"), ..sheet() }];
    let first = xlsx(&sheets, &frame()).unwrap();
    assert!(first == xlsx(&sheets, &frame()).unwrap());
    let later = SheetFrame { made_on: date(2025, 4, 3), ..frame() };
    assert!(first != xlsx(&sheets, &later).unwrap());
}

#[test]
fn each_sheet_has_a_name_of_its_own_that_a_workbook_may_have() {
    let ledger = |account: &str| Sheet {
        title: label("明细账"),
        facts: vec![Fact { name: label("科目"), value: label(account) }],
        ..sheet()
    };
    let long = "121-01 产品物资／饲料／玉米／东河镇粮油供销部代储第一仓库";
    let sheets = [
        sheet(),
        ledger("102 银行存款"),
        ledger("501 收入: [鹅/蛋]"),
        ledger(long),
        ledger(long),
        Sheet { title: label(" "), ..sheet() },
    ];
    let named: Vec<String> =
        read(xlsx(&sheets, &frame()).unwrap()).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "成员交售明细表",
        "明细账 102 银行存款",
        "明细账 501 收入： ［鹅／蛋］",
        "明细账 121-01 产品物资／饲料／玉米／东河镇粮油供销部代",
        "明细账 121-01 产品物资／饲料／玉米／东河镇粮油供（2）",
        "表",
    ];
    assert_eq!(named, expected);
}

#[test]
fn nothing_is_no_workbook_and_a_sheet_without_rows_is_one() {
    assert!(matches!(xlsx(&[], &frame()), Err(DocumentError::Empty)));
    let nothing = Sheet { columns: Vec::new(), rows: Vec::new(), ..sheet() };
    assert!(matches!(xlsx(&[nothing], &frame()), Err(DocumentError::Empty)));
    let no_rows = Sheet { rows: Vec::new(), ..sheet() };
    let one = Sheet { columns: vec![column(None, "编号", Content::Code)], ..no_rows.clone() };
    assert_eq!(read(xlsx(&[no_rows, one], &frame()).unwrap()).len(), 2);
}

#[test]
fn a_cell_with_more_than_a_workbook_holds_is_refused_and_not_cut() {
    let mut sheet = sheet();
    sheet.rows[0].cells[3] = text(&"鹅".repeat(32_768));
    assert!(matches!(xlsx(&[sheet], &frame()), Err(DocumentError::Assembly(_))));
}

/// Reads what a cell shows of an amount: the shortest form of its number, or grouped words.
fn amount_of(cell: &Data) -> Money {
    match cell {
        Data::Float(number) => Money::read(&number.to_string()).unwrap(),
        Data::String(words) => {
            let plain = words.replace(',', "").replace('−', "-").replace('.', "");
            Money::from_fen(plain.parse().unwrap())
        }
        other => panic!("{other:?} is no amount"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_amount_is_read_back_to_the_fen(
        amounts in prop::collection::vec(
            prop_oneof![
                -900_000_000_000_000..=900_000_000_000_000_i64,
                -100_000_i64..100_000,
                any::<i64>().prop_filter("has no other sign", |&fen| fen != i64::MIN),
            ],
            1..20,
        ),
    ) {
        let cells = amounts.iter().map(|&fen| vec![Cell::Money(Money::from_fen(fen))]);
        let rows = cells.map(|cells| Row::new(RowKind::Line, cells)).collect();
        let columns = vec![column(None, "金额", Content::Money)];
        let sheets = read(xlsx(&[Sheet { columns, rows, ..sheet() }], &frame()).unwrap());
        let read_back: Vec<i64> =
            sheets[0].1[5..5 + amounts.len()].iter().map(|row| amount_of(&row[0]).fen()).collect();
        prop_assert_eq!(read_back, amounts);
    }

    #[test]
    fn whatever_somebody_typed_stays_as_it_was(words in "\\PC{1,40}|_x0041_[甲 ]{1,3}") {
        let columns = vec![column(None, "摘要", Content::Text)];
        let rows = vec![Row::new(RowKind::Line, vec![text(&words)])];
        let sheets = read(xlsx(&[Sheet { columns, rows, ..sheet() }], &frame()).unwrap());
        prop_assert_eq!(&sheets[0].1[5][0], &Data::String(words));
    }
}

/// The days between which spreadsheets count right.
#[test]
fn days_are_read_back_as_they_were() {
    let days: Vec<Date> = [(1900, 3, 1), (2024, 2, 29), (2025, 12, 31), (9999, 12, 31)]
        .map(|(year, month, day)| date(year, month, day))
        .to_vec();
    let rows = days.iter().map(|&day| Row::new(RowKind::Line, vec![Cell::Day(day)])).collect();
    let columns = vec![column(None, "日期", Content::Day)];
    let sheets = read(xlsx(&[Sheet { columns, rows, ..sheet() }], &frame()).unwrap());
    let shown: Vec<String> = sheets[0].1[5..9].iter().map(|row| written(&row[0])).collect();
    assert_eq!(shown, ["day 1900-03-01", "day 2024-02-29", "day 2025-12-31", "day 9999-12-31"]);
}
