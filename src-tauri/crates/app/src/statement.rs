//! Statements (会计报表): the statutory forms 会农社01, 02 and 03 of a cooperative, the members'
//! accounts, and income and cost in detail; for a year, or through a month of it.

mod forms;
mod income;
mod member;

use std::path::Path;

use documents::{sheets, workbook};
use domain::cooperative::Cooperative;
use domain::forms::{BalanceSheet, FormCheck, SurplusFigures, checks};
use domain::id::CooperativeId;
use domain::sheet::{Label, Sheet};
use domain::{FiscalYear, Month};
use store::{Kept, Reading};

use crate::book::Book;
use crate::ledger::{self, frame, written};
use crate::month::{self, refuse_before_books};
use crate::paper::{ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::register;
use crate::typed::filled;
use crate::view::ledger::{LedgerKind, LedgerQuery, SavedView, SheetView};
use crate::view::statement::{
    FormCheckView, StatementChoices, StatementKind, StatementQuery, StatementReport, StatementView,
};
use crate::view::{Named, Text};
use crate::voucher::named;
use forms::Forms;

impl Book {
    /// A statement of a cooperative, as the window shows it.
    ///
    /// # Errors
    /// A cooperative, year, month or member that is not known, a year before the books begin, or a
    /// damaged book.
    pub fn statement(
        &mut self,
        coop: &str,
        kind: StatementKind,
        query: &StatementQuery,
    ) -> Result<StatementView, Problem> {
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, query)?;
        let Made { mut sheets, checks, notes, .. } = made(&asked, kind, query, Use::Screen)?;
        let sheet = sheets.pop().ok_or_else(|| no_members(&asked))?;
        Ok(StatementView {
            coop: named(&asked.coop),
            kind,
            year: asked.year.number(),
            at: asked.last.last_day().to_string(),
            sheet: SheetView::of(&sheet),
            checks: checks.iter().map(check_view).collect(),
            notes,
        })
    }

    /// A statement by its lines, as the command line prints it.
    ///
    /// # Errors
    /// As [`Book::statement`]; a member account without a member.
    pub fn statement_report(
        &mut self,
        coop: &str,
        kind: StatementKind,
        query: &StatementQuery,
    ) -> Result<StatementReport, Problem> {
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, query)?;
        let made = made(&asked, kind, query, Use::Screen)?;
        let form = made.sheets.first().and_then(|sheet| sheet.form.as_ref());
        Ok(StatementReport {
            coop: asked.coop.what.code.clone(),
            statement: kind,
            form: form.map(|form| form.zh.clone()),
            year: asked.year.number(),
            at: asked.last.last_day().to_string(),
            member: made.member,
            rows: made.rows,
            checks: made.checks.iter().map(check_view).collect(),
            notes: made.notes,
        })
    }

    /// What statements can be asked for.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn statement_choices(&mut self, coop: &str) -> Result<StatementChoices, Problem> {
        let reading = self.store.read()?;
        let kept = register::cooperative(&reading, coop)?;
        let starts = kept.what.starts;
        let last = reading.months_with_vouchers(kept.id)?.map_or(starts, |(_, last)| last);
        let members = reading.members(kept.id)?.into_iter();
        Ok(StatementChoices {
            cooperatives: reading.cooperatives()?.iter().map(named).collect(),
            years: (starts.year().number()..=last.year().number()).collect(),
            first: starts.to_string(),
            last: last.to_string(),
            members: members
                .map(|member| Named { code: member.what.code, name: member.what.name })
                .collect(),
            coop: named(&kept),
        })
    }

    /// Writes a statement to a file, as PDF or as a workbook by the file's ending; the accounts of
    /// all members where none is named.
    ///
    /// # Errors
    /// As [`Book::statement`]; an ending that is neither, a character that cannot be printed, or a
    /// file that cannot be written.
    pub fn statement_save(
        &mut self,
        coop: &str,
        kind: StatementKind,
        query: &StatementQuery,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let ending = ending(path);
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, query)?;
        let made = made(&asked, kind, query, Use::Paper)?;
        let bytes = match made.sheets.as_slice() {
            [] => return Err(no_members(&asked)),
            [only] => written(&reading, only, &ending, operator)?,
            several => {
                let frame = frame(&reading, operator)?;
                match ending.as_str() {
                    "pdf" => sheets::pdf_of_all(several, &frame)?,
                    "xlsx" => workbook::xlsx(several, &frame)?,
                    _ => return Err(ledger::wrong_ending(&ending)),
                }
            }
        };
        put(path, &bytes)
    }
}

