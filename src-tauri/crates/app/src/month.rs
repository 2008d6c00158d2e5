//! Months closed (结账) and reopened (反结账): nothing is posted in a closed month.

use domain::Month;
use domain::closing::ClosingVoucher;
use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::voucher::VoucherNumber;
use store::{Kept, Work};

use crate::book::Book;
use crate::closing::{self, Closer};
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::books::MonthView;
use crate::view::closing::{CheckItem, CheckState, MonthCheckView};
use crate::voucher::named;

impl Book {
    /// A month looked over before it is closed: its checklist, and the vouchers that closing makes.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read or lies before the books begin,
    /// or a damaged book.
    pub fn check_month(&mut self, coop: &str, month: &str) -> Result<MonthCheckView, Problem> {
        let month = read(month)?;
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        refuse_before_books(&coop.what, month, "month")?;
        let closer = Closer::new(&reading, &coop)?;
        let items = closing::check(&reading, &closer, month)?;
        let closed = reading.closed_months(coop.id)?.contains(&month);
        let vouchers = closing::carry_forward(&reading, &closer, month)?;
        Ok(MonthCheckView {
            month: month.to_string(),
            closed,
            may_close: !closed && !closing::is_barred(&items),
            items,
            vouchers: vouchers.iter().map(|made| closer.proposed(made)).collect(),
            coop: named(&coop),
        })
    }

    /// Closes a month of a cooperative: income and cost are carried to 331, and from now on nothing
    /// is posted in it. What is only worth a look is noted and bars nothing.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read, lies before the books begin or
    /// is closed already, something on its checklist that stands in the way, or a book that cannot
    /// be written.
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
        let closer = Closer::new(&work, &coop)?;
        let items = closing::check(&work, &closer, month)?;
        let made = close_in(&work, &closer, month)?;
        work.commit()?;
        Ok(MonthView {
            coop: coop.what.code.clone(),
            month: month.to_string(),
            closed: true,
            notes: closing::details_of(&items, CheckState::Note),
            vouchers: made.into_iter().map(|(_, number)| number.to_string()).collect(),
            backup: None,
        })
    }

    /// Reopens a closed month and keeps why.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read or is open, no reason, a later
    /// month that is closed, a year that is, a distribution that rests on it, or a book that cannot
    /// be written.
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
        refuse_reopening(&work, &coop, month)?;
        work.reopen_month(coop.id, month, reason)?;
        work.commit()?;
        let (coop, month) = (coop.what.code, month.to_string());
        let (notes, vouchers) = (Vec::new(), Vec::new());
        Ok(MonthView { coop, month, closed: false, notes, vouchers, backup: None })
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

/// Months are opened again from the last, in a year that is open, and while no distribution rests
/// on them.
fn refuse_reopening(
    work: &Work<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    month: Month,
) -> Result<(), Problem> {
    let year = month.year();
    let later_year = work.closed_years(coop.id)?.into_iter().map(|record| record.year).max();
    if let Some(closed) = later_year.filter(|closed| *closed >= year) {
        let text = Text::new(
            format!("{closed} 年已经年结，{month} 没有反结账。先取消 {closed} 年的年结。"),
            format!("{closed} is closed; {month} was not reopened. Reopen that year first."),
        );
        return Err(Problem::refused("month.year_closed", text).about("month"));
    }
    closing::refuse_distribution(work, coop.id, year, &format!(" {month} "), &month.to_string())?;
    let closed = work.closed_months(coop.id)?;
    let Some(last) = closed.last().copied().filter(|last| *last > month) else { return Ok(()) };
    let text = Text::new(
        format!("{month} 之后的月份已结到 {last}。从 {last} 起逐月往回反结账。"),
        format!("Later months are closed through {last}. Reopen from {last} backwards."),
    );
    Err(Problem::refused("month.later_closed", text).about("month"))
}

/// Closes a month within a work, where nothing on its checklist stands in the way, and returns the
/// vouchers that this took.
pub(crate) fn close_in(
    work: &Work<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<Vec<(ClosingVoucher, VoucherNumber)>, Problem> {
    let items = closing::check(work, closer, month)?;
    if closing::is_barred(&items) {
        return Err(barred(month, &items));
    }
    let mut made = Vec::new();
    for voucher in closing::carry_forward(work, closer, month)? {
        let number = closer.post(work, &voucher, None)?;
        made.push((voucher, number));
    }
    work.close_month(closer.coop.id, month)?;
    Ok(made)
}

/// Why a month is not closed: the one thing that stands in the way in its own sentence, several
/// each in one of the details.
fn barred(month: Month, items: &[CheckItem]) -> Problem {
    let bars: Vec<&CheckItem> = items.iter().filter(|item| item.state == CheckState::Bar).collect();
    match bars.as_slice() {
        [only] => {
            let Text { zh, en } = &only.text;
            let text = Text::new(
                format!("{month} 没有结账：{zh}。"),
                format!("{month} was not closed: {en}."),
            );
            let code = match only.code.as_str() {
                "drafts" => "month.drafts",
                "earlier_months" => "month.earlier_open",
                _ => "month.checklist",
            };
            Problem::refused(code, text).about("month").with_details(only.details.clone())
        }
        several => {
            let count = several.len();
            let text = Text::new(
                format!("{month} 没有结账：有 {count} 项要先办好。"),
                format!("{month} was not closed: {count} things stand in the way."),
            );
            let details = several.iter().flat_map(|item| {
                [item.text.clone()].into_iter().chain(item.details.iter().cloned())
            });
            Problem::refused("month.checklist", text).about("month").with_details(details.collect())
        }
    }
}

/// Reads a month, `2025-03`.
pub(crate) fn read(text: &str) -> Result<Month, Problem> {
    Month::read(text).map_err(|error| Problem::from(error).about("month"))
}
