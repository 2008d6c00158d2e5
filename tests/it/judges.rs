//! Outside judges: two programs that others wrote read the exported books and must find the
//! balances that the trial balance has, to the fen.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use app::import::ImportKind;
use app::view::closing::{PostingDateView, YearCloseInput};
use app::view::draft::VoucherState;
use app::{Book, Hold};
use tempfile::TempDir;

/// The days at whose end balances are compared, each with the day after it.
const DAYS: [(&str, &str); 3] =
    [("2025-06-30", "2025-07-01"), ("2025-12-31", "2026-01-01"), ("2026-12-31", "2027-01-01")];

/// Amounts that are not zero by `cooperative:code:name`.
type Balances = BTreeMap<String, String>;

/// A book with the journals of its cooperatives beside it.
struct Exported {
    folder: TempDir,
    book: Book,
    cooperatives: Vec<String>,
}

impl Exported {
    /// Exports all cooperatives. `books.journal` has them all, each below its own code, so that a
    /// judge reads them in one go.
    fn of(folder: TempDir, mut book: Book) -> Self {
        let rows = book.cooperatives(None).expect("the book lists its cooperatives").rows;
        let cooperatives: Vec<String> = rows.into_iter().map(|row| row.code).collect();
        let mut all = String::new();
        for coop in &cooperatives {
            let journal = book.hledger(coop).expect("the books are exported").text;
            fs::write(folder.path().join(format!("{coop}.journal")), journal).expect("is written");
            let include = format!("include {coop}.journal");
            writeln!(all, "apply account {coop}\n{include}\nend apply account\n").expect("fits");
        }
        fs::write(folder.path().join("books.journal"), all).expect("is written");
        Exported { folder, book, cooperatives }
    }

    /// Has every book checked and every balance compared; `renamed` are the accounts whose names
    /// cannot stay as they are. Says how many balances there were.
    #[track_caller]
    fn judge(&mut self, renamed: &[(&str, &str)]) -> usize {
        self.check();
        let mut compared = 0;
        for (at, day_after) in DAYS {
            let own = self.own(at, renamed);
            compared += own.len();
            assert_same("hledger", at, &own, &self.hledger(day_after));
            assert_same("ledger", at, &own, &self.ledger(day_after));
        }
        compared
    }

    /// hledger's strict checks of each journal as it is: balanced, declared, in order of date.
    fn check(&self) {
        let mut hledger = self.judge_command("hledger");
        for coop in &self.cooperatives {
            hledger.arg("-f").arg(self.path(&format!("{coop}.journal")));
        }
        said(hledger.args(["check", "--strict", "ordereddates"]));
    }

    fn hledger(&self, day_after: &str) -> Balances {
        let mut hledger = self.judge_command("hledger");
        hledger.arg("-f").arg(self.path("books.journal"));
        hledger.args(["balance", "--flat", "--no-total", "-O", "csv", "-e", day_after]);
        let csv = said(&mut hledger);
        let rows = csv.lines().skip(1).map(|row| {
            let cells = row.strip_prefix('"').and_then(|row| row.strip_suffix('"'));
            let (account, balance) =
                cells.and_then(|cells| cells.split_once("\",\"")).expect("two quoted cells");
            (account.replace("\"\"", "\""), amount(balance))
        });
        rows.collect()
    }

    fn ledger(&self, day_after: &str) -> Balances {
        let mut ledger = self.judge_command("ledger");
        ledger.args(["--args-only", "--pedantic", "-f"]).arg(self.path("books.journal"));
        ledger.args(["balance", "--flat", "--no-total", "-e", day_after]);
        ledger.args(["--balance-format", "%(account)\t%(display_total)\n"]);
        let rows = said(&mut ledger);
        let rows = rows.lines().map(|row| {
            let (account, balance) = row.split_once('\t').expect("account and balance");
            (account.to_owned(), amount(balance))
        });
        rows.collect()
    }

    /// The trial balances of all cooperatives.
    fn own(&mut self, at: &str, renamed: &[(&str, &str)]) -> Balances {
        let mut own = Balances::new();
        for coop in &self.cooperatives {
            let view = self.book.trial_balance(coop, at, None, false).expect("the books balance");
            for row in view.rows {
                let plain = renamed.iter().find(|(typed, _)| *typed == row.name);
                let name = plain.map_or(row.name.as_str(), |(_, plain)| plain);
                let closing = row.closing.0.to_string();
                if closing != "0.00" {
                    own.insert(format!("{coop}:{}:{name}", row.account), closing);
                }
            }
        }
        own
    }

