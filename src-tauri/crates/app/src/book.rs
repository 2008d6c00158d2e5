//! A book that is open: opening, making, counting and checking it.

use std::path::Path;

use domain::distribution::distribute;
use domain::id::CooperativeId;
use domain::{FiscalYear, Term};
use store::{BookFault, DistributionState, Hold, Reading, Store};

use crate::dividend::{approved_basis, follows};
use crate::growing;
use crate::policy;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::book::{BookView, CheckView};

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
        growing::grow(path, |beside| Self::begin(beside, name).map(drop))?;
        Self::open(path, Hold::Brief)
    }

    /// A new book at `path` with the seed's policy.
    pub(crate) fn begin(path: &Path, name: &str) -> Result<Self, Problem> {
        let mut book = Book { store: Store::create(path, name)? };
        book.add_policy(&policy::seed())?;
        Ok(book)
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
        })
    }

    /// Recounts the whole book: SQLite's own checks, the rules that guard it, the balance and
    /// numbers of every voucher, the trial balances, and every approved distribution from its
    /// frozen facts. A damaged file is searched no further.
    ///
    /// # Errors
    /// The file is so damaged that it cannot be searched.
    pub fn check(&mut self) -> Result<CheckView, Problem> {
        let reading = self.store.read()?;
        let found = reading.faults()?;
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
            faults,
        })
    }
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

fn fault_text(fault: &BookFault) -> Text {
    match fault {
        BookFault::Damaged(finding) => Text::new(
            format!("文件损坏：{finding}。用最近的备份恢复。"),
            format!("The file is damaged: {finding}. Restore the latest backup."),
        ),
        BookFault::Schema(name) => Text::new(
            format!("账套的保护规则 {name} 被改动过，可能有人用别的程序改过账。用最近的备份恢复。"),
            format!(
                "The rule {name} that guards the book was changed; another program may have \
                 changed the books. Restore the latest backup."
            ),
        ),
        BookFault::Dangling(table) => Text::new(
            format!("表 {table} 里有指向不存在记录的行。用最近的备份恢复。"),
            format!("Table {table} points to rows that do not exist. Restore the latest backup."),
        ),
        BookFault::Unbalanced { cooperative, voucher, difference_fen } => {
            let difference = domain::Money::from_fen(*difference_fen).grouped();
            Text::new(
                format!("{cooperative} 凭证 {voucher} 借贷不平，差 {difference} 元。"),
                format!(
                    "{cooperative}, voucher {voucher}: debit and credit differ by {difference}."
                ),
            )
        }
        BookFault::NumberGap { cooperative, series, missing } => Text::new(
            format!("{cooperative} {series} 字凭证缺 {missing} 个号。"),
            format!("{cooperative}, {series}: {missing} voucher numbers are missing."),
        ),
    }
}

fn unbalanced_books(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    code: &str,
) -> Result<Option<Text>, Problem> {
    let whole =
        Term { first: jiff::civil::date(1900, 1, 1), last: jiff::civil::date(9999, 12, 31) };
    let turnovers = reading.turnovers(cooperative, whole)?;
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
            DistributionState::Approved(_) => {}
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
