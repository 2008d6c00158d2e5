//! Posting a distribution (分配记账): what the members' meeting resolved becomes vouchers, on
//! 31 December of its year or on a day after the resolution.

use domain::closing::{self, ClosingStep, ClosingVoucher, MemberPart, PostingDate, YearState};
use domain::id::DistributionId;
use domain::{FiscalYear, Money, Month};
use jiff::civil::Date;
use store::{DistributionState, Work, YearChange};

use super::steps::{Closer, credit_of, standing, too_large};
use super::year::read_year;
use super::year_state;
use crate::book::Book;
use crate::day;
use crate::dividend::Case;
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::closing::PostingView;
use crate::voucher::checks::not_open;
use crate::voucher::named;

impl Book {
    /// What posting a distribution would make. Nothing is saved.
    ///
    /// # Errors
    /// As [`Book::post_distribution`].
    pub fn check_posting(
        &mut self,
        coop: &str,
        year: i64,
        on: Option<&str>,
    ) -> Result<PostingView, Problem> {
        let work = self.store.begin()?;
        let mut view = posted(&work, coop, year, on)?;
        view.numbers = Vec::new();
        Ok(view)
    }

    /// Posts an approved distribution. Of a year that is closing it is dated 31 December and closes
    /// the year; of a closed one it is dated on `on`, or on the day of the resolution.
    ///
    /// # Errors
    /// A cooperative that is not known, a distribution that is not approved or was posted before, a
    /// year that is open, a day that is not open, less surplus in the books than is shared out, or
    /// a book that cannot be written.
    pub fn post_distribution(
        &mut self,
        coop: &str,
        year: i64,
        on: Option<&str>,
    ) -> Result<PostingView, Problem> {
        let work = self.store.begin()?;
        let view = posted(&work, coop, year, on)?;
        work.commit()?;
        Ok(view)
    }
}

fn posted(
    work: &Work<'_>,
    coop: &str,
    year: i64,
    on: Option<&str>,
) -> Result<PostingView, Problem> {
    let year = read_year(year)?;
    let kept = register::cooperative(work, coop)?;
    let saved = work.distribution(kept.id, year)?;
    let approved = saved.as_ref().and_then(|saved| match &saved.state {
        DistributionState::Approved(resolution) => Some((saved.id, resolution.on)),
        DistributionState::Draft | DistributionState::Presented(_) => None,
    });
    let Some((id, resolved_on)) = approved else { return Err(not_approved(year)) };
    refuse_posted(work, id, year)?;
    let case = Case::load(work, coop, year)?;
    let closer = Closer::new(work, &kept)?;
    let (state, posting_date) = year_state(work, kept.id, year)?;
    let date = match state {
        YearState::Open => return Err(year_open(year)),
        YearState::Closing => year.last_day(),
        YearState::Closed => open_day(&closer, year, on, resolved_on)?,
    };
    let vouchers = vouchers(&closer, &case, date)?;
    refuse_too_little(work, &closer, &case, date)?;
    let mut made: Vec<ClosingVoucher> = Vec::new();
    let mut numbers = Vec::new();
    for voucher in vouchers {
        numbers.push(closer.post(work, &voucher, Some(id))?.to_string());
        made.push(voucher);
    }
    if state == YearState::Closing {
        let left = standing(work, kept.id, year.last_month(), |code| code.starts_with("332-01"))?;
        let cleared = closing::clearing(year, &left, &closer.leaf("332-02")?);
        if let Some(voucher) = cleared.map_err(too_large)? {
            numbers.push(closer.post(work, &voucher, Some(id))?.to_string());
            made.push(voucher);
        }
        let posting_date = posting_date.or(Some(PostingDate::YearEnd));
        work.change_year(
            kept.id,
            &YearChange { year, state: YearState::Closed, posting_date, reason: None },
        )?;
    }
    Ok(PostingView {
        coop: named(&kept),
        year: year.number(),
        state: YearState::Closed.into(),
        date: date.to_string(),
        vouchers: made.iter().map(|voucher| closer.proposed(voucher)).collect(),
        numbers,
    })
}

