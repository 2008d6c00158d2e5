use domain::member::MemberKind;
use domain::money::{Money, apportion};
use domain::slip::{Base, BasePart, Issuer, Pool, Recipient, Resolution, Row, Working};
use domain::{FiscalYear, Rate};
use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::page::{Mark, clear};
use crate::pdf::read_back;

fn slip(number: u32, name: &str, kind: MemberKind, rows: Vec<Row>) -> Slip {
    Slip {
        serial_number: format!("E-2025-{number:03}"),
        cooperative: Issuer {
            name: "幸福鹅养殖农民专业合作社".to_owned(),
            credit_code: Some("93000000MA00000000".to_owned()),
            alliance: Some("幸福鹅联盟基地".to_owned()),
        },
        member: Recipient {
            name: name.to_owned(),
            code: format!("{number:03}"),
            kind,
            village: Some("甲村".to_owned()),
            township: Some("东河镇".to_owned()),
        },
        year: FiscalYear::new(2025).unwrap(),
        resolution: Resolution {
            number: "幸鹅〔2026〕1 号".to_owned(),
            passed_on: date(2026, 1, 20),
        },
        issued_on: Some(date(2026, 1, 28)),
        rows,
    }
}

fn part(of: BaseItem, amount: u128) -> BasePart {
    BasePart { of, amount }
}

fn capital(fen: u128) -> BasePart {
    part(BaseItem::Capital { class: None }, fen)
}

fn delivered(product: &str, millionths: u128) -> BasePart {
    part(BaseItem::Deliveries { product: Some(product.to_owned()) }, millionths)
}

fn kilograms() -> Measure {
    Measure::Quantity { unit: "公斤".to_owned() }
}

/// A row of a pool that the member shares with others, whose bases are `others` together.
fn shared(from: Pool, yuan: &str, measure: Measure, parts: Vec<BasePart>, others: u128) -> Row {
    let base = Base { measure, parts };
    let pool = Money::read(yuan).unwrap();
    let part = apportion(pool, &[base.total(), others]).unwrap()[0];
    let working = Working::Shared { pool, total_base: base.total() + others, part };
    Row { pool: from, base, working }
}

fn guaranteed(measure: Measure, parts: Vec<BasePart>, rate: &str) -> Row {
    let working = Working::ByRate { rate: Rate::read(rate).unwrap() };
    Row { pool: Pool::Guaranteed, base: Base { measure, parts }, working }
}

fn goose_village() -> Slip {
    let rows = vec![shared(
        Pool::Residual,
        "1600000.00",
        Measure::Fen,
        vec![capital(12_500_000)],
        89_020_000,
    )];
    slip(1, "东河镇甲村股份经济合作社", MemberKind::VillageCollective, rows)
}

fn goose_household() -> Slip {
    let rows = vec![shared(
        Pool::Residual,
        "1600000.00",
        Measure::Fen,
        vec![capital(10_000)],
        101_510_000,
    )];
    let mut slip = slip(9, "村民001", MemberKind::Household, rows);
    slip.issued_on = None;
    slip
}

/// A household with a rare name that takes part in all three pools.
fn shepherd() -> Slip {
    let residual = vec![
        capital(12_500_000),
        part(BaseItem::Reserve, 320_000),
        part(BaseItem::Subsidy, 105_000),
        part(BaseItem::Donation, 0),
    ];
    let lambs = vec![delivered("羔羊", 12_600_500_000), delivered("羊毛", 1_250_000_000)];
    let classes = ["集体股", "土地股"].map(|class| Some(class.to_owned()));
    let classes = classes.map(|class| part(BaseItem::Capital { class }, 6_250_000));
    let rows = vec![
        shared(Pool::Patronage, "480000.00", kilograms(), lambs, 80_000_000_000),
        guaranteed(Measure::Fen, classes.to_vec(), "0.06"),
        shared(Pool::Residual, "265432.10", Measure::Fen, residual, 89_020_000),
    ];
    slip(13, "王𠮷𬭊䶮㛃𫝋", MemberKind::Household, rows)
}

