//! Distributions: the scheme of a draft, and the frozen facts and figures of what was approved.

mod approved;
mod life;

use domain::appropriation::{Appropriation, Take};
use domain::distribution::{CapitalWeighting, Scheme};
use domain::id::{CooperativeId, DistributionId};
use domain::{FiscalYear, Money, Rate};
use jiff::civil::Date;
use rusqlite::{Row, named_params};

pub use approved::{ApprovedMember, ApprovedResult, VillageDividend};
pub use life::{Presentation, ReversedRun};

use crate::{Reading, StoreError, Work, row};

/// A distribution as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedDistribution {
    /// Its row.
    pub id: DistributionId,
    /// The fiscal year.
    pub year: i16,
    /// The scheme that it is worked out by.
    pub scheme: Scheme,
    /// How far it is.
    pub state: DistributionState,
}

/// How far a distribution is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DistributionState {
    /// It follows the books and can still be changed.
    Draft,
    /// Put before the members' meeting: frozen until it is approved or taken back.
    Presented(Presentation),
    /// Resolved by the members' meeting: frozen.
    Approved(Resolution),
}

/// The resolution (决议) of the members' meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its number.
    pub number: String,
    /// Its day.
    pub on: Date,
}

impl Reading<'_> {
    /// The run of a cooperative's distribution of a year that stands, if one was saved.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn distribution(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Option<SavedDistribution>, StoreError> {
        let saved = self.run_of_year(cooperative, year, false)?;
        let Some(mut saved) = saved else { return Ok(None) };
        if let Some(presentation) = self.presentation(saved.id)?
            && saved.state == DistributionState::Draft
        {
            saved.state = DistributionState::Presented(presentation);
        }
        Ok(Some(saved))
    }

    /// The last run of a year that was reversed, or the one that stands.
    fn run_of_year(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
        reversed: bool,
    ) -> Result<Option<SavedDistribution>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("of_year.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":year": year.number(),
            ":reversed": reversed,
        };
        let mut rows = statement.query_and_then(values, read_distribution)?;
        let Some(mut saved) = rows.next().transpose()? else { return Ok(None) };
        saved.scheme.appropriations = self.appropriations(saved.id)?;
        Ok(Some(saved))
    }

    /// The years in which a cooperative has a distribution that stands, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn distribution_years(&self, cooperative: CooperativeId) -> Result<Vec<i16>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("years.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let years = statement.query_map(values, |row| row.get("year"))?;
        Ok(years.collect::<Result<_, _>>()?)
    }

    /// What approved distributions of the years before `year` took of the surplus that no voucher
    /// has taken yet.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn shared_out_before(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Money, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("shared_out_before.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":year": year.number(),
        };
        let mut rows = statement.query_and_then(values, |row| row::money(row, "shared_out_fen"))?;
        rows.next().unwrap_or(Ok(Money::ZERO))
    }

    fn appropriations(&self, id: DistributionId) -> Result<Vec<Appropriation>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("appropriations.sql"))?;
        let values = named_params! { ":distribution_id": id.number() };
        let appropriations = statement.query_and_then(values, |row| {
            let take = match row::rate_or_none(row, "rate_millionths")? {
                Some(rate) => Take::Rate(rate),
                None => Take::Amount(row::money(row, "amount_fen")?),
            };
            Ok(Appropriation { fund: row.get("fund")?, take })
        })?;
        appropriations.collect()
    }
}

fn read_distribution(row: &Row<'_>) -> Result<SavedDistribution, StoreError> {
    let number: Option<String> = row.get("resolution")?;
    let on = row::day_or_none(row, "approved_on")?;
    let state = match (number, on) {
        (Some(number), Some(on)) => DistributionState::Approved(Resolution { number, on }),
        (None, _) | (_, None) => DistributionState::Draft,
    };
    let scheme = Scheme {
        appropriations: Vec::new(),
        retained: row::money(row, "retain_fen")?,
        patronage_share: row::rate(row, "patronage_share_millionths")?,
        guaranteed_rate: row::rate_or_none(row, "guaranteed_rate_millionths")?,
        capital_weighting: row::word(row, "capital_weighting", CapitalWeighting::of_word)?,
    };
    Ok(SavedDistribution {
        id: DistributionId::new(row.get("id")?),
        year: row.get("year")?,
        scheme,
        state,
    })
}

impl Work<'_> {
    /// Saves a scheme as the draft of a year, in place of an earlier draft.
    ///
    /// # Errors
    /// The year's distribution is approved already, or the book cannot be written.
    pub fn save_draft(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
        scheme: &Scheme,
    ) -> Result<DistributionId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("save_draft.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":year": year.number(),
            ":patronage_share_millionths": scheme.patronage_share.millionths(),
            ":guaranteed_rate_millionths": scheme.guaranteed_rate.map(Rate::millionths),
            ":capital_weighting": scheme.capital_weighting.word(),
            ":retain_fen": scheme.retained.fen(),
        };
        let id: i64 = self.kept(statement.query_row(values, |row| row.get("id")))?;
        let mut statement = self.db.prepare_cached(include_str!("drop_appropriations.sql"))?;
        self.kept(statement.execute(named_params! { ":distribution_id": id }))?;
        let mut statement = self.db.prepare_cached(include_str!("add_appropriation.sql"))?;
        for (step, appropriation) in (1_i64..).zip(&scheme.appropriations) {
            let (rate, amount) = match appropriation.take {
                Take::Rate(rate) => (Some(rate.millionths()), None),
                Take::Amount(amount) => (None, Some(Money::fen(amount))),
            };
            self.kept(statement.execute(named_params! {
                ":distribution_id": id,
                ":step": step,
                ":fund": appropriation.fund,
                ":rate_millionths": rate,
                ":amount_fen": amount,
            }))?;
        }
        Ok(DistributionId::new(id))
    }
}