/// What a statement is for, which says how its lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// One line below the other, each leading to its accounts.
    Screen,
    /// As the ministry's form has it.
    Paper,
}

/// What a statement is made from.
struct Asked<'a> {
    reading: &'a Reading<'a>,
    coop: Kept<CooperativeId, Cooperative>,
    year: FiscalYear,
    last: Month,
}

impl<'a> Asked<'a> {
    fn of(reading: &'a Reading<'a>, coop: &str, query: &StatementQuery) -> Result<Self, Problem> {
        let coop = register::cooperative(reading, coop)?;
        let year = FiscalYear::new(query.year);
        let year = year.map_err(|error| Problem::from(error).about("year"))?;
        let asked = filled(query.month.as_deref());
        let last = match asked {
            Some(text) => month::read(text)?,
            None => year.last_month(),
        };
        if last.year() != year {
            let text = Text::new(
                format!("{last} 不在 {year} 年。选这一年的月份。"),
                format!("{last} is not in {year}. Choose a month of that year."),
            );
            return Err(Problem::input("statement.month", text).about("month"));
        }
        refuse_before_books(&coop.what, last, "year")?;
        Ok(Asked { reading, coop, year, last })
    }

    fn label(zh: &str, en: &str) -> Label {
        Label::new(zh, en)
    }

    /// A statement of a day.
    fn on_a_day(&self, title: Label, form: Option<Label>) -> Sheet {
        let day = self.last.last_day();
        let zh = format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day());
        let period = Label::new(zh, day.to_string());
        Sheet { form, ..Sheet::new(title, &self.coop.what.name, period) }
    }

    /// A statement of a year, or of a year through a month.
    fn of_a_year(&self, title: Label, form: Option<Label>) -> Sheet {
        let (year, month) = (self.year, self.last);
        let period = if month == year.last_month() {
            Label::new(format!("{year} 年度"), year.to_string())
        } else {
            Label::new(
                format!("{} 至 {month}", year.first_month()),
                format!("{} – {month}", year.first_month()),
            )
        };
        Sheet { form, ..Sheet::new(title, &self.coop.what.name, period) }
    }
}

/// A statement, in all the shapes that are asked for.
struct Made {
    sheets: Vec<Sheet>,
    rows: Vec<crate::view::statement::StatementRow>,
    checks: Vec<FormCheck>,
    notes: Vec<Text>,
    member: Option<Named>,
}

fn made(
    asked: &Asked<'_>,
    kind: StatementKind,
    query: &StatementQuery,
    to: Use,
) -> Result<Made, Problem> {
    let mut made = match kind {
        StatementKind::BalanceSheet => forms::balance_sheet(&Forms::of(asked)?, asked, to),
        StatementKind::Surplus => forms::surplus(&Forms::of(asked)?, asked),
        StatementKind::Equity => forms::equity(&Forms::of(asked)?, asked),
        StatementKind::MemberAccount => member::accounts(asked, query.member.as_deref(), to)?,
        StatementKind::TrialBalance => trial_balance(asked)?,
        StatementKind::IncomeDetail => income::detail(asked)?,
    };
    if to == Use::Paper {
        let notes = below(&made);
        for sheet in &mut made.sheets {
            sheet.notes.clone_from(&notes);
        }
    }
    Ok(made)
}

