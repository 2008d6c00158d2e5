//! A year: closed with its vouchers, left without a distribution, opened again.

use domain::closing::{self, ClosingVoucher, PostingDate, YearState};
use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::voucher::VoucherNumber;
use domain::{FiscalYear, Money};
use store::{Kept, Reading, Work, YearChange};

use super::steps::{Closer, credit_of, too_large, year_end};
use super::year_state;
use crate::book::Book;
use crate::failure::number_text;
use crate::month::{self, close_in};
use crate::problem::Problem;
use crate::register;
use crate::typed::filled;
use crate::view::Text;
use crate::view::closing::{YearCloseInput, YearView};
use crate::voucher::named;

type Coop = Kept<CooperativeId, Cooperative>;

impl Book {
    /// What closing a year would make: the vouchers of December and of the year's end, in order.
    /// Nothing is saved.
    ///
    /// # Errors
    /// As [`Book::close_year`].
    pub fn check_year(
        &mut self,
        coop: &str,
        year: i64,
        input: &YearCloseInput,
    ) -> Result<YearView, Problem> {
        let work = self.store.begin()?;
        let mut view = closed(&work, coop, year, input)?;
        view.numbers = Vec::new();
        Ok(view)
    }

    /// Closes a year: December where it is open, income and cost to 331, that to 332. A year whose
    /// distribution is dated 31 December is closing until that is posted or waived.
    ///
    /// # Errors
    /// A cooperative that is not known, a year that is closed or closing or lies before the books
    /// begin, an earlier year or month that is open, something on December's checklist that stands
    /// in the way, more to be covered than the loss or the reserve, or a book that cannot be
    /// written.
    pub fn close_year(
        &mut self,
        coop: &str,
        year: i64,
        input: &YearCloseInput,
    ) -> Result<YearView, Problem> {
        let work = self.store.begin()?;
        let view = closed(&work, coop, year, input)?;
        work.commit()?;
        Ok(view)
    }

    /// Closes a year without a distribution, and keeps why.
    ///
    /// # Errors
    /// A cooperative that is not known, a year that is not closing, no reason, a distribution that
    /// was approved, or a book that cannot be written.
    pub fn waive_distribution(
        &mut self,
        coop: &str,
        year: i64,
        reason: &str,
    ) -> Result<YearView, Problem> {
        let year = read_year(year)?;
        let reason = read_reason(reason, "不分配", "Closing without a distribution")?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let (state, posting_date) = year_state(&work, coop.id, year)?;
        if state != YearState::Closing {
            return Err(not_closing(year, state));
        }
        if approved_from(&work, coop.id, year)?.contains(&year.number()) {
            let text = Text::new(
                format!("{year} 年的盈余分配已经通过，不能不分配。把它记账，年度就结完。"),
                format!("The distribution of {year} is approved. Post it; that closes the year."),
            );
            return Err(Problem::refused("year.distribution", text).about("year"));
        }
        work.change_year(
            coop.id,
            &YearChange { year, state: YearState::Closed, posting_date, reason: Some(&reason) },
        )?;
        let view = view(&work, &coop, year, Vec::new())?;
        work.commit()?;
        Ok(view)
    }

    /// Opens a closed or closing year again, and keeps why. Its vouchers stay; closing it again
    /// carries what has been added since.
    ///
    /// # Errors
    /// A cooperative that is not known, a year that is open, no reason, a later year that is closed
    /// or closing, a distribution that rests on it, or a book that cannot be written.
    pub fn reopen_year(
        &mut self,
        coop: &str,
        year: i64,
        reason: &str,
    ) -> Result<YearView, Problem> {
        let year = read_year(year)?;
        let reason = read_reason(reason, "取消年结", "Reopening the year")?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        if year_state(&work, coop.id, year)?.0 == YearState::Open {
            let text = Text::new(
                format!("{year} 年没有年结，不用取消。"),
                format!("{year} is open; there is nothing to reopen."),
            );
            return Err(Problem::refused("year.open", text).about("year"));
        }
        let later = work.closed_years(coop.id)?.into_iter().map(|record| record.year);
        if let Some(later) = later.filter(|later| *later > year).max() {
            let text = Text::new(
                format!("{later} 年已经年结，它接着 {year} 年的余额。先取消 {later} 年的年结。"),
                format!("{later} is closed and follows {year}. Reopen {later} first."),
            );
            return Err(Problem::refused("year.later_closed", text).about("year"));
        }
        refuse_distribution(&work, coop.id, year, &format!(" {year} 年"), &year.to_string())?;
        work.change_year(
            coop.id,
            &YearChange { year, state: YearState::Open, posting_date: None, reason: Some(&reason) },
        )?;
        let view = view(&work, &coop, year, Vec::new())?;
        work.commit()?;
        Ok(view)
    }
}

