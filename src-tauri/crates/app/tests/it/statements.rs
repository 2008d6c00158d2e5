//! The statements of random years against a second, plain computation: from the raw lines of the
//! book, by the formula tables of the forms 01, 02 and 03, written here a second time and without a
//! word of the program's.

use std::collections::BTreeMap;
use std::fmt::Write;

use app::import::ImportKind;
use app::view::closing::{PostingDateView, YearCloseInput};
use app::view::dividend::AppropriationInput;
use app::view::draft::VoucherState;
use app::view::statement::{StatementKind, StatementQuery, StatementReport};
use proptest::prelude::*;
use store::{Hold, Store};

use crate::kit::{Trial, plain_scheme};

const COOP: &str = "C1";

/// What can happen: the account on the debit side and on the credit side, each with a member where
/// the account demands one. Biological assets, losses, subsidies and gifts are among it.
const ENTRIES: [(&str, &str); 40] = [
    ("102", "301*"),
    ("102", "321"),
    ("102", "501"),
    ("102", "501"),
    ("113", "501"),
    ("521", "102"),
    ("521", "121"),
    ("523", "102"),
    ("523", "212"),
    ("521", "213"),
    ("522", "214"),
    ("141", "102"),
    ("141", "121"),
    ("142", "141"),
    ("521", "141"),
    ("401", "143"),
    ("121", "401"),
    ("401", "121"),
    ("102", "235"),
    ("153", "102"),
    ("235", "311"),
    ("235", "102"),
    ("102", "311"),
    ("128", "114*"),
    ("114*", "102"),
    ("102", "114*"),
    ("151", "153"),
    ("523", "152"),
    ("529", "113"),
    ("113", "502"),
    ("524", "215"),
    ("102", "524"),
    ("531", "214"),
    ("102", "201"),
    ("102", "231"),
    ("511", "102"),
    ("102", "511"),
    ("161", "102"),
    ("529", "162"),
    ("131", "102"),
];

const MEMBERS: [&str; 3] = ["A1", "A2", "H1"];

/// An entry, the day of the year, the fen, the member.
type Happened = (usize, u16, i64, usize);

fn year_of(most: usize) -> impl Strategy<Value = Vec<Happened>> {
    let one = (0..ENTRIES.len(), 1..360_u16, 1..5_000_000_i64, 0..MEMBERS.len());
    prop::collection::vec(one, 5..most)
}

/// A line of the books as the file holds it.
#[derive(Debug)]
struct Raw {
    voucher: i64,
    account: String,
    member: Option<i64>,
    /// Debit less credit.
    fen: i64,
    on: i64,
    closing: bool,
}

fn raw_lines(trial: &Trial) -> Vec<Raw> {
    let store = Store::open(&trial.path(), Hold::Brief).unwrap();
    let sql = "SELECT line.voucher_id, account.code, line.member_id,
                   line.debit_fen - line.credit_fen, line.dated_on,
                   EXISTS (SELECT 1 FROM closing_step WHERE id = line.voucher_id)
                   OR EXISTS (
                       SELECT 1 FROM voucher AS red
                       JOIN closing_step ON closing_step.id = red.reverses_id
                       WHERE red.id = line.voucher_id
                   )
               FROM voucher_line AS line JOIN account ON account.id = line.account_id
               JOIN cooperative ON cooperative.id = account.cooperative_id
               WHERE cooperative.code = 'C1'";
    let mut statement = store.plain_sql().prepare(sql).unwrap();
    let lines = statement.query_map([], |row| {
        Ok(Raw {
            voucher: row.get(0)?,
            account: row.get(1)?,
            member: row.get(2)?,
            fen: row.get(3)?,
            on: row.get(4)?,
            closing: row.get(5)?,
        })
    });
    lines.unwrap().map(Result::unwrap).collect()
}

/// What stands on accounts by the end of a day, debit above zero.
fn standing(lines: &[Raw], accounts: &[&str], day: i64) -> i64 {
    let own = lines.iter().filter(|line| line.on <= day);
    let own = own.filter(|line| accounts.iter().any(|top| line.account.starts_with(top)));
    own.map(|line| line.fen).sum()
}

