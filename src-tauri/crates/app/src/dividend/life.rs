//! The life of a distribution: a draft is put before the meeting and taken back from it, approved,
//! and reversed with a reason where it was wrong.

use std::collections::{HashMap, HashSet};

use domain::id::{CooperativeId, MemberId};
use domain::{FiscalYear, Money};
use jiff::civil::Date;
use store::{
    ApprovedMember, DistributionState, Presentation, Reading, Resolution, SavedDistribution, Work,
};

use super::refused::{
    before_presentation, books_changed, meeting_before, no_draft, no_number, not_approved,
    not_presented, opening_changed, paid_before, refuse_frozen, shares_changed, wants_review,
    within_year, years_later,
};
use super::{Case, basis_of_books, frozen, loaded, posted, work_out};
use crate::book::{Book, today};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::dividend::DividendView;
use crate::voucher::reversal;
use crate::{closing, day, payment, register};

/// A day this many years after its fiscal year is a slip of the pen.
const WITHIN_YEARS: i16 = 5;

impl Book {
    /// Puts the draft of a year before the members' meeting: from that day on it lies open to them,
    /// and its figures are frozen.
    ///
    /// # Errors
    /// No draft, a day within the year or years after it, a meeting before it, or a year that is
    /// before the meeting or approved already.
    pub fn dividend_present(
        &mut self,
        coop: &str,
        year: i64,
        on: &str,
        meeting: Option<&str>,
    ) -> Result<DividendView, Problem> {
        let year = FiscalYear::new(year)?;
        let on = read_day(year, on, "on", false)?;
        let meeting_on = filled(meeting).map(|text| read_day(year, text, "meeting", false));
        let meeting_on = meeting_on.transpose()?;
        if let Some(meeting_on) = meeting_on.filter(|meeting_on| *meeting_on < on) {
            return Err(meeting_before(meeting_on, on));
        }
        let work = self.store.begin()?;
        let (cooperative, saved) = loaded(&work, coop, year)?;
        let Some(saved) = saved else { return Err(no_draft(year)) };
        refuse_frozen(Some(&saved.state), year)?;
        let basis = basis_of_books(&work, cooperative.id, year)?;
        let distribution = work_out(&basis, &saved.scheme)?;
        let (result, members) = frozen(basis, &distribution);
        work.present(saved.id, &result, &members, Presentation { on, meeting_on })?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }

    /// Takes a plan back from the meeting: it is a draft again, and the reason stays.
    ///
    /// # Errors
    /// A plan that was not put before the meeting, no reason, or a book that cannot be written.
    pub fn dividend_withdraw(
        &mut self,
        coop: &str,
        year: i64,
        reason: &str,
    ) -> Result<DividendView, Problem> {
        let reason = closing::read_reason(reason, "撤回方案", "Taking the plan back")?;
        let year = FiscalYear::new(year)?;
        let work = self.store.begin()?;
        let (_, saved) = loaded(&work, coop, year)?;
        let presented = saved.and_then(|saved| match saved.state {
            DistributionState::Presented(presentation) => Some((saved.id, presentation)),
            DistributionState::Draft | DistributionState::Approved(_) => None,
        });
        let Some((id, presentation)) = presented else { return Err(not_presented(year)) };
        work.withdraw(id, today().max(presentation.on), &reason)?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }

    /// Approves the draft of a year, or just what was put before the meeting, by its resolution.
    ///
    /// # Errors
    /// No draft, a resolution without number or dated within the year, one before the plan was laid
    /// open, books that give another plan since, or a year that is approved already.
    pub fn dividend_approve(
        &mut self,
        coop: &str,
        year: i64,
        resolution: &str,
        on: &str,
    ) -> Result<DividendView, Problem> {
        let year = FiscalYear::new(year)?;
        let number = filled(Some(resolution)).ok_or_else(no_number)?.to_owned();
        let resolution = Resolution { number, on: read_day(year, on, "on", true)? };
        let work = self.store.begin()?;
        let (cooperative, saved) = loaded(&work, coop, year)?;
        let Some(saved) = saved else { return Err(no_draft(year)) };
        match &saved.state {
            DistributionState::Approved(_) => refuse_frozen(Some(&saved.state), year)?,
            DistributionState::Presented(presentation) => {
                if resolution.on < presentation.on {
                    return Err(before_presentation(resolution.on, presentation.on));
                }
                refuse_changed_books(&work, cooperative.id, &saved, year)?;
            }
            DistributionState::Draft => {
                let basis = basis_of_books(&work, cooperative.id, year)?;
                let distribution = work_out(&basis, &saved.scheme)?;
                let (result, members) = frozen(basis, &distribution);
                work.freeze(saved.id, &result, &members)?;
            }
        }
        work.approve(saved.id, &resolution)?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }

