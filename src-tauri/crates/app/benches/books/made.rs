//! Seeded books: one cooperative of 60 accounts, five years, 2.7 lines to a voucher.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use app::Book;
use app::import::ImportKind;
use domain::Money;

/// The cooperative.
pub const COOP: &str = "C1";

const TOP: [&str; 12] =
    ["101", "113", "142", "151", "201", "211", "212", "401", "502", "521", "522", "529"];

/// Those with sub-accounts, twelve each.
const WITH_SUBS: [&str; 4] = ["102", "121", "501", "523"];

const WORDS: [&str; 10] = [
    "收蛋款",
    "付饲料款",
    "付工资",
    "卖鹅",
    "购鹅苗",
    "付电费",
    "修鹅舍",
    "收利息",
    "付运费",
    "交税",
];

/// xorshift: looks drawn by lot, and is the same each time.
pub struct Lots(pub u64);

impl Lots {
    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// One of these.
    pub fn of<'a>(&mut self, all: &'a [String]) -> &'a str {
        let place = usize::try_from(self.below(all.len() as u64)).unwrap_or_default();
        all.get(place).map_or("", String::as_str)
    }
}

/// The codes of the accounts that have lines.
pub fn accounts() -> Vec<String> {
    let subs = WITH_SUBS.iter().flat_map(|top| (1..=12).map(move |sub| format!("{top}-{sub:02}")));
    TOP.iter().map(|top| (*top).to_owned()).chain(subs).collect()
}

/// A new book with the cooperative and its accounts, and no vouchers.
pub fn empty_book(folder: &Path, name: &str) -> Book {
    let mut book = Book::create(&folder.join(name), "示范区").expect("a new book");
    let cooperative = format!("code,name,starts\n{COOP},一号合作社,2021-01\n");
    let mut subs = "coop,code,name,parent\n".to_owned();
    for code in accounts().iter().filter(|code| code.contains('-')) {
        let (top, number) = code.split_once('-').unwrap_or_default();
        subs += &format!("{COOP},{code},明细{number},{top}\n");
    }
    for (kind, csv) in [(ImportKind::Cooperatives, cooperative), (ImportKind::Accounts, subs)] {
        let file = folder.join("register.csv");
        fs::write(&file, csv).expect("the disk has room");
        book.import(kind, &file, None, false).expect("the register has no faults");
    }
    book
}

/// The vouchers as a csv, in order of their days, and how many lines they have.
pub fn vouchers(count: u64) -> (String, u64) {
    let accounts = accounts();
    let mut lots = Lots(0x2545_f491_4f6c_dd1d);
    let mut csv = "voucher,date,summary,account,debit,credit\n".to_owned();
    let mut all_lines = 0;
    let days = 5 * 12 * 28;
    for number in 0..count {
        let day = number * days / count;
        let (year, month, day) = (2021 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        let word = WORDS.get(usize::try_from(lots.below(10)).unwrap_or_default()).unwrap_or(&"");
        let summary = format!("{word}{}", 1 + lots.below(99_999));
        let head = format!("{},{year}-{month:02}-{day:02},{summary}", number + 1);
        let lines = [2, 2, 2, 3, 3, 4].get(usize::try_from(lots.below(6)).unwrap_or_default());
        let lines = lines.copied().unwrap_or(2);
        let mut sum = Money::ZERO;
        for _ in 1..lines {
            let amount = Money::from_fen(100 + lots.below(5_000_000).cast_signed());
            let _ = writeln!(csv, "{head},{},{amount},", lots.of(&accounts));
            sum += amount;
        }
        let _ = writeln!(csv, "{head},{},,{sum}", lots.of(&accounts));
        all_lines += lines;
    }
    (csv, all_lines)
}