/// A year or month on which an approved distribution rests stays closed.
pub(crate) fn refuse_distribution(
    reading: &Reading<'_>,
    coop: CooperativeId,
    from: FiscalYear,
    zh: &str,
    en: &str,
) -> Result<(), Problem> {
    let Some(&year) = approved_from(reading, coop, from)?.last() else { return Ok(()) };
    let text = Text::new(
        format!("{year} 年通过的盈余分配以{zh}的账为依据，没有反结账。差错在未结账的月份更正。"),
        format!(
            "The approved distribution of {year} rests on the books of {en}; they stay closed. \
             Correct in an open month."
        ),
    );
    Err(Problem::refused("closing.distribution", text).about("month"))
}

/// The years from this one on whose distribution is approved, the latest first.
fn approved_from(
    reading: &Reading<'_>,
    coop: CooperativeId,
    from: FiscalYear,
) -> Result<Vec<i16>, Problem> {
    let mut years = Vec::new();
    for year in reading.distribution_years(coop)? {
        let of = FiscalYear::new(i64::from(year))?;
        if of >= from
            && let Some(saved) = reading.distribution(coop, of)?
            && matches!(saved.state, store::DistributionState::Approved(_))
        {
            years.push(year);
        }
    }
    Ok(years)
}

fn closed(
    work: &Work<'_>,
    coop: &str,
    year: i64,
    input: &YearCloseInput,
) -> Result<YearView, Problem> {
    let year = read_year(year)?;
    let coop = register::cooperative(work, coop)?;
    month::refuse_before_books(&coop.what, year.last_month(), "year")?;
    refuse_state(work, &coop, year)?;
    let december = year.last_month();
    let closer = Closer::new(work, &coop)?;
    let mut made: Vec<(ClosingVoucher, VoucherNumber)> = Vec::new();
    if !work.closed_months(coop.id)?.contains(&december) {
        made.extend(close_in(work, &closer, december)?);
    }
    for voucher in year_end(work, &closer, year)? {
        let number = closer.post(work, &voucher, None)?;
        made.push((voucher, number));
    }
    if let Some(voucher) = cover(work, &closer, year, input.cover.as_deref())? {
        let number = closer.post(work, &voucher, None)?;
        made.push((voucher, number));
    }
    let posting_date = PostingDate::from(input.posting_date);
    let state = match posting_date {
        PostingDate::YearEnd => YearState::Closing,
        PostingDate::Resolution => YearState::Closed,
    };
    work.change_year(
        coop.id,
        &YearChange { year, state, posting_date: Some(posting_date), reason: None },
    )?;
    let mut view = view(work, &coop, year, Vec::new())?;
    view.vouchers = made.iter().map(|(voucher, _)| closer.proposed(voucher)).collect();
    view.numbers = made.iter().map(|(_, number)| number.to_string()).collect();
    Ok(view)
}

/// Refuses a year that is not open, or one before which a year is not closed.
fn refuse_state(reading: &Reading<'_>, coop: &Coop, year: FiscalYear) -> Result<(), Problem> {
    match year_state(reading, coop.id, year)?.0 {
        YearState::Open => {}
        YearState::Closing => {
            let text = Text::new(
                format!("{year} 年正在年结，等盈余分配记账。把分配记账，或者写明原因不分配。"),
                format!("{year} is closing and waits for its distribution. Post or waive that."),
            );
            return Err(Problem::refused("year.closing", text).about("year"));
        }
        YearState::Closed => {
            let text = Text::new(
                format!("{year} 年已经年结。要改账，先写明原因取消年结。"),
                format!("{year} is closed already. To change it, reopen it with a reason."),
            );
            return Err(Problem::refused("year.closed", text).about("year"));
        }
    }
    let before = year.before();
    let has_before = before >= coop.what.starts.year();
    if has_before && year_state(reading, coop.id, before)?.0 != YearState::Closed {
        let text = Text::new(
            format!("{before} 年还没有年结完，先结 {before} 年，再结 {year} 年。"),
            format!("{before} is not closed yet. Close it before {year}."),
        );
        return Err(Problem::refused("year.earlier_open", text).about("year"));
    }
    Ok(())
}

