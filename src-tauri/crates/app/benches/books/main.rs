//! How fast a book is with ten thousand, a hundred thousand and a million vouchers: importing,
//! balances, a register, the search, posting, and whole commands. `cargo bench -p baotuan-app
//! --bench books` prints each figure beside its goal and fails where one is missed; sizes behind
//! `--` take the place of the three. Commands are measured where the release `baotuan` is built.

#![expect(clippy::expect_used, reason = "what fails here stops the bench")]

mod bare;
mod made;

use std::fmt::Display;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use app::import::ImportKind;
use app::view::draft::VouchersAsked;
use app::view::voucher::{VoucherInput, VoucherLineInput};
use app::{Book, Hold};
use made::{COOP, Lots};
use store::Store;

const MILLION: u64 = 1_000_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if !words.iter().any(|word| word == "--bench") {
        println!("to be measured by cargo bench");
        return;
    }
    let mut sizes: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, MILLION];
    }
    let mut table = Table::default();
    for size in sizes {
        println!("\n{size} vouchers");
        measure(size, &mut table);
    }
    if table.missed > 0 {
        println!("\n{} goals were missed", table.missed);
        std::process::exit(1);
    }
}

/// Which of many times is compared with a goal.
#[derive(PartialEq)]
enum Which {
    Median,
    /// For what must never stutter: the slowest of a hundred but one.
    Slowest,
}

/// Prints figures as they come and counts the goals that are missed.
#[derive(Default)]
struct Table {
    missed: usize,
}

impl Table {
    fn says(&mut self, name: &str, figure: impl Display, goal: Option<(bool, &str)>) {
        let (mark, goal) = match goal {
            None => ("", String::new()),
            Some((true, goal)) => ("", format!("goal {goal}")),
            Some((false, goal)) => ("  MISSED", format!("goal {goal}")),
        };
        self.missed += usize::from(!mark.is_empty());
        println!("  {name:<44} {figure:>18}  {goal}{mark}");
    }

    /// The median and the slowest of a hundred but one; `which` has to meet the goal.
    fn times(&mut self, name: &str, mut times: Vec<Duration>, which: Which, goal: Duration) {
        times.sort_unstable();
        let slowest = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let figure = format!("{median:.2?} / {slowest:.2?}");
        let met = goal > if which == Which::Median { median } else { slowest };
        self.says(name, figure, Some((met, &format!("{goal:?}"))));
    }
}

fn measure(size: u64, table: &mut Table) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.baotuan");
    let mut book = imported(size, folder.path(), table);
    println!("  (median / 99th percentile)");
    balances(&mut book, table);
    drop(book);
    search(&path, table);
    commands(&path, table);
    posting(&path, table);
}

/// Imports the vouchers, beside a bare program that keeps the same rows.
fn imported(size: u64, folder: &Path, table: &mut Table) -> Book {
    let (csv, lines) = made::vouchers(size);
    let mut book = made::empty_book(folder, "book.baotuan");
    let file = folder.join("vouchers.csv");
    fs::write(&file, &csv).expect("the disk has room");
    let before = fs::metadata(folder.join("book.baotuan")).map_or(0, |file| file.len());
    let (_, took) = timed(|| {
        let taken = book.import(ImportKind::Vouchers, &file, Some(COOP), false);
        taken.expect("the vouchers have no faults")
    });
    let bare = folder.join("bare.db");
    let (done, bare_took) = timed(|| bare::import(&bare, csv.as_bytes()));
    done.expect("the bare program works");
    let rate = u128::from(size) * 1_000_000 / took.as_micros().max(1);
    let bytes = fs::metadata(folder.join("book.baotuan")).map_or(0, |file| file.len()) - before;
    let bare_bytes = fs::metadata(&bare).map_or(0, |file| file.len());
    for file in [file, bare] {
        fs::remove_file(file).expect("was just written");
    }
    table.says("lines", lines, None);
    table.says("import", format!("{took:.2?}"), None);
    table.says("bare rows in SQLite", format!("{bare_took:.2?}"), None);
    table.says("the bare program's part of the time", percent(bare_took, took), None);
    // A hundred thousand are a large cooperative's history. Fewer are mostly what each import takes
    // whatever its size; of a million at once the rate is shown.
    let goal = (rate >= 50_000, "50000 a second");
    table.says("vouchers a second", rate, Some(goal).filter(|_| size == 100_000));
    let goal = (bytes <= 300 * size, "300 each");
    table.says("bytes each in the file", bytes / size, Some(goal).filter(|_| size >= 100_000));
    table.says("bytes each in the bare file", bare_bytes / size, None);
    book
}