    fn judge_command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env("LC_ALL", "C.UTF-8");
        command.env_remove("LEDGER_FILE");
        command
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// What a judge prints.
#[track_caller]
fn said(command: &mut Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| {
        panic!("{program} is needed to judge the books; install the package {program}: {error}")
    });
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {complaint}");
    String::from_utf8(output.stdout).expect("the judges print UTF-8")
}

/// The figure without the commodity.
fn amount(balance: &str) -> String {
    balance.trim_end_matches(" CNY").to_owned()
}

/// Fails with the accounts that differ only.
#[track_caller]
fn assert_same(judge: &str, at: &str, own: &Balances, theirs: &Balances) {
    let accounts = own.keys().chain(theirs.keys());
    let differing = accounts.filter(|account| own.get(*account) != theirs.get(*account));
    let lines: Vec<String> = differing
        .map(|account| format!("{account}: {:?}, {:?}", own.get(account), theirs.get(account)))
        .collect();
    assert!(lines.is_empty(), "ours and {judge}'s at {at}:\n{}", lines.join("\n"));
}

#[test]
fn two_other_programs_find_the_balances_of_every_cooperative_of_the_demo() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.baotuan");
    Book::make_demo(&path).expect("the demo is made");
    let book = Book::open(&path, Hold::Brief).expect("the demo opens");
    let mut exported = Exported::of(folder, book);
    assert_eq!(exported.cooperatives.len(), 32);
    let compared = exported.judge(&[]);
    assert!(500 < compared, "only {compared} balances were compared");
}

#[test]
fn two_other_programs_find_the_balances_of_random_books() {
    for seed in [1, 20_250_331, 0x5eed] {
        let folder = tempfile::tempdir().expect("a folder");
        let book = random_book(folder.path(), seed, 300);
        let mut exported = Exported::of(folder, book);
        let compared = exported.judge(&ODD_NAMES);
        assert!(80 < compared, "seed {seed}: only {compared} balances were compared");
    }
}

#[test]
fn two_other_programs_find_the_balances_of_years_that_were_opened_closed_and_put_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = random_book(folder.path(), 0x331, 3000);
    let mut lots = Lots(7);
    for coop in ["C1", "C2"] {
        open_books(&mut book, folder.path(), coop);
        carry_forward(&mut book, folder.path(), coop);
        for month in 1..=12 {
            let month = format!("2025-{month:02}");
            book.close_month(coop, &month).expect("the month is open");
        }
        take_some_back(&mut book, &mut lots, coop);
    }
    let mut exported = Exported::of(folder, book);
    let compared = exported.judge(&ODD_NAMES);
    assert!(60 < compared, "only {compared} balances were compared");
    let check = exported.book.check(None).expect("the book can be searched");
    assert!(check.holds, "{:#?}", check.faults);
}

/// hledger before and after a year is closed and its distribution posted: income and cost are gone,
/// what they came to is with the members, in the reserve or undistributed, and nothing else moved.
#[test]
fn a_close_moves_the_surplus_and_nothing_else() {
    const MOVED: [&str; 5] = ["221", "222", "322", "331", "332"];
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.baotuan");
    Book::make_demo(&path).expect("the demo is made");
    let exported = Exported::of(folder, Book::open(&path, Hold::Brief).expect("the demo opens"));
    let before = of_cooperative(&exported.hledger("2026-01-01"), "C02");
    let Exported { folder, mut book, .. } = exported;
    for month in 1..=11 {
        book.close_month("C02", &format!("2025-{month:02}")).expect("the month is closed");
    }
    let input = YearCloseInput { posting_date: PostingDateView::YearEnd, cover: None };
    let closed = book.close_year("C02", 2025, &input).expect("the year is closed");
    let surplus = closed.undistributed.0.fen();
    assert!(0 < surplus, "{surplus}");
    book.post_distribution("C02", 2025, None).expect("the distribution is posted");

    let mut exported = Exported::of(folder, book);
    let after = of_cooperative(&exported.hledger("2026-01-01"), "C02");
    let is_result = |account: &str| account.starts_with('5') || account.starts_with("331");
    assert!(!after.keys().any(|account| is_result(account)), "{after:?}");
    let is_moved = |account: &str| MOVED.iter().any(|moved| account.starts_with(moved));
    let others = |all: &BTreeMap<String, i64>| -> BTreeMap<String, i64> {
        let others = all.iter().filter(|(account, _)| !is_moved(account) && !is_result(account));
        others.map(|(account, fen)| (account.clone(), *fen)).collect()
    };
    assert_eq!(others(&before), others(&after));
    let result: i64 = before.iter().filter(|(name, _)| is_result(name)).map(|(_, fen)| fen).sum();
    assert_eq!(-result, surplus, "what stood on income and cost is what 332 got");
    let held = |all: &BTreeMap<String, i64>| -> i64 {
        let held = all.iter().filter(|(account, _)| is_moved(account) && !is_result(account));
        held.map(|(_, fen)| fen).sum()
    };
    assert_eq!(held(&after) - held(&before), result, "members, reserve and 332 hold all of it");
    let compared = exported.judge(&[]);
    assert!(500 < compared, "only {compared} balances were compared");
}