/// The voucher that covers a loss from the reserve, where that is asked for.
fn cover(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    year: FiscalYear,
    amount: Option<&str>,
) -> Result<Option<ClosingVoucher>, Problem> {
    let Some(text) = filled(amount) else {
        return Ok(None);
    };
    let amount = Money::read_unsigned(text).map_err(|error| {
        let said = number_text(&error);
        let text = Text::new(format!("弥补亏损的金额{}。", said.zh), format!("{}.", said.en));
        Problem::input("year.cover", text).about("cover")
    })?;
    if amount == Money::ZERO {
        return Ok(None);
    }
    let december = year.last_month();
    let loss = (-credit_of(reading, closer.coop.id, december, "332")?).or_zero();
    let reserve = credit_of(reading, closer.coop.id, december, "322")?.or_zero();
    if amount > loss || amount > reserve {
        let (amount, loss) = (amount.grouped(), loss.grouped());
        let reserve = reserve.grouped();
        let text = Text::new(
            format!(
                "要用盈余公积弥补 {amount}，而亏损是 {loss}，盈余公积有 {reserve}。\
                 填不超过两者的金额。"
            ),
            format!(
                "The reserve of {reserve} and the loss of {loss} do not allow {amount}. Write an \
                 amount within both."
            ),
        );
        return Err(Problem::refused("year.cover", text).about("cover"));
    }
    let (from, to) = (closer.leaf("322")?, closer.leaf("332-02")?);
    closing::loss_cover(year, amount, &from, &to).map(Some).map_err(too_large)
}

/// A year as it stands now.
pub(super) fn view(
    reading: &Reading<'_>,
    coop: &Coop,
    year: FiscalYear,
    numbers: Vec<String>,
) -> Result<YearView, Problem> {
    let (state, posting_date) = year_state(reading, coop.id, year)?;
    let december = year.last_month();
    let next = match state {
        YearState::Open => Text::new(
            format!("{year} 年已打开。改好以后重新年结。"),
            format!("{year} is open. Close it again once it is right."),
        ),
        YearState::Closing => Text::new(
            format!("{year} 年结账中：等盈余分配记账，或写明原因不分配。"),
            format!("{year} is closing: post its distribution, or waive it with a reason."),
        ),
        YearState::Closed => Text::new(
            format!("{year} 年已年结。打印会农社01、02、03表和成员账户，再做一份备份。"),
            format!("{year} is closed. Print the statutory forms and make a backup."),
        ),
    };
    Ok(YearView {
        coop: named(coop),
        year: year.number(),
        state: state.into(),
        posting_date: posting_date.map(Into::into),
        vouchers: Vec::new(),
        numbers,
        undistributed: credit_of(reading, coop.id, december, "332")?.into(),
        reserve: credit_of(reading, coop.id, december, "322")?.into(),
        next,
    })
}

pub(super) fn read_year(year: i64) -> Result<FiscalYear, Problem> {
    FiscalYear::new(year).map_err(|error| Problem::from(error).about("year"))
}

pub(crate) fn read_reason(reason: &str, zh: &str, en: &str) -> Result<String, Problem> {
    let reason = reason.trim();
    if !reason.is_empty() {
        return Ok(reason.to_owned());
    }
    let text = Text::new(
        format!("{zh}要写明原因。填上原因再试。"),
        format!("{en} needs a reason. Write it and try again."),
    );
    Err(Problem::input("closing.reason", text).about("reason"))
}

fn not_closing(year: FiscalYear, state: YearState) -> Problem {
    let text = match state {
        YearState::Open => Text::new(
            format!("{year} 年还没有年结。先年结，再决定不分配。"),
            format!("{year} is open. Close it first."),
        ),
        YearState::Closing | YearState::Closed => Text::new(
            format!("{year} 年已经年结完，不用再定。"),
            format!("{year} is closed; there is nothing to waive."),
        ),
    };
    Problem::refused("year.not_closing", text).about("year")
}