fn balances(book: &mut Book, table: &mut Table) {
    let ms = Duration::from_millis;
    let balance = |book: &mut Book, at: &str, recount: bool| {
        let view = book.trial_balance(COOP, at, None, recount).expect("the book is whole");
        assert_eq!(view.totals.debit, view.totals.credit, "the books balance");
        black_box(view);
    };
    let month_ends = times(200, |round| {
        let at = ["2021-03-31", "2023-12-31", "2025-06-30", "2025-12-31"][round % 4];
        balance(book, at, false);
    });
    table.times("trial balance, end of a month", month_ends, Which::Median, ms(1));
    let days = times(100, |round| {
        balance(book, ["2021-03-17", "2023-12-30", "2025-06-15"][round % 3], false);
    });
    table.times("trial balance, any day", days, Which::Median, ms(10));
    let recounted = times(5, |_| balance(book, "2025-12-31", true));
    table.times("trial balance, recounted from every line", recounted, Which::Median, ms(300));
    let accounts = made::accounts();
    let registers = times(40, |round| {
        let account = &accounts[round % accounts.len()];
        let view = book.account_register(COOP, account, 2021 + i64::from(round as u8 % 5));
        black_box(view.expect("the account is there"));
    });
    table.times("register of an account, a year", registers, Which::Median, ms(40));
}

/// What is typed, character by character: words that many vouchers say and that none says, digits,
/// amounts, and long texts.
fn typed() -> Vec<(&'static str, Vec<String>)> {
    let mut lots = Lots(0x5eed);
    let mut number = |limit| 1 + lots.below(limit);
    let typed = |texts: &[String]| {
        let typed = texts.iter().flat_map(|text| {
            let ends = text.char_indices().skip(1).map(|(end, _)| end).chain([text.len()]);
            ends.map(|end| text[..end].to_owned())
        });
        typed.collect::<Vec<String>>()
    };
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let summaries: Vec<String> = (0..40).map(|_| format!("付饲料款{}", number(99_999))).collect();
    let digits = (0..200).map(|round| number(10_u64.pow(1 + round % 5)).to_string()).collect();
    let amounts = (0..200).map(|_| format!("{}.{}", number(50_000), 10 + number(89))).collect();
    vec![
        ("common words", typed(&owned(&["收蛋款", "付饲料款", "款", "卖鹅", "修鹅舍"]))),
        ("words of no voucher", typed(&owned(&["还贷款", "蛋付款", "电费税", "羊"]))),
        ("a summary, typed", typed(&summaries)),
        ("digits", digits),
        ("amounts", amounts),
    ]
}

/// What the index takes, and what the list of a year on the screen takes.
fn search(path: &Path, table: &mut Table) {
    let goal = Duration::from_millis(16);
    let mut store = Store::open(path, Hold::Brief).expect("the book opens");
    let reading = store.read().expect("the book is whole");
    let coop = reading.cooperatives().expect("the book is whole")[0].id;
    for (name, texts) in typed() {
        let took = times(texts.len().max(100), |round| {
            let found = reading.found(coop, &texts[round % texts.len()], 100);
            black_box(found.expect("the book is whole"));
        });
        table.times(&format!("index: {name}"), took, Which::Slowest, goal);
    }
    drop(reading);
    let mut book = Book::open(path, Hold::Brief).expect("the book opens");
    for (name, texts) in typed() {
        let took = times(texts.len().min(60), |round| {
            let text = Some(texts[round % texts.len()].clone());
            let asked = VouchersAsked { text, ..VouchersAsked::default() };
            black_box(book.vouchers(COOP, 2024, &asked).expect("the book is whole"));
        });
        table.times(&format!("list: {name}"), took, Which::Slowest, goal);
    }
}

