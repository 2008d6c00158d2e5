//! Months closed (结账) and reopened (反结账): nothing is posted in a closed month.

use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::{Money, Month, Term};
use store::{Detail, DetailSum, Reading, StoreError};

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::books::MonthView;
use crate::voucher::judge::read_date;
use crate::{draft, register};

impl Book {
    /// Closes a month of a cooperative: from now on nothing is posted in it. What moved without the
    /// detail that its account wants (未分明细) is noted and bars nothing.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read, lies before the books begin or
    /// is closed already or in which drafts are left, or a book that cannot be written.
    pub fn close_month(&mut self, coop: &str, month: &str) -> Result<MonthView, Problem> {
        let month = read(month)?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        refuse_before_books(&coop.what, month, "month")?;
        if work.closed_months(coop.id)?.contains(&month) {
            let text = Text::new(
                format!("{month} 已经结账。要改账，先反结账并写明原因。"),
                format!("{month} is closed already. To change it, reopen it with a reason."),
            );
            return Err(Problem::refused("month.closed", text).about("month"));
        }
        let left = drafts_left(&work, coop.id, month)?;
        if !left.is_empty() {
            return Err(refuse_drafts(month, left));
        }
        let notes = undivided(&work, coop.id, month)?;
        work.close_month(coop.id, month)?;
        work.commit()?;
        Ok(MonthView { coop: coop.what.code, month: month.to_string(), closed: true, notes })
    }

    /// Reopens a closed month and keeps why.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read or is open, no reason, or a
    /// book that cannot be written.
    pub fn reopen_month(
        &mut self,
        coop: &str,
        month: &str,
        reason: &str,
    ) -> Result<MonthView, Problem> {
        let month = read(month)?;
        let reason = reason.trim();
        if reason.is_empty() {
            let text = Text::new(
                format!("反结账 {month} 要写明原因。填上原因再试。"),
                format!("Reopening {month} needs a reason. Write it and try again."),
            );
            return Err(Problem::input("month.reason", text).about("reason"));
        }
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        if !work.closed_months(coop.id)?.contains(&month) {
            let text = Text::new(
                format!("{month} 没有结账，可以直接记账。"),
                format!("{month} is open; vouchers can be posted in it."),
            );
            return Err(Problem::refused("month.open", text).about("month"));
        }
        work.reopen_month(coop.id, month, reason)?;
        work.commit()?;
        let (coop, month) = (coop.what.code, month.to_string());
        Ok(MonthView { coop, month, closed: false, notes: Vec::new() })
    }
}

/// Before the month from which the books are kept there is nothing, neither to close nor to show.
///
/// # Errors
/// The month lies there; `field` names what was given.
pub(crate) fn refuse_before_books(
    coop: &Cooperative,
    month: Month,
    field: &str,
) -> Result<(), Problem> {
    let starts = coop.starts;
    if month >= starts {
        return Ok(());
    }
    let text = Text::new(
        format!("{month} 早于建账月份 {starts}，那时没有账。选 {starts} 或以后的月份。"),
        format!(
            "{month} lies before the books begin in {starts}. Choose that month or a later one."
        ),
    );
    Err(Problem::refused("month.before_books", text).about(field))
}

/// What drafts of the month are there, each in a line: once it is closed they could not be posted.
fn drafts_left(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
) -> Result<Vec<Text>, StoreError> {
    let mut left = Vec::new();
    for record in reading.drafts(coop)? {
        let entry = draft::entry(&record)?;
        if let Some(day) = read_date(&entry, &mut Vec::new()).filter(|day| Month::of(*day) == month)
        {
            let (id, by) = (record.id.number(), &record.preparer);
            let summary = entry.summary.as_deref().unwrap_or_default();
            left.push(Text::new(
                format!("草稿 {id}　{day}　{summary}　制单 {by}"),
                format!("draft {id}, {day}, {summary}, prepared by {by}"),
            ));
        }
    }
    Ok(left)
}

/// What moved in the month without the project or other party that its account wants.
fn undivided(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
) -> Result<Vec<Text>, StoreError> {
    let term = Term { first: month.first_day(), last: month.last_day() };
    let details =
        [(Detail::Project, "项目", "project"), (Detail::Counterparty, "往来单位", "other party")];
    let mut notes = Vec::new();
    for (detail, zh, en) in details {
        for sum in reading.sums_by_detail(coop, detail, None, None, term)? {
            let DetailSum { account, account_name, name, debit, credit, .. } = sum;
            if !name.is_empty() || (debit, credit) == (Money::ZERO, Money::ZERO) {
                continue;
            }
            let (debit, credit) = (debit.grouped(), credit.grouped());
            notes.push(Text::new(
                format!(
                    "{account} {account_name} 借 {debit}、贷 {credit} 没有写{zh}（未分明细）。"
                ),
                format!(
                    "{account} {account_name}: debit {debit} and credit {credit} name no {en}."
                ),
            ));
        }
    }
    Ok(notes)
}

fn refuse_drafts(month: Month, left: Vec<Text>) -> Problem {
    let count = left.len();
    let text = Text::new(
        format!("{month} 还有 {count} 张凭证草稿，没有结账。先记账，或者删除、改到别的月份。"),
        format!(
            "{month} was not closed: it has {count} voucher {}. Post them, discard them or date \
             them in another month.",
            if count == 1 { "draft" } else { "drafts" }
        ),
    );
    Problem::refused("month.drafts", text).about("month").with_details(left)
}

/// Reads a month, `2025-03`.
pub(crate) fn read(text: &str) -> Result<Month, Problem> {
    Month::read(text).map_err(|error| Problem::from(error).about("month"))
}
