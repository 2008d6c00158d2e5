//! Closing (结账): the checklist of a month, the vouchers that carry income and cost to 331 and
//! that to 332, and the vouchers of a distribution.
//!
//! A look beforehand is the real thing in a work that is not committed, so that what is shown is
//! what is made.

mod checklist;
mod distribution;
mod pending;
mod steps;
mod year;

use domain::FiscalYear;
use domain::closing::{ClosingStep, PostingDate, YearState};
use domain::id::CooperativeId;
use store::{Reading, StepRecord, StoreError};

use crate::book::{Book, today};
use crate::dividend::{self, status_view};
use crate::problem::Problem;
use crate::view::closing::{
    ClosingStepRow, ClosingView, MonthTile, PostingDateView, YearStateView,
};
use crate::view::{Named, Text};
use crate::voucher::named;
use crate::{draft, paper, register};

pub(crate) use checklist::{check, details_of, is_barred};
pub(crate) use steps::{Closer, carry_forward, credit_of};
pub(crate) use year::{read_reason, refuse_distribution};

impl Book {
    /// The months and the year of a cooperative; of the latest year where none is given.
    ///
    /// # Errors
    /// A cooperative that is not known, a wrong year, or a damaged book.
    pub fn closing(&mut self, coop: &str, year: Option<i64>) -> Result<ClosingView, Problem> {
        let reading = self.store.read()?;
        let kept = register::cooperative(&reading, coop)?;
        let starts = kept.what.starts;
        let last = reading.months_with_vouchers(kept.id)?.map_or(starts, |(_, last)| last);
        let closed = reading.closed_months(kept.id)?;
        let next = closed.last().map_or(Some(starts), |month| month.next());
        let year = match year {
            Some(year) => FiscalYear::new(year)?,
            None => next.filter(|next| *next <= last).unwrap_or(last).year(),
        };
        let drafts = draft::months(&reading, kept.id)?;
        let mut months = Vec::new();
        let mut at = Some(year.first_month());
        while let Some(month) = at.filter(|month| month.year() == year) {
            months.push(MonthTile {
                month: month.to_string(),
                closed: closed.contains(&month),
                before: month < starts,
                vouchers: reading.vouchers_in_month(kept.id, month)?,
                drafts: paper::count(drafts.iter().filter(|day| **day == month).count()),
            });
            at = month.next();
        }
        let state = year_state(&reading, kept.id, year)?;
        let saved = reading.distribution(kept.id, year)?;
        let cooperatives = reading.cooperatives()?;
        Ok(ClosingView {
            cooperatives: cooperatives.iter().map(named).collect(),
            year: year.number(),
            years: (starts.year().number()..=last.year().number().max(today().year())).collect(),
            state: state.0.into(),
            posting_date: state.1.map(Into::into),
            months,
            next: next.map(|next| next.to_string()),
            distribution: status_view(saved.as_ref().map(|saved| &saved.state)),
            posted: match &saved {
                Some(saved) => !dividend::posted(&reading, saved.id)?.is_empty(),
                None => false,
            },
            vouchers: reading
                .closing_vouchers(kept.id, year.term())?
                .into_iter()
                .map(step_row)
                .collect(),
            coop: Named { code: kept.what.code, name: kept.what.name },
        })
    }
}

/// How far a year is, and when its distribution is dated.
pub(crate) fn year_state(
    reading: &Reading<'_>,
    coop: CooperativeId,
    year: FiscalYear,
) -> Result<(YearState, Option<PostingDate>), StoreError> {
    let found = reading.closed_years(coop)?.into_iter().find(|record| record.year == year);
    Ok(found.map_or((YearState::Open, None), |record| (record.state, Some(record.posting_date))))
}

fn step_row(record: StepRecord) -> ClosingStepRow {
    ClosingStepRow {
        step: step_text(record.step),
        voucher: record.voucher.to_string(),
        date: record.on.to_string(),
        amount: record.amount.into(),
        taken_back: record.taken_back,
    }
}

/// What a step is called.
pub(crate) fn step_text(step: ClosingStep) -> Text {
    let en = match step {
        ClosingStep::Income => "Income to 331",
        ClosingStep::Cost => "Cost to 331",
        ClosingStep::YearEnd => "Year's result to 332",
        ClosingStep::LossCover => "Loss covered from the reserve",
        ClosingStep::Appropriation => "Taken to the reserve",
        ClosingStep::Patronage => "Patronage refunds",
        ClosingStep::Residual => "Residual dividends",
        ClosingStep::Clearing => "Allotments cleared",
    };
    Text::new(step.summary(), en)
}

impl From<YearState> for YearStateView {
    fn from(state: YearState) -> Self {
        match state {
            YearState::Open => YearStateView::Open,
            YearState::Closing => YearStateView::Closing,
            YearState::Closed => YearStateView::Closed,
        }
    }
}

impl From<PostingDate> for PostingDateView {
    fn from(way: PostingDate) -> Self {
        match way {
            PostingDate::YearEnd => PostingDateView::YearEnd,
            PostingDate::Resolution => PostingDateView::Resolution,
        }
    }
}

impl From<PostingDateView> for PostingDate {
    fn from(way: PostingDateView) -> Self {
        match way {
            PostingDateView::YearEnd => PostingDate::YearEnd,
            PostingDateView::Resolution => PostingDate::Resolution,
        }
    }
}
