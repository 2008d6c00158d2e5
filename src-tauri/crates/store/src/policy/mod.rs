//! The district's policy: target, pay cuts, awards and which incomes count, by the year from which
//! it is in force.

use domain::target::{Awards, GrowthAward, PayCut, Policy, Prize, Ranking};
use domain::village::IncomeKind;
use domain::{FiscalYear, Money};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A policy as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyRecord {
    /// The first year that it is in force.
    pub from_year: i16,
    /// Which kinds of income count.
    pub kinds: Vec<IncomeKind>,
    /// Target, pay cuts and awards.
    pub policy: Policy,
}

const MODEL_INDUSTRY: &str = "model_industry";
const BENCHMARK: &str = "benchmark";
const LATE_RISER: &str = "late_riser";

impl Reading<'_> {
    /// The policy in force in `year`: the latest that began by then.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn policy(&self, year: FiscalYear) -> Result<Option<PolicyRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("in_force.sql"))?;
        let found = statement
            .query_row(named_params! { ":year": year.number() }, |row| {
                let from_year: i16 = row.get("from_year")?;
                Ok((from_year, row::money(row, "target_fen"), row::rate(row, "township_share")))
            })
            .optional()?;
        let Some((from_year, target, township_share)) = found else { return Ok(None) };
        let policy = Policy {
            target: target?,
            pay_cuts: self.pay_cuts(from_year)?,
            township_share: township_share?,
            awards: self.awards(from_year)?,
        };
        Ok(Some(PolicyRecord { from_year, kinds: self.counted_kinds(from_year)?, policy }))
    }

    fn counted_kinds(&self, from_year: i16) -> Result<Vec<IncomeKind>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("kinds.sql"))?;
        let kinds = statement.query_and_then(named_params! { ":from_year": from_year }, |row| {
            row::word(row, "kind", IncomeKind::of_word)
        })?;
        kinds.collect()
    }

    fn pay_cuts(&self, from_year: i16) -> Result<Vec<PayCut>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("tiers.sql"))?;
        let cuts = statement.query_and_then(named_params! { ":from_year": from_year }, |row| {
            Ok(PayCut {
                completion_below: row::rate(row, "completion_below_millionths")?,
                cut: row::rate(row, "cut_millionths")?,
            })
        })?;
        cuts.collect()
    }

    fn awards(&self, from_year: i16) -> Result<Awards, StoreError> {
        let (model_industry, ..) = self.award(from_year, MODEL_INDUSTRY, read_prize)?;
        let growth = |row: &Row<'_>| {
            let ranking = row::word(row, "ranking", Ranking::of_word)?;
            Ok(GrowthAward { prize: read_prize(row)?, ranking })
        };
        let (benchmark, ..) = self.award(from_year, BENCHMARK, growth)?;
        let (late_riser, weak_below) = self.award(from_year, LATE_RISER, growth)?;
        let weak_below = weak_below.ok_or_else(|| row::bad("weak_below_fen", "NULL"))?;
        Ok(Awards { model_industry, benchmark, late_riser, weak_below })
    }

    fn award<T>(
        &self,
        from_year: i16,
        award: &str,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, Option<Money>), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("award.sql"))?;
        let values = named_params! { ":from_year": from_year, ":award": award };
        let mut rows = statement.query_and_then(values, |row| {
            let weak_below: Option<i64> = row.get("weak_below_fen")?;
            Ok::<_, StoreError>((read(row)?, weak_below.map(Money::from_fen)))
        })?;
        rows.next().unwrap_or(Err(rusqlite::Error::QueryReturnedNoRows.into()))
    }
}

fn read_prize(row: &Row<'_>) -> Result<Prize, StoreError> {
    Ok(Prize {
        places: row.get("places")?,
        amount: row::money(row, "prize_fen")?,
        team_share: row::rate(row, "team_share_millionths")?,
    })
}

impl Work<'_> {
    /// Adds a policy from its year on.
    ///
    /// # Errors
    /// A policy from that year exists, or the book cannot be written.
    pub fn add_policy(&self, record: &PolicyRecord) -> Result<(), StoreError> {
        let (from_year, policy) = (record.from_year, &record.policy);
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":from_year": from_year,
            ":target_fen": policy.target.fen(),
            ":township_share_millionths": policy.township_share.millionths(),
        }))?;
        let mut statement = self.db.prepare_cached(include_str!("add_kind.sql"))?;
        for kind in &record.kinds {
            let values = named_params! { ":from_year": from_year, ":kind": kind.word() };
            self.kept(statement.execute(values))?;
        }
        let mut statement = self.db.prepare_cached(include_str!("add_tier.sql"))?;
        for cut in &policy.pay_cuts {
            self.kept(statement.execute(named_params! {
                ":from_year": from_year,
                ":completion_below_millionths": cut.completion_below.millionths(),
                ":cut_millionths": cut.cut.millionths(),
            }))?;
        }
        let Awards { model_industry, benchmark, late_riser, weak_below } = policy.awards;
        self.add_award(from_year, MODEL_INDUSTRY, model_industry, None, None)?;
        self.add_award(from_year, BENCHMARK, benchmark.prize, Some(benchmark.ranking), None)?;
        let (prize, ranking) = (late_riser.prize, Some(late_riser.ranking));
        self.add_award(from_year, LATE_RISER, prize, ranking, Some(weak_below))?;
        self.is_final(FinalKind::Policy, i64::from(from_year))
    }

    fn add_award(
        &self,
        from_year: i16,
        award: &str,
        prize: Prize,
        ranking: Option<Ranking>,
        weak_below: Option<Money>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_award.sql"))?;
        self.kept(statement.execute(named_params! {
            ":from_year": from_year,
            ":award": award,
            ":places": prize.places,
            ":prize_fen": prize.amount.fen(),
            ":team_share_millionths": prize.team_share.millionths(),
            ":ranking": ranking.map(Ranking::word),
            ":weak_below_fen": weak_below.map(Money::fen),
        }))?;
        Ok(())
    }
}