/// Whole commands, where the command line is built, and within 64 MiB of address space.
fn commands(path: &Path, table: &mut Table) {
    let bench = std::env::current_exe().expect("this program has a path");
    let program = bench.ancestors().nth(2).map(|release| release.join("baotuan"));
    let Some(program) = program.filter(|program| program.is_file()) else {
        println!("  (baotuan is not built: cargo build --release -p baotuan-cli)");
        return;
    };
    let asked = ["report", "trial-balance", "--coop", COOP, "--at", "2024-12-31"];
    let command = |program: &Path| {
        let mut command = Command::new(program);
        command.arg("--book").arg(path).args(asked).stdout(Stdio::null());
        command
    };
    let took = times(100, |_| {
        let status = command(&program).status().expect("the program starts");
        assert!(status.success(), "the command works");
    });
    let goal = Duration::from_millis(5);
    table.times("baotuan report trial-balance, whole process", took, Which::Median, goal);
    if cfg!(target_os = "linux") {
        let limited = format!("ulimit -v 65536; exec '{}' \"$@\"", program.display());
        let mut limit = Command::new("sh");
        limit.args(["-c", &limited, "baotuan", "--book"]).arg(path).args(asked);
        let status = limit.stdout(Stdio::null()).status().expect("a shell starts");
        let said = if status.success() { "enough" } else { "too little" };
        table.says("the same with 64 MiB of memory", said, Some((status.success(), "enough")));
    }
}

/// Posting one voucher after the other, in turns with a bare write that is brought to the disk.
fn posting(path: &Path, table: &mut Table) {
    let mut book = Book::open(path, Hold::Open).expect("the book opens");
    let beside = path.with_extension("bare");
    let mut file = fs::File::create(&beside).expect("the disk has room");
    let (mut post, mut bare) = (Vec::new(), Vec::new());
    for round in 0..300 {
        bare.push(timed(|| bare::write_and_sync(&mut file).expect("the disk has room")).1);
        let voucher = one(round);
        post.push(timed(|| book.post_voucher(&voucher).expect("the voucher is right")).1);
    }
    post.sort_unstable();
    bare.sort_unstable();
    let (post, bare) = (post[post.len() / 2], bare[bare.len() / 2]);
    let says = format!("{post:.2?} / {bare:.2?}");
    table.says("posting one / a bare write and sync, medians", says, None);
}

fn one(round: i64) -> VoucherInput {
    let text = |text: &str| Some(text.to_owned());
    let amount = domain::Money::from_fen(100 + round).to_string();
    let line = |account: &str| VoucherLineInput { account: text(account), ..Default::default() };
    let lines = vec![
        VoucherLineInput { debit: Some(amount.clone()), ..line("101") },
        VoucherLineInput { credit: Some(amount), ..line("501-01") },
    ];
    VoucherInput {
        coop: text(COOP),
        date: text("2025-12-31"),
        summary: text("零售鹅蛋"),
        lines: Some(lines),
        ..Default::default()
    }
}

fn times(rounds: usize, mut run: impl FnMut(usize)) -> Vec<Duration> {
    (0..rounds).map(|round| timed(|| run(round)).1).collect()
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

/// How much of `whole` this is.
fn percent(part: Duration, whole: Duration) -> String {
    format!("{} %", part.as_micros() * 100 / whole.as_micros().max(1))
}
