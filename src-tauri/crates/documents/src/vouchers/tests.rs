use domain::Month;
use domain::voucher::{Entry, VoucherNumber};
use domain::voucher_paper::{Signatures, TakenBack};
use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::page::{Mark, clear};
use crate::pdf::read_back;

fn number(month: &str, number: u32) -> VoucherNumber {
    VoucherNumber { month: Month::read(month).unwrap(), word: "记".to_owned(), number }
}

fn debit(summary: &str, account: &str, name: &str, yuan: &str) -> PaperLine {
    PaperLine {
        summary: summary.to_owned(),
        account: account.to_owned(),
        account_name: name.to_owned(),
        detail: None,
        entry: Entry::Debit(Money::read(yuan).unwrap()),
    }
}

fn credit(summary: &str, account: &str, name: &str, yuan: &str) -> PaperLine {
    let entry = Entry::Credit(Money::read(yuan).unwrap());
    PaperLine { entry, ..debit(summary, account, name, yuan) }
}

fn of(detail: &str, line: PaperLine) -> PaperLine {
    PaperLine { detail: Some(detail.to_owned()), ..line }
}

fn voucher(number_in_march: u32, lines: Vec<PaperLine>) -> VoucherPaper {
    VoucherPaper {
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        number: number("2025-03", number_in_march),
        date: date(2025, 3, 31),
        lines,
        attachments: 3,
        takes_back: None,
        taken_back_by: None,
        signatures: Signatures {
            prepared_by: Some("制单员".to_owned()),
            reviewed_by: Some("审核员".to_owned()),
            posted_by: None,
            cashier: None,
        },
        check_code: Some("7f3a 91c2 04de b6a8".to_owned()),
    }
}

/// Geese sold, the money on the bank.
fn sale() -> VoucherPaper {
    let bank = debit("收肉鹅款，3 月第二批", "102", "银行存款", "164070.05");
    let income = credit("收肉鹅款，3 月第二批", "501-02", "经营收入／肉鹅销售", "164070.05");
    let lines = vec![of("农商银行东河支行", bank), of("项目：2025 年春季肉鹅", income)];
    VoucherPaper { taken_back_by: Some(number("2025-04", 2)), ..voucher(31, lines) }
}

/// The month's feed, wages and depreciation: as many lines as a form holds.
fn month_end() -> VoucherPaper {
    let carried = "结转 3 月育雏成本";
    let lines = vec![
        of("第 2 批", debit("领用玉米", "401-01", "生产成本／育雏", "17600.00")),
        credit("领用玉米", "121-01", "产品物资／饲料", "17600.00"),
        of("第 2 批", debit("计提 3 月工资", "401-01", "生产成本／育雏", "8400.00")),
        credit("计提 3 月工资", "212", "应付工资", "8400.00"),
        of("第 2 批", debit("计提鹅舍折旧", "401-01", "生产成本／育雏", "1250.35")),
        credit("计提鹅舍折旧", "152", "累计折旧", "1250.35"),
        debit(carried, "141", "消耗性生物资产", "0.05"),
        of("第 2 批", credit(carried, "401-01", "生产成本／育雏", "0.05")),
    ];
    voucher(32, lines)
}

/// Geese handed in by ten members: more lines than a form holds.
fn deliveries() -> VoucherPaper {
    let mut lines = vec![debit("收成员交鹅", "128", "受托代销商品", "55.00")];
    lines.extend((1..=10).map(|n: u32| {
        let line = credit("收成员交鹅", "114", "成员往来", &format!("{n}.00"));
        of(&format!("村民{n:03}"), line)
    }));
    let signatures =
        Signatures { posted_by: Some("记账员".to_owned()), ..Signatures::default() };
    VoucherPaper { signatures, check_code: None, ..voucher(33, lines) }
}

/// Feed on the wrong account, taken back in red.
fn red() -> VoucherPaper {
    let lines = vec![
        of("种鹅场", debit("冲销 玉米", "121-01", "产品物资／饲料", "-17600.00")),
        of("粮油供销部", credit("冲销 玉米", "211", "应付款", "-17600.00")),
    ];
    let takes_back = TakenBack {
        number: number("2025-03", 12),
        reason: "科目记错，应记固定资产".to_owned(),
    };
    VoucherPaper { takes_back: Some(takes_back), attachments: 0, ..voucher(34, lines) }
}

