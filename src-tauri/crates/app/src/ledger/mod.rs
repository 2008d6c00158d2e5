//! Ledgers (账簿): the trial balance, an account by months, by lines, by sub-accounts, by quantity
//! and day by day, and what stands by member, project and other party; for any span of months.
//!
//! Each is a [`Sheet`], which the window shows, a paper prints and a workbook holds.

mod account;
mod detail;
mod report;
mod trial;
mod words;

use std::path::Path;

use documents::sheets::SheetFrame;
use documents::{sheets, workbook};
use domain::account::Account;
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId};
use domain::sheet::{Fact, Label, Sheet};
use domain::{Month, Term};
use store::{Kept, Reading};

use crate::book::{Book, today};
use crate::month::refuse_before_books;
use crate::problem::Problem;
use crate::register::{self, initials};
use crate::typed::filled;
use crate::view::ledger::{
    LedgerAccount, LedgerChoices, LedgerKind, LedgerMember, LedgerQuery, SavedView, SheetView,
};
use crate::view::{Named, Text};
use crate::voucher::checks::Chart;
pub(crate) use account::other_side;
use words::label;

impl Book {
    /// A ledger of a cooperative.
    ///
    /// # Errors
    /// A cooperative, account or member that is not known, a kind that needs an account and has
    /// none, months that cannot be read, stand in the wrong order or lie before the books begin, or
    /// a damaged book.
    pub fn ledger(
        &mut self,
        coop: &str,
        kind: LedgerKind,
        query: &LedgerQuery,
    ) -> Result<SheetView, Problem> {
        let reading = self.store.read()?;
        Ok(SheetView::of(&sheet(&reading, coop, kind, query)?))
    }

    /// What a ledger can be asked for.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn ledger_choices(&mut self, coop: &str) -> Result<LedgerChoices, Problem> {
        let reading = self.store.read()?;
        choices(&reading, coop)
    }

    /// Writes a ledger to a file, as PDF or as a workbook by the file's ending.
    ///
    /// # Errors
    /// As [`Book::ledger`]; an ending that is neither, a character that cannot be printed, or a
    /// file that cannot be written.
    pub fn ledger_save(
        &mut self,
        coop: &str,
        kind: LedgerKind,
        query: &LedgerQuery,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        self.sheet_save(path, |reading| sheet(reading, coop, kind, query))
    }
}

/// A sheet as a file of this ending, prepared by who works on the book.
pub(crate) fn written(
    reading: &Reading<'_>,
    sheet: &Sheet,
    ending: &str,
    operator: String,
) -> Result<Vec<u8>, Problem> {
    let frame = frame(reading, operator)?;
    match ending {
        "pdf" => Ok(sheets::pdf(sheet, &frame)?),
        "xlsx" => Ok(workbook::xlsx(std::slice::from_ref(sheet), &frame)?),
        _ => Err(wrong_ending(ending)),
    }
}

/// What stands on a paper besides its sheet: who works on the book, today, the check code.
pub(crate) fn frame(reading: &Reading<'_>, operator: String) -> Result<SheetFrame, Problem> {
    Ok(SheetFrame {
        preparer: Some(operator),
        made_on: today(),
        check_code: reading.check_code()?.map(|code| code.to_string()),
    })
}

/// A sheet is a paper or a workbook.
pub(crate) fn wrong_ending(ending: &str) -> Problem {
    let text = Text::new(
        format!("不能存成“.{ending}”。文件名用 .pdf 或 .xlsx 结尾。"),
        format!("Cannot save as “.{ending}”. Let the name end in .pdf or .xlsx."),
    );
    Problem::input("ledger.ending", text).about("path")
}

/// What a ledger is made from.
struct Asked<'a> {
    reading: &'a Reading<'a>,
    coop: Kept<CooperativeId, Cooperative>,
    first: Month,
    last: Month,
    chart: Chart,
}

