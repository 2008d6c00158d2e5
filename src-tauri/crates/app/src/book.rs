//! A book that is open: opening, making, counting and checking it.

use std::path::Path;

use domain::check_code::CheckCode;
use domain::distribution::distribute;
use domain::id::CooperativeId;
use domain::{FiscalYear, Term};
use store::{BookFault, Clock, DistributionState, Hold, Reading, Store};

use crate::backup;
use crate::day;
use crate::dividend::{approved_basis, follows};
use crate::fault_text::{fault_text, kind_text};
use crate::growing;
use crate::policy;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::book::{BookView, CheckView, LogRow, LogView};

/// An open book. Every use case is a method of it: load, decide, save.
pub struct Book {
    pub(crate) store: Store,
}

impl Book {
    /// Opens the book at `path`, for a command or for as long as the window shows it.
    ///
    /// # Errors
    /// A file that is missing, no book, newer than this program, damaged or open elsewhere.
    pub fn open(path: &Path, hold: Hold) -> Result<Self, Problem> {
        Ok(Book { store: Store::open(path, hold)? })
    }

    /// Opens the book at `path`; one of an earlier version is put away in this folder before it is
    /// brought to this one.
    ///
    /// # Errors
    /// As [`Book::open`], and a folder that cannot be written: the book is as it was then.
    pub fn open_keeping(path: &Path, hold: Hold, backups: Option<&Path>) -> Result<Self, Problem> {
        let keep = |earlier: &store::Earlier<'_>| backup::keep_earlier(earlier, path, backups);
        Ok(Book { store: Store::open_keeping(path, hold, keep)? })
    }

    /// The log of the book: at most so many entries before one, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn log(&mut self, before: Option<i64>, most: u32) -> Result<LogView, Problem> {
        let reading = self.store.read()?;
        let entries = reading.log(before.unwrap_or(i64::MAX), most)?;
        let rows: Vec<LogRow> = entries
            .into_iter()
            .map(|entry| {
                let (zh, en) = kind_text(entry.kind);
                LogRow {
                    seq: entry.seq,
                    at: day::clock(entry.made_at),
                    operator: entry.operator,
                    what: Text::new(zh, en),
                    subject: entry.subject,
                }
            })
            .collect();
        let before = rows.last().map(|row| row.seq).filter(|seq| *seq > 1);
        Ok(LogView { rows, before })
    }

    /// Makes a new book at `path`, kept for `name`, with the seed's policy in force.
    ///
    /// # Errors
    /// An empty name, a file that exists, or a place that cannot be written.
    pub fn create(path: &Path, name: &str) -> Result<Self, Problem> {
        let name = name.trim();
        if name.is_empty() {
            let text = Text::new(
                "账套要有名称，例如“示范区”。填上名称再新建。",
                "A book needs a name, such as “Demo district”. Fill it in and make it again.",
            );
            return Err(Problem::input("book.name", text).about("name"));
        }
        growing::grow(path, |beside| Self::begin(beside, name, Clock::Machine).map(drop))?;
        Self::open(path, Hold::Brief)
    }

    /// A new book at `path` with the seed's policy.
    pub(crate) fn begin(path: &Path, name: &str, clock: Clock) -> Result<Self, Problem> {
        let mut book = Book { store: Store::create(path, name, clock)? };
        book.add_policy(&policy::seed())?;
        Ok(book)
    }

    /// From now on this person works on the book.
    ///
    /// # Errors
    /// A name that is empty.
    pub fn act_as(&mut self, operator: &str) -> Result<(), Problem> {
        let operator = operator.trim();
        if operator.is_empty() {
            let text = Text::new(
                "操作员要有姓名。填上姓名再试。",
                "An operator needs a name. Write it and try again.",
            );
            return Err(Problem::input("operator.name", text).about("operator"));
        }
        self.store.act_as(operator);
        Ok(())
    }

    /// What the book holds.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn info(&mut self) -> Result<BookView, Problem> {
        let path = self.store.path().to_string_lossy().into_owned();
        let reading = self.store.read()?;
        let counts = reading.counts()?;
        Ok(BookView {
            path,
            name: counts.name,
            townships: counts.townships,
            villages: counts.villages,
            cooperatives: counts.cooperatives,
            members: counts.members,
            vouchers: counts.vouchers,
            last_voucher: counts.last_voucher.map(|day| day.to_string()),
            years: reading.years()?,
            schema_version: store::VERSION,
            code: reading.check_code()?.map(|code| code.to_string()),
            last_backup: reading.last_backup()?.map(|made| day::clock(made.made_at)),
        })
    }

    /// Recounts the whole book: SQLite's own checks, the rules that guard it, the balance and
    /// numbers of every voucher, the trial balances, and every approved distribution from its
    /// frozen facts. A damaged file is searched no further.
    ///
    /// With a check code, whether the book once had the state that it was printed from.
    ///
    /// # Errors
    /// A code that is none, or a file so damaged that it cannot be searched.
    pub fn check(&mut self, against: Option<&str>) -> Result<CheckView, Problem> {
        let against = against.map(read_code).transpose()?;
        let reading = self.store.read()?;
        let found = reading.faults(against)?;
        let mut faults: Vec<Text> = found.iter().map(fault_text).collect();
        if found.iter().any(|fault| matches!(fault, BookFault::Damaged(_))) {
            return Ok(CheckView { faults, ..CheckView::default() });
        }
        for cooperative in reading.cooperatives()? {
            faults.extend(unbalanced_books(&reading, cooperative.id, &cooperative.what.code)?);
            faults.extend(changed_results(&reading, cooperative.id, &cooperative.what.code)?);
        }
        let counts = reading.checked_counts()?;
        Ok(CheckView {
            holds: faults.is_empty(),
            vouchers: counts.vouchers,
            lines: counts.lines,
            distributions: counts.distributions,
            code: reading.check_code()?.map(|code| code.to_string()),
            faults,
        })
    }
}