/// Steps 4 to 6: to the funds, to 221 and to 222 by member.
fn vouchers(closer: &Closer<'_>, case: &Case, on: Date) -> Result<Vec<ClosingVoucher>, Problem> {
    let allotted = closer.leaf("332-01")?;
    let mut funds: Vec<(String, Money)> = Vec::new();
    for fund in &case.distribution.appropriations {
        if fund.amount != Money::ZERO {
            funds.push((closer.fund(&fund.fund)?, fund.amount));
        }
    }
    let shares = case.basis.members.iter().zip(case.distribution.members());
    let (mut refunds, mut dividends) = (Vec::new(), Vec::new());
    for (member, share) in shares {
        let part = |amount| MemberPart { member: member.code.clone(), amount };
        refunds.push(part(share.patronage.part.amount));
        dividends.push(part(share.guaranteed.part.amount + share.residual.part.amount));
    }
    let to = |step, parts: &[MemberPart], top| -> Result<_, Problem> {
        let owed = closer.leaf(top)?;
        closing::to_members(on, step, parts, (&owed, &allotted)).map_err(too_large)
    };
    let reserve = closing::appropriation(on, &funds, &allotted).map_err(too_large)?;
    let patronage = to(ClosingStep::Patronage, &refunds, "221")?;
    let residual = to(ClosingStep::Residual, &dividends, "222")?;
    let vouchers: Vec<_> = [reserve, patronage, residual].into_iter().flatten().collect();
    if vouchers.is_empty() {
        let text = Text::new(
            format!("{} 年的分配方案没有要分的，不用记账。写明原因不分配，年度就结完。", case.year),
            format!("Nothing is shared out for {}. Waive it; that closes the year.", case.year),
        );
        return Err(Problem::refused("distribution.nothing", text).about("year"));
    }
    Ok(vouchers)
}

/// The day of a distribution after its year was closed: an open one, not before the resolution.
fn open_day(
    closer: &Closer<'_>,
    year: FiscalYear,
    on: Option<&str>,
    resolved_on: Date,
) -> Result<Date, Problem> {
    let date = match on {
        Some(text) => day::read(text).map_err(|error| Problem::from(error).about("on"))?,
        None => resolved_on,
    };
    if date < resolved_on || date <= year.last_day() {
        let text = Text::new(
            format!("分配记账日期 {date} 早于决议日期 {resolved_on}。选决议当天或以后的日期。"),
            format!("{date} is before the resolution of {resolved_on}. Choose that day or later."),
        );
        return Err(Problem::refused("distribution.before_resolution", text).about("on"));
    }
    if let Some(said) = not_open(date, &closer.books.chart) {
        let text = Text::new(
            format!("分配凭证{}。", said.zh),
            format!("The vouchers of the distribution would be {}.", said.en),
        );
        return Err(Problem::refused("distribution.not_open", text).about("on"));
    }
    Ok(date)
}

/// 332 holds what is shared out, or the books changed since the meeting resolved.
fn refuse_too_little(
    work: &Work<'_>,
    closer: &Closer<'_>,
    case: &Case,
    on: Date,
) -> Result<(), Problem> {
    let distribution = &case.distribution;
    let funds: Money = distribution.appropriations.iter().map(|fund| fund.amount).sum();
    let taken = funds + distribution.pool;
    let there = credit_of(work, closer.coop.id, Month::of(on), "332")?;
    if taken <= there.or_zero() {
        return Ok(());
    }
    let (taken, there) = (taken.grouped(), there.grouped());
    let text = Text::new(
        format!(
            "方案要从 332 分出 {taken}，账上 332 只有 {there}：通过以后账变了。\
             查清变动的凭证，冲销或更正后再记账。"
        ),
        format!(
            "The distribution takes {taken} from 332, which holds {there}: the books changed since \
             it was approved. Put them right and post it again."
        ),
    );
    Err(Problem::refused("distribution.too_little", text))
}

fn refuse_posted(work: &Work<'_>, id: DistributionId, year: FiscalYear) -> Result<(), Problem> {
    let standing = work.vouchers_of_distribution(id)?.into_iter().find(|made| !made.taken_back);
    let Some(made) = standing else { return Ok(()) };
    let number = made.voucher;
    let text = Text::new(
        format!("{year} 年的分配已经记账（{number} 等）。要改，在分红页冲销分配，再做一次。"),
        format!("The distribution of {year} is posted ({number} …). Reverse it, then run anew."),
    );
    Err(Problem::refused("distribution.posted", text).about("year"))
}

fn not_approved(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年的盈余分配还没有通过，不能记账。先由成员大会通过，填上决议。"),
        format!("The distribution of {year} is not approved. Approve it by a resolution first."),
    );
    Problem::refused("distribution.not_approved", text).about("year")
}

fn year_open(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年还没有年结，盈余还没有转到 332。先年结 {year} 年，再把分配记账。"),
        format!("{year} is open and its surplus not on 332 yet. Close the year, then post it."),
    );
    Problem::refused("distribution.year_open", text).about("year")
}