/// A slip with the longest names and the largest amounts that a book takes.
fn giant() -> Slip {
    let trillions = 900_000_000_000_000;
    let days = Measure::FenDays { days_in_year: 365 };
    let most = vec![part(BaseItem::Deliveries { product: None }, 999_999_999_999_999_999_999)];
    let rows = vec![
        shared(Pool::Patronage, "9000000000000.00", kilograms(), most, 1_000_000_000_000_000),
        guaranteed(days, vec![capital(trillions * 365)], "0.123456"),
        shared(
            Pool::Residual,
            "9000000000000.00",
            Measure::Fen,
            vec![capital(trillions)],
            trillions * 1_000_000,
        ),
    ];
    let name = "东河镇甲村乙村丙村丁村戊村己村庚村辛村联合抱团发展股份经济合作联合社总社及成员";
    let mut slip = slip(15, name, MemberKind::Enterprise, rows);
    slip.cooperative.name =
        "东河镇西河镇南河镇北河镇四镇联村抱团发展肉鹅标准化养殖农民专业合作社联合社".to_owned();
    slip.cooperative.alliance = Some("东河西河南河北河四镇联村抱团发展联盟基地".to_owned());
    slip.resolution.number = "东西南北联社成员大会决字〔2026〕第 1234 号".to_owned();
    slip.serial_number = "LHS-2025-000000000000123456".to_owned();
    slip
}

/// A household that delivered so many products that its slip goes on on a second one.
fn many_products() -> Slip {
    let products = (1..=9).map(|n: u128| delivered(&format!("第{n}号产品"), n * 1_234_567_000));
    let days = Measure::FenDays { days_in_year: 365 };
    let residual = vec![capital(10_000 * 181), part(BaseItem::Reserve, 320_000 * 365)];
    let rows = vec![
        shared(Pool::Patronage, "480000.00", kilograms(), products.collect(), 80_000_000_000),
        guaranteed(days.clone(), vec![capital(10_000 * 181)], "0.06"),
        shared(Pool::Residual, "265432.10", days, residual, 89_020_000 * 365),
    ];
    slip(16, "村民002", MemberKind::Household, rows)
}

fn sample() -> Vec<Slip> {
    vec![goose_village(), goose_household(), shepherd(), giant(), many_products()]
}

fn with_code() -> SlipOptions {
    let check_code = Some("1284-7FKK-9Q2Q-TEJ8".to_owned());
    SlipOptions { check_code, ..SlipOptions::default() }
}

#[test]
fn a_sheet_of_slips_is_laid_out_as_it_was_last_looked_at() {
    let options = with_code();
    let slips = sample();
    let mut shown = String::new();
    for (form, name) in forms().iter().zip(["unit", "household"]) {
        shown += &format!("frame for a {name}\n{}\n", form.drawing);
    }
    for page in pages(&slips, &options) {
        shown += &format!("page\n{page}\n");
    }
    expect_file!["snapshots/sheets.txt"].assert_eq(&shown);
}

#[test]
fn the_text_of_the_pdf_is_the_text_of_the_pages_with_every_rare_character() {
    let (slips, options) = (sample(), with_code());
    let read = read_back::pages(&pdf(&slips, &options).unwrap());
    let laid_out: Vec<String> =
        pages(&slips, &options).map(|page| clear::words(&forms(), &page)).collect();
    assert_eq!(read, laid_out);
    assert!(read[0].contains("王𠮷𬭊䶮㛃𫝋"));
    assert_eq!(read[0].matches("校验码 1284-7FKK-9Q2Q-TEJ8").count(), 3);
}

#[test]
fn the_same_slips_give_the_same_bytes_and_others_give_others() {
    let options = SlipOptions::default();
    let slips = sample();
    let first = pdf(&slips, &options).unwrap();
    assert!(first == pdf(&slips, &options).unwrap());
    assert!(first != pdf(&slips[1..], &options).unwrap());
}