/// The fen on each account of one cooperative.
fn of_cooperative(all: &Balances, coop: &str) -> BTreeMap<String, i64> {
    let prefix = format!("{coop}:");
    let own = all.iter().filter_map(|(account, amount)| {
        let fen = amount.replace('.', "").parse().ok()?;
        Some((account.strip_prefix(&prefix)?.to_owned(), fen))
    });
    own.collect()
}

/// Imports a sheet of opening balances, dated the day before the books begin.
fn open_books(book: &mut Book, folder: &Path, coop: &str) {
    let sheet = "account,debit,credit,member\n101,120.00,,\n102-01,88000.05,,\n\
                 114,7.00,,H1\n211,,400.00,\n301,,87727.05,H1\n";
    take(book, folder, ImportKind::OpeningBalances, Some(coop), sheet);
}

/// Carries what stands on the profit-and-loss accounts at the end of 2025 to 331.
fn carry_forward(book: &mut Book, folder: &Path, coop: &str) {
    let at = book.trial_balance(coop, "2025-12-31", None, false).expect("the books balance");
    let mut csv = "voucher,date,word,summary,account,debit,credit\n".to_owned();
    let mut line = |account: &str, sides: &str| {
        writeln!(csv, "1,2025-12-31,转,结转,{account},{sides}").expect("fits");
    };
    let mut result = 0;
    for row in at.rows.iter().filter(|row| row.account.starts_with('5')) {
        let fen = row.closing.0.fen();
        if fen != 0 {
            line(&row.account, &format!(",{}", yuan(fen)));
            result += fen;
        }
    }
    assert_ne!(result, 0, "the year of {coop} has a result");
    line("331", &format!("{},", yuan(result)));
    take(book, folder, ImportKind::Vouchers, Some(coop), &csv);
    let after = book.trial_balance(coop, "2025-12-31", None, false).expect("the books balance");
    let left = after.rows.iter().filter(|row| row.account.starts_with('5'));
    assert!(left.into_iter().all(|row| row.closing.0.fen() == 0), "nothing is left");
}

/// Takes some vouchers of both years back in red, those of closed months as well.
fn take_some_back(book: &mut Book, lots: &mut Lots, coop: &str) {
    let all = book.vouchers_between(coop, (None, None), VoucherState::Posted, None);
    let all = all.expect("the book lists its vouchers");
    let numbers: Vec<&str> = all.iter().filter_map(|row| row.number.as_deref()).collect();
    let mut taken = 0;
    for number in (0..60).map(|_| numbers[lots.below(numbers.len())]) {
        let red = book.reverse_voucher(coop, number, "2026-12-30", "记错");
        taken += usize::from(red.is_ok());
    }
    assert!(40 < taken, "only {taken} vouchers were taken back");
}

/// Imports a csv that has no faults.
#[track_caller]
fn take(book: &mut Book, folder: &Path, kind: ImportKind, coop: Option<&str>, csv: &str) {
    let file = folder.join("file.csv");
    fs::write(&file, csv).expect("is written");
    let taken = book.import(kind, &file, coop, false);
    taken.unwrap_or_else(|problem| panic!("{problem:#?}"));
}

/// Accounts without sub-accounts, those of the random books among them.
const ACCOUNTS: [&str; 14] = [
    "101", "102-01", "102-02", "114", "121-01", "121-02", "211", "301", "331", "401", "501-01",
    "501-02", "521", "523",
];

/// Those whose lines must name a member.
const OF_MEMBERS: [&str; 2] = ["114", "301"];

/// Names of sub-accounts that mean something to a judge, and as what they are exported.
const ODD_NAMES: [(&str, &str); 6] = [
    ("信用社: 基本户", "信用社： 基本户"),
    ("现金  备用;两空格", "现金 备用；两空格"),
    ("(饲料) [袋装]", "(饲料) [袋装]"),
    ("\"鹅蛋\"　　'散'", "\"鹅蛋\" '散'"),
    ("* 肉鹅 ! = @ 1.00 CNY", "* 肉鹅 ! = @ 1.00 CNY"),
    ("A/B | C #5 {x} 50%", "A/B | C #5 {x} 50%"),
];