    /// Reverses an approved distribution with a reason: its vouchers are taken back in red on that
    /// day, all or none, and the year may be run anew. What was approved stays on record.
    ///
    /// # Errors
    /// A distribution that is not approved, members that were paid, no reason, a day before its
    /// vouchers or that is not open, vouchers that somebody else reviews, or a book that cannot be
    /// written.
    pub fn dividend_reverse(
        &mut self,
        coop: &str,
        year: i64,
        on: &str,
        reason: &str,
    ) -> Result<DividendView, Problem> {
        let reason = closing::read_reason(reason, "冲销分配", "Reversing a distribution")?;
        let year = FiscalYear::new(year)?;
        let on = day::read(on).map_err(|error| Problem::from(error).about("on"))?;
        let work = self.store.begin()?;
        let (cooperative, saved) = loaded(&work, coop, year)?;
        let approved = saved.and_then(|saved| match saved.state {
            DistributionState::Approved(resolution) => Some((saved.id, resolution)),
            DistributionState::Draft | DistributionState::Presented(_) => None,
        });
        let Some((id, resolution)) = approved else { return Err(not_approved(year)) };
        if on < resolution.on {
            return Err(before_presentation(on, resolution.on));
        }
        let (paid, drafted) = payment::taken_of(&work, coop, year)?;
        if paid + drafted > Money::ZERO {
            return Err(paid_before(year, paid, drafted));
        }
        let standing = posted(&work, id)?;
        if !standing.is_empty() && work.reviewed_by_another()? {
            return Err(wants_review(year, &standing));
        }
        for number in &standing {
            reversal::take_back_by_number(&work, &cooperative, number, on, &reason)?;
        }
        work.reverse_distribution(id, on, &reason)?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }
}

/// What the meeting was shown is approved only while the books still give it: the surplus, what was
/// brought forward, and what each member gets. Names may have changed since.
fn refuse_changed_books(
    work: &Work<'_>,
    cooperative: CooperativeId,
    saved: &SavedDistribution,
    year: FiscalYear,
) -> Result<(), Problem> {
    let then = work.approved_result(saved.id)?;
    let basis = basis_of_books(work, cooperative, year)?;
    let facts = &basis.facts;
    if then.surplus != facts.surplus {
        return Err(books_changed(year, then.surplus, facts.surplus));
    }
    let brought = then.opening_undistributed - then.opening_deficit;
    let brought_now = facts.opening_undistributed - facts.opening_deficit;
    if brought != brought_now {
        return Err(opening_changed(year, brought, brought_now));
    }
    let shown = work.approved_members(saved.id)?;
    let distribution = work_out(&basis, &saved.scheme)?;
    let (_, now) = frozen(basis, &distribution);
    let (parts_shown, parts_now) = (parts_by_member(&shown), parts_by_member(&now));
    let of = |parts: &HashMap<MemberId, [Money; 3]>, member: &ApprovedMember| {
        parts.get(&member.member).copied().unwrap_or_default()
    };
    let joined = now.iter().filter(|member| !parts_shown.contains_key(&member.member));
    let all = shown.iter().chain(joined);
    let changed: Vec<&ApprovedMember> =
        all.filter(|member| of(&parts_shown, member) != of(&parts_now, member)).collect();
    let Some(first) = changed.first() else { return Ok(()) };
    let total = |parts| of(parts, first).into_iter().sum();
    let whom = format!("{} {}", first.code, first.name);
    Err(shares_changed(&whom, changed.len(), total(&parts_shown), total(&parts_now)))
}

/// What each member gets: refund, guaranteed part and residual dividend.
fn parts_by_member(members: &[ApprovedMember]) -> HashMap<MemberId, [Money; 3]> {
    let parts = |member: &ApprovedMember| {
        [member.patronage_refund, member.guaranteed, member.residual_dividend]
    };
    members.iter().map(|member| (member.member, parts(member))).collect()
}

/// A day of the life of a year's distribution: after the year, and not years after.
fn read_day(
    year: FiscalYear,
    text: &str,
    field: &str,
    is_resolution: bool,
) -> Result<Date, Problem> {
    let on = day::read(text).map_err(|error| Problem::from(error).about(field))?;
    if on <= year.last_day() {
        return Err(within_year(year, on, is_resolution).about(field));
    }
    if on.year() > year.number().saturating_add(WITHIN_YEARS) {
        return Err(years_later(year, on).about(field));
    }
    Ok(on)
}

/// Reads how a distribution comes about, and the runs of its year that were reversed.
pub(super) fn tell(reading: &Reading<'_>, case: &mut Case) -> Result<(), Problem> {
    let coop = register::cooperative(reading, &case.cooperative.code)?;
    case.reversed = reading.reversed_runs(coop.id, case.year)?;
    let Some(id) = case.id else { return Ok(()) };
    let presentation = reading.presentation(id)?;
    case.process.presented_on = presentation.map(|presentation| presentation.on);
    case.process.meeting_on = match &case.state {
        Some(DistributionState::Approved(resolution)) => Some(resolution.on),
        Some(DistributionState::Presented(presentation)) => presentation.meeting_on,
        Some(DistributionState::Draft) | None => None,
    };
    let closed = reading.closed_months(coop.id)?;
    let (first, last) = (case.year.first_month().max(coop.what.starts), case.year.last_month());
    let months = std::iter::successors(Some(first), |month| month.next());
    let of_year = months.take_while(|month| *month <= last);
    case.process.open_months = of_year.filter(|month| !closed.contains(month)).collect();
    let members = reading.members(coop.id)?.into_iter();
    let with_account: HashSet<MemberId> = members
        .filter(|member| member.what.bank_account.is_some())
        .map(|member| member.id)
        .collect();
    let heads = case.basis.members.iter().zip(case.distribution.members());
    let gets = heads
        .filter(|(head, share)| share.total() > Money::ZERO && !with_account.contains(&head.id));
    case.process.without_account = gets.count();
    Ok(())
}