/// The debit or the credit balances of 114, member by member.
fn of_114(lines: &[Raw], day: i64, debit: bool) -> i64 {
    let mut by_member: BTreeMap<Option<i64>, i64> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.on <= day && line.account.starts_with("114")) {
        *by_member.entry(line.member).or_default() += line.fen;
    }
    by_member.values().map(|fen| if debit { (*fen).max(0) } else { (-*fen).max(0) }).sum()
}

/// Form 01 by its table, line by line.
fn form_01(lines: &[Raw], day: i64) -> BTreeMap<u8, i64> {
    let debit = |accounts: &[&str]| standing(lines, accounts, day);
    let credit = |accounts: &[&str]| -standing(lines, accounts, day);
    let mut form = BTreeMap::from([
        (1, debit(&["101", "102", "109"])),
        (2, debit(&["113"]) + of_114(lines, day, true)),
        (3, debit(&["121", "122", "124", "125", "127", "128", "401"])),
        (4, debit(&["141"])),
        (6, debit(&["131"])),
        (7, debit(&["142"])),
        (8, credit(&["143"])),
        (10, debit(&["151"])),
        (11, credit(&["152"])),
        (13, debit(&["153"])),
        (14, debit(&["154"])),
        (16, debit(&["161"])),
        (17, credit(&["162"])),
        (19, debit(&["144"])),
        (20, debit(&["171"])),
        (23, credit(&["201"])),
        (24, credit(&["211"]) + of_114(lines, day, false)),
        (25, credit(&["212"])),
        (26, credit(&["213"])),
        (27, credit(&["214"])),
        (28, credit(&["215"])),
        (29, credit(&["221"])),
        (30, credit(&["222"])),
        (32, credit(&["231"])),
        (33, credit(&["235"])),
        (36, credit(&["301"])),
        (37, credit(&["311"])),
        (38, credit(&["321"])),
        (39, credit(&["322"])),
        (40, credit(&["331", "332", "5"])),
    ]);
    let sum = |form: &BTreeMap<u8, i64>, of: &[u8]| of.iter().map(|line| form[line]).sum::<i64>();
    let put = |line, amount, form: &mut BTreeMap<u8, i64>| {
        form.insert(line, amount);
    };
    put(5, sum(&form, &[1, 2, 3, 4]), &mut form);
    put(9, form[&7] - form[&8], &mut form);
    put(12, form[&10] - form[&11], &mut form);
    put(15, sum(&form, &[12, 13, 14]), &mut form);
    put(18, form[&16] - form[&17], &mut form);
    put(21, sum(&form, &[6, 9, 15, 18, 19, 20]), &mut form);
    put(22, sum(&form, &[5, 21]), &mut form);
    put(31, sum(&form, &[23, 24, 25, 26, 27, 28, 29, 30]), &mut form);
    put(34, sum(&form, &[32, 33]), &mut form);
    put(35, sum(&form, &[31, 34]), &mut form);
    put(41, sum(&form, &[36, 37, 38, 39, 40]), &mut form);
    put(42, sum(&form, &[35, 41]), &mut form);
    form
}

/// What vouchers of a term take from 332 to an account, or from 322 to 332.
fn moved(lines: &[Raw], (first, last): (i64, i64), from: &str, to: &str) -> i64 {
    let mut vouchers: BTreeMap<i64, Vec<&Raw>> = BTreeMap::new();
    for line in lines.iter().filter(|line| (first..=last).contains(&line.on)) {
        vouchers.entry(line.voucher).or_default().push(line);
    }
    let both = vouchers.values().filter(|lines| {
        lines.iter().any(|line| line.account.starts_with(from))
            && lines.iter().any(|line| line.account.starts_with(to))
    });
    both.flatten().filter(|line| line.account.starts_with(to)).map(|line| -line.fen).sum()
}

