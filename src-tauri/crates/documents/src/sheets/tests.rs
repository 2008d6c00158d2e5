use domain::sheet::{Column, Content, Fact};
use domain::voucher::VoucherNumber;
use domain::{Money, Month, Quantity};
use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;

use super::samples::{
    column, foot, label, ledger, list, many_columns, samples, sheet, text, trial_balance,
};
use super::*;
use crate::page::{Mark, Paper, clear};
use crate::pdf::read_back;

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
fn a_statutory_form_has_its_number_above_and_its_checks_below() {
    let form = Sheet {
        form: Some(label("会农社01表")),
        notes: vec![label("表间核对 10 项，全部相符。")],
        ..ledger(60)
    };
    let pages = read_back::pages(&pdf(&form, &foot()).unwrap());
    assert!(pages.len() > 1, "{}", pages.len());
    assert!(pages.iter().all(|page| page.contains("会农社01表")));
    // Below the last row, and nowhere before.
    let noted = |page: &String| page.contains("表间核对 10 项，全部相符。");
    let noted: Vec<bool> = pages.iter().map(noted).collect();
    assert_eq!(noted, [vec![false; pages.len() - 1], vec![true]].concat());
}

#[test]
fn several_sheets_are_one_paper_and_each_counts_its_own_pages() {
    let sheets = [ledger(60), list(), ledger(3)];
    let all = read_back::pages(&pdf_of_all(&sheets, &foot()).unwrap());
    let each = sheets.iter().flat_map(|sheet| read_back::pages(&pdf(sheet, &foot()).unwrap()));
    assert_eq!(all, each.collect::<Vec<_>>());
    let nothing = pdf_of_all(&[], &foot());
    assert!(matches!(nothing, Err(DocumentError::Empty)), "{nothing:?}");
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
                // A statutory form has the ministry's title, which is short.
                form: facts
                    .first()
                    .filter(|title| title.chars().count() <= 12)
                    .map(|_| label("会农社01表")),
                notes: facts.iter().map(|words| label(words)).collect(),
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