/// What people write, and what means something to a judge.
const WORDS: [&str; 26] = [
    "收蛋款",
    "付饲料",
    "冲销",
    "\"",
    "'",
    ";",
    "  ",
    "　",
    ":",
    ",",
    "(",
    ")",
    "[2025-02-30]",
    " [2026-07-09]",
    "date:",
    "date:2026-07-09",
    "date: 2025-13-01",
    "=",
    "*",
    "!",
    "|",
    "@ 5 CNY",
    "{1}",
    "~",
    "#",
    "𠮷",
];

/// splitmix64: numbers that look drawn by lot and are the same for the same seed.
struct Lots(u64);

impl Lots {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut lot = self.0;
        lot = (lot ^ (lot >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        lot = (lot ^ (lot >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        lot ^= lot >> 31;
        usize::try_from(lot % limit as u64).expect("a lot is below its limit")
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// A text that has at least one letter, quoted for csv.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(5) {
            text += self.of(&WORDS);
        }
        text += "款";
        for _ in 0..self.below(4) {
            text += self.of(&WORDS);
        }
        quoted(&text)
    }

    /// Fen of every size, one in six in red.
    fn fen(&mut self) -> i64 {
        let digits = u32::try_from(1 + self.below(12)).expect("few digits");
        let limit = usize::try_from(10_i64.pow(digits)).expect("64 bits");
        let fen = i64::try_from(1 + self.below(limit)).expect("64 bits");
        if self.below(6) == 0 { -fen } else { fen }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.unsigned_abs() / 100, fen.unsigned_abs() % 100)
}

/// Two cooperatives with sub-accounts of odd names and vouchers of two years.
fn random_book(folder: &Path, seed: u64, vouchers: usize) -> Book {
    let path = folder.join("book.baotuan");
    let mut book = Book::create(&path, "示范区").expect("a new book");
    let mut lots = Lots(seed);
    let codes = ["102-01", "102-02", "121-01", "121-02", "501-01", "501-02"];
    let mut accounts = "coop,code,name,parent\n".to_owned();
    let mut members = "coop,code,name,kind\n".to_owned();
    for coop in ["C1", "C2"] {
        for (code, (name, _)) in codes.iter().zip(ODD_NAMES) {
            let (name, parent) = (quoted(name), &code[..3]);
            writeln!(accounts, "{coop},{code},{name},{parent}").expect("fits");
        }
        writeln!(members, "{coop},H1,村民001: [甲],household").expect("fits");
    }
    let cooperatives = "code,name,starts\nC1,一号合作社; 甲,2025-01\nC2,二号合作社,2025-01\n";
    let files = [
        (ImportKind::Cooperatives, cooperatives.to_owned()),
        (ImportKind::Accounts, accounts),
        (ImportKind::Members, members),
        (ImportKind::Vouchers, random_vouchers(&mut lots, vouchers)),
    ];
    for (kind, csv) in files {
        take(&mut book, folder, kind, None, &csv);
    }
    book
}

/// Vouchers of two to six lines, each with a counter line that makes it balance.
fn random_vouchers(lots: &mut Lots, vouchers: usize) -> String {
    let mut csv = "coop,voucher,date,word,account,debit,credit,member,counterparty,project,\
                   quantity,summary\n"
        .to_owned();
    for number in 1..=vouchers {
        let coop = lots.of(&["C1", "C2"]);
        let (year, month, day) = (2025 + lots.below(2), 1 + lots.below(12), 1 + lots.below(28));
        let word = lots.of(&["记", "收", "付", "转补", "J"]);
        let head = format!("{coop},{number},{year}-{month:02}-{day:02},{word}");
        let mut sum = 0;
        for _ in 0..1 + lots.below(5) {
            let fen = lots.fen();
            // A debit of the amount, or a credit of the opposite: the same to the balance.
            let sides = [format!("{},", yuan(fen)), format!(",{}", yuan(-fen))];
            random_line(&mut csv, lots, &head, &sides);
            sum += fen;
        }
        if sum == 0 {
            random_line(&mut csv, lots, &head, &["0.01,".to_owned()]);
            sum = 1;
        }
        random_line(&mut csv, lots, &head, &[format!(",{}", yuan(sum))]);
    }
    csv
}

fn random_line(csv: &mut String, lots: &mut Lots, head: &str, sides: &[String]) {
    let account = lots.of(&ACCOUNTS);
    let member = if OF_MEMBERS.contains(&account) { "H1" } else { "" };
    let side = &sides[lots.below(sides.len())];
    let (party, project, summary) = (lots.text(), lots.text(), lots.text());
    let quantity = 1 + lots.below(9000);
    writeln!(csv, "{head},{account},{side},{member},{party},{project},{quantity},{summary}")
        .expect("fits");
}