fn read_code(text: &str) -> Result<CheckCode, Problem> {
    CheckCode::read(text).ok_or_else(|| {
        let text = Text::new(
            format!("“{text}”不是校验码。照纸面写成 1284-7FKK-9Q2Q-TEJ8 的样子。"),
            format!("“{text}” is no check code. Write it as printed, like 1284-7FKK-9Q2Q-TEJ8."),
        );
        Problem::input("book.code", text).about("against")
    })
}

/// The year asked for, or the latest that has vouchers or incomes, or this one in an empty book.
pub(crate) fn year_or_latest(
    reading: &Reading<'_>,
    asked: Option<i64>,
) -> Result<(FiscalYear, Vec<i16>), Problem> {
    let years = reading.years()?;
    let this_year = today().year();
    // A voucher dated by mistake far ahead does not decide which year is looked at.
    let past = years.iter().rev().find(|&&year| year <= this_year);
    let latest = past.or(years.last()).copied().unwrap_or(this_year);
    let year = FiscalYear::new(asked.unwrap_or_else(|| i64::from(latest)))?;
    Ok((year, years))
}

/// Whether two paths lead to one file.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| std::fs::canonicalize(path).ok();
    place(one).is_some_and(|one| place(other) == Some(one))
}

/// Today's date, where nothing in the book says which year is meant.
pub(crate) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

fn unbalanced_books(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    code: &str,
) -> Result<Option<Text>, Problem> {
    let whole =
        Term { first: jiff::civil::date(1900, 1, 1), last: jiff::civil::date(9999, 12, 31) };
    let turnovers = reading.turnovers_recounted(cooperative, whole)?;
    let debit: domain::Money = turnovers.iter().map(|turnover| turnover.debit).sum();
    let credit: domain::Money = turnovers.iter().map(|turnover| turnover.credit).sum();
    Ok((debit != credit).then(|| {
        let (debit, credit) = (debit.grouped(), credit.grouped());
        Text::new(
            format!("{code} 试算不平：借方 {debit}，贷方 {credit}。"),
            format!("{code}: the trial balance differs, debit {debit}, credit {credit}."),
        )
    }))
}

/// Every approved distribution is worked out again from its frozen facts: the frozen figures must
/// come out.
fn changed_results(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    code: &str,
) -> Result<Vec<Text>, Problem> {
    let mut faults = Vec::new();
    for year in reading.distribution_years(cooperative)? {
        let year = FiscalYear::new(i64::from(year))?;
        let Some(saved) = reading.distribution(cooperative, year)? else { continue };
        match saved.state {
            DistributionState::Draft => continue,
            DistributionState::Presented(_) | DistributionState::Approved(_) => {}
        }
        let frozen = reading.approved_members(saved.id)?;
        let result = reading.approved_result(saved.id)?;
        let basis = approved_basis(&result, year, &frozen);
        let again = distribute(&basis.facts, &saved.scheme);
        let holds = again.is_ok_and(|again| follows(&again, &result, &frozen));
        if !holds {
            faults.push(Text::new(
                format!("{code} {year} 年已通过的分配，按当时的依据重算结果不同：数字被改动过。"),
                format!(
                    "{code}, {year}: the approved distribution does not follow from its own \
                     facts: figures were changed."
                ),
            ));
        }
    }
    Ok(faults)
}