/// Form 02 by its table.
fn form_02(lines: &[Raw], (first, last): (i64, i64)) -> BTreeMap<u8, i64> {
    let turnover = |account: &str| -> i64 {
        let own = lines.iter().filter(|line| (first..=last).contains(&line.on) && !line.closing);
        own.filter(|line| line.account.starts_with(account)).map(|line| line.fen).sum()
    };
    let mut form = BTreeMap::from([
        (1, -turnover("501")),
        (2, -turnover("511")),
        (3, turnover("521")),
        (4, turnover("522")),
        (5, turnover("523")),
        (6, turnover("524")),
        (8, -turnover("502")),
        (9, turnover("529")),
        (11, turnover("531")),
        (13, -standing(lines, &["331", "332", "5"], first - 1)),
        (14, moved(lines, (first, last), "322", "332-02")),
        (15, moved(lines, (first, last), "332-01", "322")),
        (17, moved(lines, (first, last), "332-01", "221")),
        (18, moved(lines, (first, last), "332-01", "222")),
        (19, moved(lines, (first, last), "332-01", "301")),
    ]);
    form.insert(7, form[&1] + form[&2] - form[&3] - form[&4] - form[&5] - form[&6]);
    form.insert(10, form[&7] + form[&8] - form[&9]);
    form.insert(12, form[&10] - form[&11]);
    form.insert(16, form[&12] + form[&13] + form[&14] - form[&15]);
    form.insert(20, form[&16] - form[&17] - form[&18] - form[&19]);
    form
}

/// The columns of form 03 and the accounts behind them.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("capital", &["301"]),
    ("fund", &["311"]),
    ("premium", &["321"]),
    ("reserve", &["322"]),
    ("undistributed", &["331", "332", "5"]),
];

#[track_caller]
fn compared(trial: &Trial, year: i64, month: Option<&str>) {
    let lines = raw_lines(trial);
    let last = month.map_or(year * 10_000 + 1231, |month| {
        domain::Month::read(month).unwrap().number() * 100 + 31
    });
    let term = (year * 10_000 + 101, last);
    let mut book = trial.book();
    let mut report = |kind| -> StatementReport {
        let query = StatementQuery { year, month: month.map(str::to_owned), member: None };
        book.statement_report(COOP, kind, &query).unwrap()
    };
    let fen = |report: &StatementReport, line: u8, column: &str| {
        let row = report.rows.iter().find(|row| row.line == Some(line));
        row.and_then(|row| row.amounts.get(column)).map_or(0, |amount| amount.0.fen())
    };
    let sheet = report(StatementKind::BalanceSheet);
    for (line, amount) in form_01(&lines, last) {
        assert_eq!(fen(&sheet, line, "closing"), amount, "{year} {month:?}, form 01 line {line}");
    }
    for (line, amount) in form_01(&lines, year * 10_000 + 100) {
        assert_eq!(fen(&sheet, line, "opening"), amount, "{year}, form 01 line {line}, opening");
    }
    let surplus = report(StatementKind::Surplus);
    for (line, amount) in form_02(&lines, term) {
        let shown = fen(&surplus, line, "amount");
        assert_eq!(shown, amount, "{year} {month:?}, form 02 line {line}");
    }
    let equity = report(StatementKind::Equity);
    let total = |name: &str, column: &str| {
        let row = equity.rows.iter().find(|row| row.name.contains(name)).unwrap();
        row.amounts.get(column).map_or(0, |amount| amount.0.fen())
    };
    for (column, accounts) in COLUMNS {
        let closing = -standing(&lines, accounts, last);
        let opening = -standing(&lines, accounts, year * 10_000 + 100);
        assert_eq!(total("年末余额", column), closing, "{year}, form 03 {column}");
        assert_eq!(total("年初余额", column), opening, "{year}, form 03 {column}, opening");
        let (more, less) = (total("本年增加数", column), total("本年减少数", column));
        assert_eq!(opening + more - less, closing, "{year}, form 03 {column} adds up");
    }
    for check in sheet.checks.iter().chain(&surplus.checks).chain(&equity.checks) {
        assert!(check.holds, "{year} {month:?}: {check:?}");
    }
}