#[test]
fn a_character_that_cannot_be_printed_is_named_with_its_member_and_nothing_is_made() {
    let mut slip = goose_household();
    slip.member.name = "王\u{2A708}".to_owned();
    let error = pdf(&[goose_village(), slip], &SlipOptions::default()).unwrap_err();
    let expected = "1 cannot be printed: U+2A708 in 王\u{2A708} (王\u{2A708}, E-2025-009)";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn no_slips_are_no_document() {
    let error = pdf(&[], &SlipOptions::default()).unwrap_err();
    assert!(matches!(error, DocumentError::Empty));
}

#[test]
fn the_document_is_named_after_its_cooperative_and_year() {
    let slips = sample();
    assert_eq!(title(&slips[..3]), "幸福鹅养殖农民专业合作社 2025 年度盈余分红单");
    assert_eq!(title(&slips), "盈余分红单");
}

#[test]
fn three_slips_make_a_sheet_and_long_ones_go_on() {
    let (slips, options) = (sample(), with_code());
    let pages: Vec<String> =
        pages(&slips, &options).map(|page| clear::words(&forms(), &page)).collect();
    assert_eq!(pages.len(), 2);
    assert!(pages[1].contains("2025 年度，本单 2 张之 1"));
    assert!(pages[1].contains("合计见本单第 2 张"));
    let capitals = format!("人民币{}", slips[4].capitals());
    assert_eq!(pages[1].matches(&capitals).count(), 1);
    assert_eq!(pages[1].matches("第 5 张，共 5 张").count(), 2);
}

fn check_clear(page: &Drawing) -> Result<(), String> {
    clear::check(Paper::Portrait, &forms(), page)
}

#[test]
fn the_longest_names_and_the_largest_amounts_stay_clear_of_each_other() {
    for page in pages(&sample(), &SlipOptions::default()) {
        assert_eq!(check_clear(&page), Ok(()));
    }
}

#[test]
fn amounts_that_a_book_takes_stay_large_enough_to_read() {
    let page = pages(&[giant()], &SlipOptions::default()).next().unwrap();
    for mark in &page.marks {
        let Mark::Text { style, words, .. } = mark else { continue };
        if words == "9,000,000,000,000.00" || words.contains("人民币") || words.contains('￥') {
            assert!(style.size >= 60, "{mark}");
        }
    }
}

prop_compose! {
    fn any_slip()(
        name in "[甲乙丙丁戊村镇合作社𠮷a-zA-Z0-9（）·]{1,60}",
        other in "[东西南北河镇联盟基地〔〕0-9 号]{1,40}",
        kind in prop::sample::select(MemberKind::ALL.to_vec()),
        pool in 1..=900_000_000_000_000_i64,
        base in 1..=900_000_000_000_000_u128,
        others in 0..=900_000_000_000_000_000_u128,
        products in 0..40_u128,
    ) -> Slip {
        let yuan = Money::from_fen(pool).to_string();
        let mut rows = vec![
            shared(Pool::Residual, &yuan, Measure::Fen, vec![capital(base)], others),
            guaranteed(Measure::Fen, vec![capital(base)], "0.333333"),
        ];
        if products > 0 {
            let parts = (0..products).map(|n| delivered(&other, base * n + 1)).collect();
            rows.insert(0, shared(Pool::Patronage, "1.00", kilograms(), parts, others));
        }
        let mut slip = slip(1, &name, kind, rows);
        slip.cooperative.name = format!("{other}{name}");
        slip.cooperative.alliance = Some(other.clone());
        slip.resolution.number = other.clone();
        slip.member.township = Some(other);
        slip.member.code = name;
        slip
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_slip_says_nothing_runs_into_anything(slip in any_slip()) {
        let slips = [slip.clone(), slip];
        for page in pages(&slips, &SlipOptions::default()) {
            prop_assert_eq!(check_clear(&page), Ok(()));
        }
    }
}
