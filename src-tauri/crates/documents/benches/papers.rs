//! How long the papers of a year take. `cargo bench -p baotuan-documents --bench papers` prints the
//! figures and fails where a goal is missed: 1,000 vouchers in half a second, a ledger of 20,000
//! lines in one, on paper and as a workbook.

use std::time::{Duration, Instant};

use documents::sheets::{self, SheetFrame};
use documents::{DocumentError, vouchers, workbook};
use domain::Money;
use domain::period::Month;
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind, Sheet};
use domain::voucher::{Entry, VoucherNumber};
use domain::voucher_paper::{PaperLine, Signatures, VoucherPaper};
use jiff::civil::{Date, date};

const DAY: Date = date(2025, 3, 31);

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("to be measured by cargo bench");
        return;
    }
    let papers: Vec<VoucherPaper> = (1..=1000).map(one).collect();
    let ledger = ledger(20_000);
    let frame = SheetFrame { preparer: None, made_on: DAY, check_code: None };
    let (half, whole) = (Duration::from_millis(500), Duration::from_secs(1));
    let met = [
        measured("1,000 vouchers", half, || vouchers::pdf(&papers)),
        measured("a ledger of 20,000 lines", whole, || sheets::pdf(&ledger, &frame)),
        measured("the same as a workbook", whole, || {
            workbook::xlsx(std::slice::from_ref(&ledger), &frame)
        }),
    ];
    if met.contains(&false) {
        println!("a goal was missed");
        std::process::exit(1);
    }
}

/// Prints how long the best of some runs took, and whether that meets the goal.
fn measured(name: &str, goal: Duration, make: impl Fn() -> Result<Vec<u8>, DocumentError>) -> bool {
    let mut best = Duration::MAX;
    let mut bytes = 0;
    for _ in 0..5 {
        let start = Instant::now();
        bytes = make().unwrap_or_default().len();
        best = best.min(start.elapsed());
    }
    println!("{name}: {best:.1?}, {bytes} bytes");
    bytes > 0 && best < goal
}

/// A made-up ledger.
fn ledger(lines: u32) -> Sheet {
    let column =
        |heading: &str, content| Column { group: None, heading: Label::same(heading), content };
    let row = |number: u32| {
        let amount = Cell::Money(Money::from_fen(i64::from(number) * 7919));
        let voucher = VoucherNumber { month: Month::of(DAY), word: "记".to_owned(), number };
        let summary = Cell::Text(format!("收第 {number} 批肉鹅款，转成员往来"));
        let cells = vec![Cell::Day(DAY), Cell::Voucher(voucher), summary, amount.clone(), amount];
        Row::new(RowKind::Line, cells)
    };
    Sheet {
        title: Label::same("明细账"),
        form: None,
        notes: Vec::new(),
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        period: Label::same("2025 年 3 月"),
        facts: Vec::new(),
        columns: vec![
            column("日期", Content::Day),
            column("凭证", Content::Voucher),
            column("摘要", Content::Text),
            column("借方", Content::Money),
            column("余额", Content::Money),
        ],
        rows: (1..=lines).map(row).collect(),
    }
}

/// A made-up voucher of two to ten lines.
fn one(number: u32) -> VoucherPaper {
    let pairs = i64::from(number % 5) + 1;
    let lines = (1..=pairs).flat_map(|pair| {
        let amount = Money::from_fen(i64::from(number) * 7919 * pair);
        let line = |account: &str, name: &str, entry| PaperLine {
            summary: format!("收第 {pair} 批肉鹅款"),
            account: account.to_owned(),
            account_name: name.to_owned(),
            detail: Some(format!("村民{:03}", number % 997)),
            entry,
        };
        let debit = line("114", "成员往来", Entry::Debit(amount));
        [debit, line("501-02", "经营收入／肉鹅销售", Entry::Credit(amount))]
    });
    VoucherPaper {
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        number: VoucherNumber { month: Month::of(DAY), word: "记".to_owned(), number },
        date: DAY,
        lines: lines.collect(),
        attachments: number % 7,
        takes_back: None,
        taken_back_by: None,
        signatures: Signatures::default(),
        check_code: Some("7f3a 91c2 04de b6a8".to_owned()),
    }
}