impl Asked<'_> {
    fn term(&self) -> Term {
        Term { first: self.first.first_day(), last: self.last.last_day() }
    }

    /// A sheet without columns and rows yet.
    fn sheet(&self, title: Label, facts: Vec<Fact>) -> Sheet {
        let (first, last) = (self.first, self.last);
        let period = if first == last {
            Label::same(first.to_string())
        } else {
            label(&format!("{first} 至 {last}"), &format!("{first} – {last}"))
        };
        let entity = self.coop.what.name.clone();
        Sheet { facts, ..Sheet::new(title, entity, period) }
    }

    /// The account that a ledger is of.
    fn account(&self, code: Option<&str>) -> Result<&Kept<AccountId, Account>, Problem> {
        let Some(code) = filled(code) else {
            let text = Text::new(
                "这种账要选一个科目，例如 102 银行存款。",
                "This ledger is of one account. Choose one, such as 102.",
            );
            return Err(Problem::input("ledger.account", text).about("account"));
        };
        self.chart.accounts.get(code).ok_or_else(|| {
            let text = Text::new(
                format!("这家合作社没有科目“{code}”。从科目表里选一个。"),
                format!("This cooperative has no account “{code}”. Choose one of its chart."),
            );
            Problem::refused("ledger.account", text).about("account")
        })
    }
}

fn asked<'a>(
    reading: &'a Reading<'a>,
    coop: &str,
    query: &LedgerQuery,
) -> Result<Asked<'a>, Problem> {
    let coop = register::cooperative(reading, coop)?;
    let read = |text: &str, field: &str| {
        Month::read(text.trim()).map_err(|error| Problem::from(error).about(field))
    };
    let (first, last) = (read(&query.from, "from")?, read(&query.to, "to")?);
    if first > last {
        let text = Text::new(
            format!("起始月 {first} 在截止月 {last} 之后。把两个月份对调。"),
            format!("The first month {first} is after the last, {last}. Exchange them."),
        );
        return Err(Problem::input("ledger.span", text).about("from"));
    }
    refuse_before_books(&coop.what, last, "to")?;
    let chart = Chart::of(reading, coop.id)?;
    Ok(Asked { reading, coop, first, last, chart })
}

/// The sheet of a ledger.
pub(crate) fn sheet(
    reading: &Reading<'_>,
    coop: &str,
    kind: LedgerKind,
    query: &LedgerQuery,
) -> Result<Sheet, Problem> {
    let asked = asked(reading, coop, query)?;
    let account = query.account.as_deref();
    match kind {
        LedgerKind::TrialBalance => trial::balance(&asked),
        LedgerKind::General => account::general(&asked, account),
        LedgerKind::Detailed => account::detailed(&asked, account),
        LedgerKind::MultiColumn => account::multi_column(&asked, account),
        LedgerKind::Quantity => account::by_quantity(&asked, account),
        LedgerKind::DayBook => account::day_book(&asked, account),
        LedgerKind::Member => detail::by_member(&asked, account, query.member.as_deref()),
        LedgerKind::Project => detail::by_project(&asked, account, query.project.as_deref()),
        LedgerKind::Counterparty => {
            detail::by_counterparty(&asked, account, query.counterparty.as_deref())
        }
    }
}

fn choices(reading: &Reading<'_>, coop: &str) -> Result<LedgerChoices, Problem> {
    let kept = register::cooperative(reading, coop)?;
    let chart = Chart::of(reading, kept.id)?;
    let span = reading.months_with_vouchers(kept.id)?;
    let (first, last) = span.unwrap_or((kept.what.starts, kept.what.starts));
    let named = |code: &str, name: &str| Named { code: code.to_owned(), name: name.to_owned() };
    let accounts = chart.accounts.values().map(|account| LedgerAccount {
        code: account.what.code.clone(),
        name: account.what.name.clone(),
        initials: initials(&account.what.name),
        level: chart.depth(&account.what),
        leaf: !chart.has_below(&account.what.code),
    });
    let members = reading.members(kept.id)?.into_iter().map(|member| LedgerMember {
        initials: initials(&member.what.name),
        code: member.what.code,
        name: member.what.name,
    });
    let cooperatives = reading.cooperatives()?.into_iter();
    Ok(LedgerChoices {
        coop: named(&kept.what.code, &kept.what.name),
        cooperatives: cooperatives.map(|coop| named(&coop.what.code, &coop.what.name)).collect(),
        accounts: accounts.collect(),
        members: members.collect(),
        projects: reading.projects(kept.id)?,
        counterparties: reading.counterparties(kept.id)?,
        years: (first.year().number()..=last.year().number()).collect(),
        first: first.to_string(),
        last: last.to_string(),
    })
}