/// Names with characters that few faces have, amounts of more digits than are ruled.
fn giant() -> VoucherPaper {
    let long = "东河镇西河镇南河镇北河镇四镇联村抱团发展肉鹅标准化养殖农民专业合作社联合社";
    let summary = "收东河镇甲村乙村丙村丁村戊村己村庚村辛村八村联合抱团发展肉鹅标准化养殖示范基地\
                   一期二期三期建设资金，并入联合社统一账户";
    let name = "专项应付款／衔接推进乡村振兴补助资金／肉鹅标准化养殖示范基地建设项目";
    let lines = vec![
        of("王𠮷𬭊䶮㛃𫝋㼆𠅤", debit(summary, "114-0001-0002-0003", long, "9000000000000.00")),
        of(long, credit(summary, "235-01-02", name, "9000000000000.00")),
    ];
    let mut voucher = voucher(35, lines);
    voucher.entity = long.to_owned();
    voucher.number.number = 4_294_967_295;
    voucher.number.word = "银收".to_owned();
    voucher.attachments = 4_294_967_295;
    voucher.signatures.posted_by = Some(long.to_owned());
    voucher.takes_back =
        Some(TakenBack { number: number("2025-03", 1), reason: summary.repeat(2) });
    voucher
}

fn sample() -> Vec<VoucherPaper> {
    vec![sale(), red(), month_end(), giant(), deliveries()]
}

#[test]
fn vouchers_are_laid_out_as_they_were_last_looked_at() {
    let mut shown = String::new();
    for (form, name) in forms().iter().zip(["digits", "figures"]) {
        shown += &format!("frame for {name}\n{}\n", form.drawing);
    }
    for page in pages(&sample()) {
        shown += &format!("page\n{page}\n");
    }
    expect_file!["snapshots/vouchers.txt"].assert_eq(&shown);
}

#[test]
fn the_text_of_the_pdf_is_the_text_of_the_pages_with_every_rare_character() {
    let vouchers = sample();
    let read = read_back::pages(&pdf(&vouchers).unwrap());
    let laid_out: Vec<String> =
        pages(&vouchers).map(|page| clear::words(&forms(), &page)).collect();
    assert_eq!(read, laid_out);
    assert!(read[1].contains("王𠮷𬭊䶮㛃𫝋㼆𠅤"));
}

#[test]
fn the_same_vouchers_give_the_same_bytes_and_others_give_others() {
    let vouchers = sample();
    let first = pdf(&vouchers).unwrap();
    assert!(first == pdf(&vouchers).unwrap());
    assert!(first != pdf(&vouchers[1..]).unwrap());
}

#[test]
fn a_character_that_cannot_be_printed_is_named_with_its_voucher_and_nothing_is_made() {
    let mut voucher = sale();
    voucher.lines[1].detail = Some("王\u{2A708}".to_owned());
    let error = pdf(&[red(), voucher]).unwrap_err();
    let expected = "1 cannot be printed: U+2A708 in 王\u{2A708} \
                    (东河镇幸福鹅养殖农民专业合作社, 2025-03 记-031)";
    assert_eq!(error.to_string(), expected);
    assert!(matches!(pdf(&[]).unwrap_err(), DocumentError::Empty));
}

#[test]
fn the_document_is_named_after_its_cooperative_and_month() {
    assert_eq!(title(&[sale(), red()]), "东河镇幸福鹅养殖农民专业合作社 2025-03 记账凭证");
    let april = VoucherPaper { number: number("2025-04", 1), ..sale() };
    assert_eq!(title(&[sale(), april]), "东河镇幸福鹅养殖农民专业合作社 记账凭证");
    assert_eq!(title(&[sale(), giant()]), "记账凭证");
}

/// What is written on each form of a voucher, one text after the other.
fn texts_of(voucher: &VoucherPaper) -> Vec<Vec<String>> {
    let of_mark = |mark: &Mark| match mark {
        Mark::Text { words, .. } => Some(words.to_string()),
        _ => None,
    };
    let of_form = |form: &Drawing| form.marks.iter().filter_map(of_mark).collect();
    drawings(voucher).iter().map(of_form).collect()
}

fn says(form: &[String], words: &str) -> bool {
    form.iter().any(|text| text == words)
}

#[test]
fn eleven_lines_go_on_on_a_second_form_and_the_total_stands_there() {
    let forms = texts_of(&deliveries());
    let [first, second] = forms.as_slice() else { panic!("{} forms", forms.len()) };
    assert!(says(first, "记字第 033 号（1/2）") && says(second, "记字第 033 号（2/2）"));
    assert!(says(first, "过次页") && says(first, "合计见本凭证第 2 张"));
    assert!(says(second, "承前页") && says(second, "人民币伍拾伍元整"));
    assert!(says(first, "村民007") && says(second, "村民008") && says(second, "村民010"));
    assert!(!first.iter().any(|text| text.contains('¥')));
    assert_eq!(second.iter().filter(|text| *text == "¥").count(), 2);
    // What was posted is marked line by line.
    assert_eq!([first, second].map(|form| form.iter().filter(|text| *text == "√").count()), [8, 3]);
}

#[test]
fn eight_lines_fill_one_form_and_nothing_is_left_to_strike_out() {
    let struck = |voucher: &VoucherPaper| {
        let forms = drawings(voucher);
        let slants = |mark: &&Mark| matches!(mark, Mark::Rule { pen, .. } if *pen == STRUCK);
        (forms.len(), forms.iter().flat_map(|form| &form.marks).filter(slants).count())
    };
    assert_eq!(struck(&month_end()), (1, 0));
    assert_eq!(struck(&sale()), (1, 1));
    assert_eq!(struck(&deliveries()), (2, 1));
}

