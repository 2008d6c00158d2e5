//! The district's policy as data: in force from a year on, until the next one begins.

use domain::target::{GrowthAward, PayCut, Policy, Prize, Ranking};
use domain::village::IncomeKind;
use domain::{FiscalYear, Money, Rate};
use serde::Deserialize;
use store::{PolicyRecord, Reading};

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;

impl Book {
    /// Adds a policy from its year on.
    ///
    /// # Errors
    /// A policy from that year exists, or the book cannot be written.
    pub fn add_policy(&mut self, policy: &PolicyRecord) -> Result<(), Problem> {
        let work = self.store.begin()?;
        work.add_policy(policy)?;
        Ok(work.commit()?)
    }
}

/// The policy in force in `year`.
pub(crate) fn in_force(reading: &Reading<'_>, year: FiscalYear) -> Result<PolicyRecord, Problem> {
    reading.policy(year)?.ok_or_else(|| {
        Problem::refused(
            "policy.none",
            Text::new(
                format!("{year} 年没有考核政策。先录入该年的目标和奖励。"),
                format!("There is no policy for {year}. Enter its target and awards first."),
            ),
        )
    })
}

/// The policy that a new book starts with: 100,000.00 yuan a village, pay cut by a tenth, three
/// tenths or half, ten places in each of three awards.
pub(crate) fn seed() -> PolicyRecord {
    policies(include_str!("../../../../assets/policy/seed.json")).remove(0)
}

/// Reads a file of policies; a mistake in one of ours is found by its test.
#[expect(clippy::expect_used, reason = "the files are part of the program and tested")]
pub(crate) fn policies(file: &str) -> Vec<PolicyRecord> {
    let file: PolicyFile = serde_json::from_str(file).expect("a file of policies");
    file.years.into_iter().map(|year| year.record().expect("figures of a policy")).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyFile {
    years: Vec<PolicyYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyYear {
    year: i16,
    target: String,
    counted_kinds: Vec<String>,
    pay_cuts: Vec<PayCutFigures>,
    township_share: String,
    awards: AwardFigures,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayCutFigures {
    completion_below: String,
    cut: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AwardFigures {
    model_industry: PrizeFigures,
    benchmark: PrizeFigures,
    late_riser: PrizeFigures,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrizeFigures {
    places: u32,
    prize: String,
    team_share: String,
    ranking: Option<String>,
    weak_below: Option<String>,
}

impl PolicyYear {
    fn record(self) -> Option<PolicyRecord> {
        let cut = |cut: PayCutFigures| {
            let completion_below = Rate::read(&cut.completion_below).ok()?;
            Some(PayCut { completion_below, cut: Rate::read(&cut.cut).ok()? })
        };
        let kinds = self.counted_kinds.iter().map(|kind| IncomeKind::of_word(kind));
        let policy = Policy {
            target: Money::read(&self.target).ok()?,
            pay_cuts: self.pay_cuts.into_iter().map(cut).collect::<Option<_>>()?,
            township_share: Rate::read(&self.township_share).ok()?,
            awards: self.awards.read()?,
        };
        Some(PolicyRecord { from_year: self.year, kinds: kinds.collect::<Option<_>>()?, policy })
    }
}

impl AwardFigures {
    fn read(&self) -> Option<domain::target::Awards> {
        let weak_below = self.late_riser.weak_below.as_deref()?;
        Some(domain::target::Awards {
            model_industry: self.model_industry.prize()?,
            benchmark: self.benchmark.growth()?,
            late_riser: self.late_riser.growth()?,
            weak_below: Money::read(weak_below).ok()?,
        })
    }
}

impl PrizeFigures {
    fn prize(&self) -> Option<Prize> {
        Some(Prize {
            places: self.places,
            amount: Money::read(&self.prize).ok()?,
            team_share: Rate::read(&self.team_share).ok()?,
        })
    }

    fn growth(&self) -> Option<GrowthAward> {
        let ranking = Ranking::of_word(self.ranking.as_deref()?)?;
        Some(GrowthAward { prize: self.prize()?, ranking })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seed_policy_gives_two_million_in_three_awards() {
        let seed = seed();
        assert_eq!(seed.policy.target.to_string(), "100000.00");
        let awards = seed.policy.awards;
        let prizes = [awards.model_industry, awards.benchmark.prize, awards.late_riser.prize];
        let all: i64 =
            prizes.iter().map(|prize| prize.amount.fen() * i64::from(prize.places)).sum();
        assert_eq!(all, 200_000_000);
        assert!(!seed.kinds.contains(&IncomeKind::Subsidy));
    }
}
