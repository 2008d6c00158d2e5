//! How long a year's vouchers take to print. `cargo bench -p baotuan-documents --bench vouchers`
//! prints the figures and fails where 1,000 vouchers take half a second.

use std::time::{Duration, Instant};

use documents::vouchers;
use domain::Money;
use domain::period::Month;
use domain::voucher::{Entry, VoucherNumber};
use domain::voucher_paper::{PaperLine, Signatures, VoucherPaper};
use jiff::civil::date;

const GOAL: Duration = Duration::from_millis(500);

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("to be measured by cargo bench");
        return;
    }
    let vouchers: Vec<VoucherPaper> = (1..=1000).map(one).collect();
    let mut best = Duration::MAX;
    let mut bytes = 0;
    for _ in 0..7 {
        let start = Instant::now();
        bytes = vouchers::pdf(&vouchers).unwrap_or_default().len();
        best = best.min(start.elapsed());
    }
    println!("1000 vouchers: {best:.1?}, {bytes} bytes");
    if bytes == 0 || best > GOAL {
        println!("a goal was missed");
        std::process::exit(1);
    }
}

/// A made-up voucher of two to ten lines.
fn one(number: u32) -> VoucherPaper {
    let day = date(2025, 3, 31);
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
        number: VoucherNumber { month: Month::of(day), word: "记".to_owned(), number },
        date: day,
        lines: lines.collect(),
        attachments: number % 7,
        takes_back: None,
        taken_back_by: None,
        signatures: Signatures::default(),
        check_code: Some("7f3a 91c2 04de b6a8".to_owned()),
    }
}