/// Posts what happened in a year from one file, and takes some of it back in red.
fn happen(trial: &Trial, year: i64, happened: &[Happened], red: &[usize]) {
    let mut csv = "voucher,date,summary,account,debit,credit,member\n".to_owned();
    for (place, (entry, day, fen, member)) in happened.iter().enumerate() {
        let first = domain::FiscalYear::new(year).unwrap().first_day();
        let on = first.checked_add(jiff::Span::new().days(i64::from(*day))).unwrap();
        let (debit, credit) = ENTRIES[*entry];
        let amount = domain::Money::from_fen(*fen);
        for (account, sides) in [(debit, format!("{amount},")), (credit, format!(",{amount}"))] {
            let member = if account.ends_with('*') { MEMBERS[*member] } else { "" };
            let account = account.trim_end_matches('*');
            writeln!(csv, "{place},{on},业务,{account},{sides},{member}").unwrap();
        }
    }
    let path = trial.beside("year.csv");
    std::fs::write(&path, csv).unwrap();
    let mut book = trial.book();
    book.import(ImportKind::Vouchers, &path, Some(COOP), false).unwrap();
    let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
    let rows = book
        .vouchers_between(COOP, (Some(&first), Some(&last)), VoucherState::Posted, None)
        .unwrap();
    let numbers: Vec<String> = rows.into_iter().filter_map(|row| row.number).collect();
    let mut taken: Vec<&String> = red.iter().map(|place| &numbers[place % numbers.len()]).collect();
    taken.sort();
    taken.dedup();
    for number in taken {
        book.reverse_voucher(COOP, number, &last, "记错").unwrap();
    }
}

/// Closes a year with its distribution, where there is anything to share out.
fn close(trial: &Trial, year: i64, way: PostingDateView, cover: bool) {
    let mut book = trial.book();
    for month in 1..=11 {
        book.close_month(COOP, &format!("{year}-{month:02}")).unwrap();
    }
    let asks = YearCloseInput { posting_date: way, cover: None };
    let checked = book.check_year(COOP, year, &asks).unwrap();
    let loss = -checked.undistributed.0.fen();
    let most = loss.min(checked.reserve.0.fen());
    let cover = (cover && most > 0).then(|| domain::Money::from_fen(most).to_string());
    book.close_year(COOP, year, &YearCloseInput { posting_date: way, cover }).unwrap();
    if checked.undistributed.0.fen() <= 100 {
        if way == PostingDateView::YearEnd {
            book.waive_distribution(COOP, year, "没有可分配的盈余").unwrap();
        }
        return;
    }
    let mut scheme = plain_scheme();
    scheme.appropriations.push(AppropriationInput {
        fund: "盈余公积".to_owned(),
        rate: Some("0.1".to_owned()),
        amount: None,
    });
    book.dividend_save(COOP, year, &scheme).unwrap();
    let resolved = format!("{}-01-20", year + 1);
    book.dividend_approve(COOP, year, "社一号", &resolved).unwrap();
    book.post_distribution(COOP, year, None).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Two years with corrections, closed in either way: every line of the three forms, for both
    /// years and for the middle of the first, is what the raw lines come to.
    #[test]
    fn the_forms_are_what_the_raw_lines_come_to(
        one in year_of(60),
        other in year_of(40),
        red in prop::collection::vec(0..1000_usize, 0..6),
        by_resolution in any::<bool>(),
        cover in any::<bool>(),
    ) {
        let trial = Trial::small();
        happen(&trial, 2025, &one, &red);
        compared(&trial, 2025, Some("2025-06"));
        compared(&trial, 2025, None);
        let way = if by_resolution {
            PostingDateView::Resolution
        } else {
            PostingDateView::YearEnd
        };
        close(&trial, 2025, way, cover);
        compared(&trial, 2025, None);
        happen(&trial, 2026, &other, &red[..red.len() / 2]);
        compared(&trial, 2026, Some("2026-03"));
        close(&trial, 2026, PostingDateView::YearEnd, cover);
        compared(&trial, 2025, None);
        compared(&trial, 2026, None);
        let check = trial.book().check(None).unwrap();
        prop_assert!(check.holds, "{check:?}");
    }
}