/// What a paper says below its table: the checks, in one line where all hold, and the notes.
fn below(made: &Made) -> Vec<Label> {
    let mut notes = Vec::new();
    if !made.checks.is_empty() && made.checks.iter().all(FormCheck::holds) {
        let count = made.checks.len();
        notes.push(Label::new(
            format!("表间核对 {count} 项，全部相符。"),
            format!("{count} checks between forms, all hold."),
        ));
    }
    for check in made.checks.iter().filter(|check| !check.holds()) {
        let difference = check.difference().grouped();
        let Label { zh, en } = &check.what;
        notes.push(Label::new(
            format!("表间核对不符：{zh}，差 {difference}。"),
            format!("{en}: differs by {difference}."),
        ));
    }
    notes.extend(made.notes.iter().map(|note| Label::new(&note.zh, &note.en)));
    notes
}

/// The amounts of the 科目余额表, in the order of its columns.
const TRIAL_BALANCE: [&str; 8] = [
    "opening_debit",
    "opening_credit",
    "debit",
    "credit",
    "year_debit",
    "year_credit",
    "closing_debit",
    "closing_credit",
];

fn trial_balance(asked: &Asked<'_>) -> Result<Made, Problem> {
    let first = asked.year.first_month().max(asked.coop.what.starts);
    let query = LedgerQuery {
        from: first.to_string(),
        to: asked.last.to_string(),
        account: None,
        member: None,
        project: None,
        counterparty: None,
    };
    let code = &asked.coop.what.code;
    let sheet = ledger::sheet(asked.reading, code, LedgerKind::TrialBalance, &query)?;
    Ok(Made {
        rows: income::rows_of(&sheet, &TRIAL_BALANCE),
        sheets: vec![sheet],
        checks: Vec::new(),
        notes: Vec::new(),
        member: None,
    })
}

fn check_view(check: &FormCheck) -> FormCheckView {
    FormCheckView {
        what: Text::new(&check.what.zh, &check.what.en),
        holds: check.holds(),
        one: check.one.into(),
        other: check.other.into(),
        difference: check.difference().into(),
    }
}

fn no_members(asked: &Asked<'_>) -> Problem {
    let name = &asked.coop.what.name;
    let text = Text::new(
        format!("{name}还没有成员，没有成员账户。先登记成员。"),
        format!("{name} has no members yet. Add them first."),
    );
    Problem::refused("statement.no_members", text).about("member")
}

/// The checks and notes that all three forms of a year share.
fn shared(forms: &Forms) -> (Vec<FormCheck>, Vec<Text>) {
    let found = checks(&forms.sheet, Some(&forms.surplus), Some(&forms.equity));
    let mut notes = Vec::new();
    let BalanceSheet { pending, not_carried, .. } = &forms.sheet;
    if *pending != domain::Money::ZERO {
        let amount = pending.grouped();
        notes.push(Text::new(
            format!(
                "181 待处理财产损溢有 {amount} 没有处理，会农社01表没有它的行次，\
                 资产总计因此与负债和所有者权益总计差这个数。查明批准后转出。"
            ),
            format!(
                "181 holds {amount}, for which form 01 has no line: lines 22 and 42 differ by it. \
                 Clear it once approved."
            ),
        ));
    }
    if *not_carried != domain::Money::ZERO {
        let amount = not_carried.grouped();
        notes.push(Text::new(
            format!("未分配盈余含还没有结转到 331 的损益 {amount}。"),
            format!("Undistributed surplus holds {amount} of income less cost not carried to 331."),
        ));
    }
    if forms.change.unnamed != domain::Money::ZERO {
        let amount = forms.change.unnamed.grouped();
        notes.push(Text::new(
            format!(
                "331、332 有 {amount} 转到了报表没有行次的科目，会农社02表因此对不上。\
                 找出这些凭证，改用 221、222、301 或 322。"
            ),
            format!(
                "{amount} went from 331 and 332 to accounts that no line of form 02 names. Find \
                 these vouchers and use 221, 222, 301 or 322."
            ),
        ));
    }
    let elsewhere = SurplusFigures::not_on_the_form(&forms.moved);
    if elsewhere != domain::Money::ZERO {
        let amount = elsewhere.grouped();
        notes.push(Text::new(
            format!("有 {amount} 的损益记在会农社02表没有行次的科目上。"),
            format!("{amount} of income less cost stands on accounts that form 02 does not have."),
        ));
    }
    (found, notes)
}
