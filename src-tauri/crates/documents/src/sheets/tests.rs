use domain::sheet::{Column, Content, Fact, Label};
use domain::voucher::VoucherNumber;
use domain::{Money, Month, Quantity};
use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::page::{Mark, Paper, clear};
use crate::pdf::read_back;

fn label(zh: &str) -> Label {
    Label::new(zh, "-")
}

fn column(group: Option<&str>, heading: &str, content: Content) -> Column {
    Column { group: group.map(label), heading: label(heading), content }
}

fn money(yuan: &str) -> Cell {
    Cell::Money(Money::read(yuan).unwrap())
}

fn said(zh: &str) -> Cell {
    Cell::Label(label(zh))
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn sheet(title: &str, columns: Vec<Column>, rows: Vec<Row>) -> Sheet {
    Sheet {
        title: label(title),
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        period: label("2025 年 3 月"),
        facts: Vec::new(),
        columns,
        rows,
    }
}

fn foot() -> SheetFrame {
    SheetFrame {
        preparer: Some("制表员".to_owned()),
        made_on: date(2025, 4, 2),
        check_code: Some("7f3a 91c2 04de b6a8".to_owned()),
    }
}

/// The chart with a year's opening, two turnovers and the closing, in twelve columns of amounts.
fn trial_balance() -> Sheet {
    let mut columns =
        vec![column(None, "科目编码", Content::Code), column(None, "科目名称", Content::Text)];
    for group in ["年初余额", "期初余额", "本期发生额", "本年累计发生额", "期末余额", "其中：成员"]
    {
        columns.push(column(Some(group), "借方", Content::Money));
        columns.push(column(Some(group), "贷方", Content::Money));
    }
    let accounts = [
        ("101", "库存现金", 0),
        ("102", "银行存款", 0),
        ("102-01", "农商银行东河支行", 1),
        ("113", "应收款", 0),
        ("114", "成员往来", 0),
        ("121", "产品物资", 0),
        ("121-01", "饲料", 1),
        ("121-01-01", "玉米", 2),
        ("141", "消耗性生物资产", 0),
        ("142", "生产性生物资产", 0),
        ("143", "生产性生物资产累计折旧", 0),
        ("151", "固定资产", 0),
        ("152", "累计折旧", 0),
        ("211", "应付款", 0),
        ("235", "专项应付款", 0),
        ("301", "股金", 0),
        ("311", "专项基金", 0),
        ("332", "盈余分配", 0),
        ("501", "经营收入", 0),
        ("521", "经营支出", 0),
    ];
    let mut rows: Vec<Row> = accounts
        .iter()
        .zip(1_i64..)
        .map(|(&(code, name, level), n)| {
            let mut cells = vec![text(code), text(name)];
            for side in 0..12_i64 {
                let fen = (n * 7_919_333 + side * 104_729) % 160_000_000;
                let fen = if n == 14 && side == 5 { -fen } else { fen };
                let empty = (n + side) % 2 == 0;
                cells.push(if empty { Cell::Empty } else { Cell::Money(Money::from_fen(fen)) });
            }
            Row::new(RowKind::Line, cells).at_level(level)
        })
        .collect();
    let mut total = vec![Cell::Empty, said("合计")];
    total.extend((0..12).map(|side| {
        let of_row = |row: &Row| match row.cells[side + 2] {
            Cell::Money(amount) => amount,
            _ => Money::ZERO,
        };
        Cell::Money(rows.iter().filter(|row| row.level == 0).map(of_row).sum())
    }));
    rows.push(Row::new(RowKind::Total, total));
    sheet("科目余额表", columns, rows)
}

/// The bank account line by line, closed by month.
fn ledger(lines: u32) -> Sheet {
    let columns = vec![
        column(None, "日期", Content::Day),
        column(None, "凭证", Content::Voucher),
        column(None, "摘要", Content::Text),
        column(None, "借方", Content::Money),
        column(None, "贷方", Content::Money),
        column(None, "方向", Content::Code),
        column(None, "余额", Content::Money),
    ];
    let row = |kind, cells: [Cell; 7]| Row::new(kind, cells.to_vec());
    let mut balance = Money::read("125000.00").unwrap();
    let mut rows = vec![row(
        RowKind::Opening,
        [
            Cell::Empty,
            Cell::Empty,
            said("上年结转"),
            Cell::Empty,
            Cell::Empty,
            said("借"),
            Cell::Money(balance),
        ],
    )];
    let (mut debit, mut credit) = (Money::ZERO, Money::ZERO);
    for n in 1..=lines {
        let day = date(
            2025,
            1 + i8::try_from(n / 40).unwrap(),
            1 + i8::try_from(n % 40 * 27 / 40).unwrap(),
        );
        let voucher = VoucherNumber { month: Month::of(day), word: "记".to_owned(), number: n };
        let amount = Money::from_fen(i64::from(n) * 12_345);
        let (own, other) = (Cell::Money(amount), Cell::Empty);
        let (left, right) = if n % 3 == 0 {
            balance -= amount;
            credit += amount;
            (other, own)
        } else {
            balance += amount;
            debit += amount;
            (own, other)
        };
        let summary = match n % 7 {
            0 => "收东河镇甲村股份经济合作社转来肉鹅标准化养殖示范基地建设款",
            3 => "付玉米款",
            _ => "收肉鹅款",
        };
        rows.push(row(
            RowKind::Line,
            [
                Cell::Day(day),
                Cell::Voucher(voucher),
                text(summary),
                left,
                right,
                said("借"),
                Cell::Money(balance),
            ],
        ));
        if n % 40 == 39 || n == lines {
            for (kind, words) in [(RowKind::Subtotal, "本月合计"), (RowKind::Total, "本年累计")]
            {
                rows.push(row(
                    kind,
                    [
                        Cell::Day(day),
                        Cell::Empty,
                        said(words),
                        Cell::Money(debit),
                        Cell::Money(credit),
                        said("借"),
                        Cell::Money(balance),
                    ],
                ));
            }
        }
    }
    let facts = vec![
        Fact { name: label("科目"), value: label("102 银行存款") },
        Fact { name: label("明细"), value: label("农商银行东河支行") },
    ];
    Sheet { facts, ..sheet("明细账", columns, rows) }
}

/// Production cost of a batch with a column for each kind of cost.
fn many_columns(kinds: usize) -> Sheet {
    const NAMES: [&str; 7] =
        ["饲料", "工资", "防疫及兽药费", "水电费", "鹅舍折旧", "运输费", "其他直接费用及损失"];
    let mut columns = vec![
        column(None, "日期", Content::Day),
        column(None, "凭证", Content::Voucher),
        column(None, "摘要", Content::Text),
        column(None, "借方", Content::Money),
        column(None, "贷方", Content::Money),
        column(None, "余额", Content::Money),
    ];
    columns.extend(
        (0..kinds).map(|kind| {
            column(Some("（借）方金额分析"), NAMES[kind % NAMES.len()], Content::Money)
        }),
    );
    let rows = (1..=30_u32).map(|n| {
        let day = date(2025, 3, i8::try_from(n).unwrap());
        let voucher = VoucherNumber { month: Month::of(day), word: "记".to_owned(), number: n };
        let fen = i64::from(n) * 123_457;
        let amount = || Cell::Money(Money::from_fen(fen));
        let mut cells = vec![
            Cell::Day(day),
            Cell::Voucher(voucher),
            text("第 2 批育雏领用饲料"),
            amount(),
            Cell::Empty,
            Cell::Money(Money::from_fen(fen * i64::from(n))),
        ];
        let own = n as usize % kinds;
        cells.extend((0..kinds).map(|kind| if kind == own { amount() } else { Cell::Empty }));
        Row::new(RowKind::Line, cells)
    });
    sheet("多栏式明细账", columns, rows.collect())
}

/// Members' accounts with a quantity, a rare name and words far too long for their column.
fn list() -> Sheet {
    let columns = vec![
        column(None, "编号", Content::Code),
        column(None, "成员", Content::Text),
        column(None, "交售数量", Content::Quantity),
        column(None, "金额", Content::Money),
    ];
    let jin = |text: &str| Quantity::read(text).unwrap();
    let row = |code: &str, name: &str, quantity: Cell, yuan: &str| {
        Row::new(RowKind::Line, vec![text(code), text(name), quantity, money(yuan)])
    };
    let rows = vec![
        row("001", "王𠮷𬭊䶮㛃𫝋㼆𠅤", Cell::Quantity(jin("12600.5")), "9000000000000.00"),
        row("002", &"甲村".repeat(60), Cell::QuantityBelowZero(jin("1250")), "-0.05"),
        row("编号长得一栏写不下的一个成员", "=1+1", Cell::Empty, "0.00"),
    ];
    sheet("成员交售明细表", columns, rows)
}

fn samples() -> [Sheet; 5] {
    [trial_balance(), ledger(45), many_columns(14), many_columns(24), list()]
}

/// The pages of a sheet, and the forms that they place.
fn printed(sheet: &Sheet) -> (Paper, Vec<Form>, Vec<Drawing>) {
    let frame = foot();
    let printed = Printed::new(sheet, &frame);
    (printed.layout.paper, printed.forms(), printed.pages().collect())
}

#[test]
fn sheets_are_laid_out_as_they_were_last_looked_at() {
    let mut shown = String::new();
    for sheet in [ledger(4), list(), many_columns(24)] {
        let (paper, forms, pages) = printed(&sheet);
        shown += &format!("{} {paper:?}\n", sheet.title.zh);
        for form in forms {
            shown += &format!("form\n{}\n", form.drawing);
        }
        for page in pages.iter().take(2) {
            shown += &format!("page\n{page}\n");
        }
    }
    expect_file!["snapshots/sheets.txt"].assert_eq(&shown);
}

#[test]
fn the_text_of_the_pdf_is_the_text_of_the_pages_with_every_rare_character() {
    for sheet in samples() {
        let (_, forms, pages) = printed(&sheet);
        let laid_out: Vec<String> = pages.iter().map(|page| clear::words(&forms, page)).collect();
        assert_eq!(read_back::pages(&pdf(&sheet, &foot()).unwrap()), laid_out);
    }
    let (_, forms, pages) = printed(&list());
    assert!(clear::words(&forms, &pages[0]).contains("王𠮷𬭊䶮㛃𫝋㼆𠅤"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_another_day_gives_others() {
    let sheet = trial_balance();
    let first = pdf(&sheet, &foot()).unwrap();
    assert!(first == pdf(&sheet, &foot()).unwrap());
    let later = SheetFrame { made_on: date(2025, 4, 3), ..foot() };
    assert!(first != pdf(&sheet, &later).unwrap());
}

#[test]
fn a_character_that_cannot_be_printed_is_named_with_its_sheet_and_nothing_is_made() {
    let mut sheet = list();
    sheet.rows[0].cells[1] = text("王\u{2A708}");
    let error = pdf(&sheet, &foot()).unwrap_err();
    let expected = "1 cannot be printed: U+2A708 in 王\u{2A708} \
                    (东河镇幸福鹅养殖农民专业合作社, 成员交售明细表 2025 年 3 月)";
    assert_eq!(error.to_string(), expected);
    let nothing = Sheet { columns: Vec::new(), rows: Vec::new(), ..list() };
    assert!(matches!(pdf(&nothing, &foot()), Err(DocumentError::Empty)));
}

#[test]
fn a_ledger_stands_upright_and_what_is_wide_lies_on_its_side() {
    let of = |sheet: &Sheet| {
        let layout = Layout::of(sheet, &Words::new(sheet));
        (layout.paper, layout.panels.len())
    };
    assert_eq!(of(&ledger(45)), (Paper::Portrait, 1));
    assert_eq!(of(&list()), (Paper::Portrait, 1));
    assert_eq!(of(&trial_balance()), (Paper::Landscape, 1));
    assert_eq!(of(&many_columns(14)), (Paper::Landscape, 1));
    assert_eq!(of(&many_columns(24)), (Paper::Landscape, 2));
}

#[test]
fn every_amount_stands_once_and_ends_where_its_column_ends() {
    for sheet in samples() {
        let frame = foot();
        let printed = Printed::new(&sheet, &frame);
        let mut found: Vec<Vec<String>> = vec![Vec::new(); sheet.columns.len()];
        for (page, panel) in printed.pages().zip(printed.layout.panels.iter().cycle()) {
            for mark in &page.marks {
                let Mark::Text { at, anchor: Anchor::Right, words, .. } = mark else { continue };
                let slot = panel.iter().find(|slot| slot.end() - PAD == at.x);
                let is_foot = words.starts_with('第');
                if let Some(slot) = slot.filter(|_| !is_foot) {
                    found[slot.column].push(words.to_string());
                }
            }
        }
        for (index, found) in found.iter().enumerate() {
            let cells = sheet.rows.iter().map(|row| &row.cells[index]);
            let expected: Vec<String> = cells
                .filter(|cell| cells::is_figure(cell))
                .map(|cell| printed.words.say(cell).into_owned())
                .collect();
            assert_eq!(*found, expected, "{}", sheet.columns[index].heading.zh);
        }
    }
}

#[test]
fn the_columns_of_texts_are_repeated_where_the_others_go_on() {
    let sheet = many_columns(24);
    let layout = Layout::of(&sheet, &Words::new(&sheet));
    let columns = |panel: usize| -> Vec<usize> {
        layout.panels[panel].iter().map(|slot| slot.column).collect()
    };
    let (first, second) = (columns(0), columns(1));
    assert_eq!((&first[..3], &second[..3]), (&[0, 1, 2][..], &[0, 1, 2][..]));
    let others: Vec<usize> = first[3..].iter().chain(&second[3..]).copied().collect();
    assert_eq!(others, (3..30).collect::<Vec<_>>());
    let (_, forms, pages) = printed(&sheet);
    assert_eq!(pages.len(), 4);
    for (page, place) in pages.iter().zip(["第 1 页　共 4 页", "第 2 页　共 4 页"]) {
        let words = clear::words(&forms, page);
        assert!(words.contains("多栏式明细账") && words.contains("记-001"));
        assert!(words.ends_with(place), "{words}");
    }
    assert!(clear::words(&forms, &pages[1]).contains("分栏 2/2"));
}

#[test]
fn a_sum_never_begins_a_page() {
    for lines in 30..40 {
        let mut sheet = ledger(lines);
        sheet.facts.clear();
        let frame = foot();
        let printed = Printed::new(&sheet, &frame);
        let last = printed.pages.last().unwrap().clone();
        assert!(!is_sum(&sheet.rows[last.start]), "{lines} lines");
        assert_eq!(last.end, sheet.rows.len());
        assert!(printed.pages.windows(2).all(|pair| pair[0].end == pair[1].start));
    }
}

#[test]
fn a_period_without_records_says_so() {
    let sheet = Sheet { rows: Vec::new(), ..ledger(1) };
    let (paper, forms, pages) = printed(&sheet);
    assert_eq!(pages.len(), 1);
    assert!(clear::words(&forms, &pages[0]).contains("（无记录）"));
    assert_eq!(clear::check(paper, &forms, &pages[0]), Ok(()));
}

#[test]
fn sums_are_strong_and_what_is_below_zero_is_red() {
    let style_of = |sheet: &Sheet, wanted: &str| {
        let (_, _, pages) = printed(sheet);
        let mark = pages.iter().flat_map(|page| &page.marks).find_map(|mark| match mark {
            Mark::Text { words, style, .. } if words == wanted => Some(*style),
            _ => None,
        });
        mark.map(|style| (style.ink, style.bold))
    };
    assert_eq!(style_of(&list(), "−0.05"), Some((Ink::Red, false)));
    assert_eq!(style_of(&list(), "−1,250"), Some((Ink::Red, false)));
    assert_eq!(style_of(&list(), "12,600.5"), Some((Ink::Black, false)));
    assert_eq!(style_of(&ledger(9), "本月合计"), Some((Ink::Black, true)));
}

fn check_clear(sheet: &Sheet) -> Result<(), String> {
    let (paper, forms, pages) = printed(sheet);
    pages.iter().try_for_each(|page| clear::check(paper, &forms, page))
}

#[test]
fn nothing_runs_into_anything_on_the_sheets_of_a_cooperative() {
    for sheet in samples() {
        assert_eq!(check_clear(&sheet), Ok(()), "{}", sheet.title.zh);
    }
}

fn any_cell(content: Content) -> BoxedStrategy<Cell> {
    let words = "[甲乙丙丁戊村镇合作社𠮷a-zA-Z0-9（）·]{0,60}";
    let amount = (-900_000_000_000_000..=900_000_000_000_000_i64).prop_map(Money::from_fen);
    match content {
        Content::Text | Content::Code => words.prop_map(Cell::Text).boxed(),
        Content::Day => Just(Cell::Day(date(2025, 3, 31))).boxed(),
        Content::Voucher => (1..=u32::MAX)
            .prop_map(|number| {
                let month = Month::of(date(2025, 3, 31));
                Cell::Voucher(VoucherNumber { month, word: "记".to_owned(), number })
            })
            .boxed(),
        Content::Money => prop_oneof![Just(Cell::Empty), amount.prop_map(Cell::Money)].boxed(),
        Content::Quantity => (0..=999_999_999_999_999_999_999_u128)
            .prop_map(|millionths| Cell::Quantity(Quantity::from_millionths(millionths)))
            .boxed(),
    }
}

prop_compose! {
    fn any_columns()(
        columns in prop::collection::vec(
            (
                prop::option::of("[甲乙]{1,2}余额"),
                "[科目编码名称借贷方金额]{1,12}",
                prop::sample::select(vec![
                    Content::Text, Content::Code, Content::Day, Content::Voucher, Content::Money,
                    Content::Money, Content::Money, Content::Quantity,
                ]),
            ),
            1..30,
        )
    ) -> Vec<Column> {
        let column = |(group, heading, content): (Option<String>, String, Content)| {
            column(group.as_deref(), &heading, content)
        };
        columns.into_iter().map(column).collect()
    }
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let kinds = vec![RowKind::Opening, RowKind::Line, RowKind::Subtotal, RowKind::Total];
    any_columns().prop_flat_map(move |columns| {
        let cells: Vec<_> = columns.iter().map(|column| any_cell(column.content)).collect();
        let row = (prop::sample::select(kinds.clone()), 0..9_u8, cells)
            .prop_map(|(kind, level, cells)| Row::new(kind, cells).at_level(level));
        let fact = "[东西南北河镇0-9 ]{1,80}";
        (Just(columns), prop::collection::vec(row, 0..30), prop::collection::vec(fact, 0..3))
            .prop_map(|(columns, rows, facts)| Sheet {
                facts: facts
                    .iter()
                    .map(|words| Fact { name: label("科目"), value: label(words) })
                    .collect(),
                entity: facts.concat(),
                ..sheet(facts.first().map_or("总账", String::as_str), columns, rows)
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_a_sheet_says_nothing_runs_into_anything(sheet in any_sheet()) {
        prop_assert_eq!(check_clear(&sheet), Ok(()));
        let (_, forms, pages) = printed(&sheet);
        prop_assert!(!pages.is_empty() && !forms.is_empty());
    }
}