/// The digits of an amount as they stand in the ruled columns of `column`, a blank for each column
/// that is empty; found by their places.
fn in_columns(voucher: &VoucherPaper, column: i32, top: i32) -> String {
    let drawing = &drawings(voucher)[0];
    let written = |from_right: usize| {
        let x = frame::digit_middle(column, from_right);
        let here = drawing.marks.iter().find_map(|mark| match mark {
            Mark::Text { at, words, .. } if at.x == x && (top..top + LINE).contains(&at.y) => {
                Some(words.to_string())
            }
            _ => None,
        });
        here.unwrap_or_else(|| " ".to_owned())
    };
    (0..frame::DIGITS).rev().map(written).collect()
}

#[test]
fn each_digit_stands_in_the_column_of_its_place() {
    let second = frame::ROWS + LINE;
    //                                              亿千百十万千百十元角分
    assert_eq!(in_columns(&sale(), DEBIT, frame::ROWS), "   16407005");
    assert_eq!(in_columns(&sale(), CREDIT, frame::ROWS), "           ");
    assert_eq!(in_columns(&sale(), CREDIT, second), "   16407005");
    assert_eq!(in_columns(&sale(), DEBIT, frame::TOTAL), "  ¥16407005");
    assert_eq!(in_columns(&red(), DEBIT, frame::ROWS), "   −1760000");
    assert_eq!(in_columns(&red(), CREDIT, frame::TOTAL), "  −¥1760000");
    // Before five fen stands no zero.
    assert_eq!(in_columns(&month_end(), DEBIT, frame::ROWS + 6 * LINE), "          5");
}

#[test]
fn the_ruled_columns_are_used_as_long_as_the_total_and_its_sign_fit() {
    let of = |yuan: &str| {
        let lines =
            vec![debit("股金", "102", "银行存款", yuan), credit("股金", "301", "股金", yuan)];
        amounts(&voucher(1, lines))
    };
    assert_eq!(of("99999999.99"), Amounts::Digits);
    assert_eq!(of("100000000.00"), Amounts::Figures);
    assert_eq!(of("-9999999.99"), Amounts::Digits);
    assert_eq!(of("-10000000.00"), Amounts::Figures);
    assert!(says(&texts_of(&giant())[0], "¥9,000,000,000,000.00"));
}

#[test]
fn red_is_marked_in_words_and_figures_and_says_what_it_takes_back() {
    let form = &texts_of(&red())[0];
    assert!(says(form, "红字冲销") && says(form, "人民币负壹万柒仟陆佰元整"));
    assert!(says(form, "冲销 2025-03 记-012，原因：科目记错，应记固定资产。"));
    let form = &texts_of(&sale())[0];
    assert!(says(form, "已被冲销") && says(form, "被 2025-04 记-002 冲销。"));
}

fn check_clear(vouchers: &[VoucherPaper]) -> Result<(), String> {
    let forms = forms();
    pages(vouchers).try_for_each(|page| clear::check(Paper::Portrait, &forms, &page))
}

#[test]
fn the_longest_names_and_the_largest_amounts_stay_clear_of_each_other() {
    assert_eq!(check_clear(&sample()), Ok(()));
}

prop_compose! {
    fn any_voucher()(
        words in "[甲乙丙丁戊村镇合作社𠮷a-zA-Z0-9（）·]{1,60}",
        other in "[东西南北河镇联盟基地〔〕0-9 号]{1,40}",
        amounts in prop::collection::vec(
            prop_oneof![1..100_000_000_i64, -900_000_000_000_000..900_000_000_000_000_i64], 1..20),
        links in any::<(bool, bool)>(),
    ) -> VoucherPaper {
        let line = |fen: i64| PaperLine {
            entry: Entry::Debit(Money::from_fen(fen)),
            ..of(&other, debit(&words, &other, &words, "1.00"))
        };
        let mut lines: Vec<PaperLine> = amounts.into_iter().map(line).collect();
        let sum: Money = lines.iter().map(|line| line.entry.debit()).sum();
        lines.push(PaperLine { entry: Entry::Credit(sum), ..lines[0].clone() });
        let mut voucher = voucher(u32::MAX, lines);
        voucher.entity = format!("{other}{words}");
        voucher.number.word = other.chars().take(4).collect();
        voucher.signatures.cashier = Some(words.clone());
        voucher.check_code = Some(words.clone());
        voucher.takes_back =
            links.0.then(|| TakenBack { number: number("2025-03", 1), reason: words });
        voucher.taken_back_by = links.1.then(|| number("2025-04", 1));
        voucher
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_voucher_says_nothing_runs_into_anything(voucher in any_voucher()) {
        prop_assert_eq!(check_clear(&[voucher.clone(), voucher]), Ok(()));
    }
}
