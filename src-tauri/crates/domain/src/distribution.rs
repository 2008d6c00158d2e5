//! From what can be distributed to what each member gets (农民专业合作社法 art. 43 and 44): a
//! refund by patronage, a guaranteed part on capital where the charter has one, and the rest by
//! what stands in the members' accounts.
//!
//! One surprising thing: what the members get is kept in columns, one [`Pool`] beside the other,
//! each as [`split`] left it. [`Distribution::member`] puts one member's line together and works
//! out its remainders again, so a share cannot differ from the split that it came from, and a
//! million members cost a few columns.

use std::cmp::Ordering;

use jiff::civil::Date;
use thiserror::Error;

use crate::appropriation::{self, Appropriated, Appropriation, Take};
use crate::member::MemberKind;
use crate::money::{self, ApportionError, Money, Part, split};
use crate::period::FiscalYear;
use crate::quantity::Quantity;
use crate::rate::Rate;
use crate::share::{self, CapitalError, Contribution};
use crate::slip::Measure;

/// The most members that one distribution may have.
pub const MEMBERS_MAX: usize = 1_000_000;

/// What the charter or the members' resolution says about a year's surplus. Kept with the year and
/// shown with the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// What is set aside, in order.
    pub appropriations: Vec<Appropriation>,
    /// What is carried to the next year; at most what can be distributed.
    pub retained: Money,
    /// The part that goes by patronage; the law wants at least 60 %.
    pub patronage_share: Rate,
    /// What each member first gets on its capital, out of the rest (保底).
    pub guaranteed_rate: Option<Rate>,
    /// How capital counts.
    pub capital_weighting: CapitalWeighting,
}

impl Default for Scheme {
    /// Nothing set aside or retained, the law's 60 % by patronage, capital as at the year's end.
    fn default() -> Self {
        Scheme {
            appropriations: Vec::new(),
            retained: Money::ZERO,
            patronage_share: Rate::LEGAL_PATRONAGE,
            guaranteed_rate: None,
            capital_weighting: CapitalWeighting::YearEnd,
        }
    }
}

/// The schemes that most charters come down to; what is set aside and retained is added to each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// The law's: 60 % by patronage, the rest by the members' accounts (art. 44).
    Law,
    /// By shares only, where members put in capital and hand in nothing; the meeting has to
    /// resolve it.
    Shares,
    /// A guaranteed part on capital first, then the law's (保底加二次分配). The rate is a beginning:
    /// the charter names its own.
    Guaranteed,
}

impl Preset {
    /// The scheme.
    #[must_use]
    pub fn scheme(self) -> Scheme {
        let law = Scheme::default();
        match self {
            Preset::Law => law,
            Preset::Shares => Scheme { patronage_share: Rate::ZERO, ..law },
            Preset::Guaranteed => Scheme { guaranteed_rate: Rate::from_millionths(50_000), ..law },
        }
    }
}

/// How capital counts within the year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CapitalWeighting {
    /// What stands on 31 December.
    #[default]
    YearEnd,
    /// Each contribution for the days of the year on which it stood, its own day included, over the
    /// days in the year. Kept as fen times days (积数), so nothing is rounded.
    DaysHeld,
}

impl CapitalWeighting {
    /// Both ways.
    pub const ALL: [CapitalWeighting; 2] = [CapitalWeighting::YearEnd, CapitalWeighting::DaysHeld];

    /// The word that files and commands use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            CapitalWeighting::YearEnd => "year_end",
            CapitalWeighting::DaysHeld => "days_held",
        }
    }

    /// The weighting of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weighting| weighting.word() == word)
    }
}

/// What a distribution is worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The year whose surplus is shared out.
    pub year: FiscalYear,
    /// Its surplus; a loss is below zero.
    pub surplus: Money,
    /// Loss brought forward.
    pub opening_deficit: Money,
    /// Undistributed surplus brought forward. Never together with a loss brought forward.
    pub opening_undistributed: Money,
    /// The members in the order of the register, which decides equal remainders.
    pub members: Vec<MemberFacts>,
}

/// What a member takes part with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// What kind of member it is.
    pub kind: MemberKind,
    /// What was put in and taken out, in any order. What comes after 31 December does not count.
    pub contributions: Vec<Contribution>,
    /// Its share of the reserve (公积金份额), as a rule before this year's extract.
    pub reserve: Money,
    /// Its equal share of property from state subsidy.
    pub subsidy: Money,
    /// Its equal share of donated property.
    pub donation: Money,
    /// Its business with the cooperative in the year (交易量).
    pub patronage: Quantity,
}

/// A figure of the facts or the scheme, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The year's surplus.
    Surplus,
    /// Loss brought forward.
    OpeningDeficit,
    /// Undistributed surplus brought forward.
    OpeningUndistributed,
    /// What is carried to the next year.
    Retained,
    /// The amount of the appropriation with this index.
    Appropriation(usize),
    /// The reserve share of the member with this index.
    Reserve(usize),
    /// The subsidy share of the member with this index.
    Subsidy(usize),
    /// The donation share of the member with this index.
    Donation(usize),
}

/// Why a surplus cannot be distributed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DistributionError {
    /// There is nobody to distribute to.
    #[error("there are no members")]
    NoMembers,
    /// More members than [`MEMBERS_MAX`].
    #[error("{0} members are more than {MEMBERS_MAX}")]
    TooManyMembers(usize),
    /// A cooperative that brings a loss forward has no undistributed surplus.
    #[error("{deficit} of loss and {undistributed} of surplus cannot both be brought forward")]
    BothOpenings {
        /// Loss brought forward.
        deficit: Money,
        /// Undistributed surplus brought forward.
        undistributed: Money,
    },
    /// A figure is below zero that may not be.
    #[error("{figure:?} of {amount} is below zero")]
    Negative {
        /// Which figure.
        figure: Figure,
        /// What it is.
        amount: Money,
    },
    /// A figure is further from zero than [`Money::LIMIT`].
    #[error("{figure:?} of {amount} is beyond the limit of {}", Money::LIMIT)]
    BeyondLimit {
        /// Which figure.
        figure: Figure,
        /// What it is.
        amount: Money,
    },
    /// A member's contributions cannot have been made like this.
    #[error("member {member}: {source}")]
    Capital {
        /// The index of the member.
        member: usize,
        /// What is wrong.
        source: CapitalError,
    },
    /// There is something to share out, but nobody has anything to get it by.
    #[error(
        "{pool} yuan cannot be shared out: no member has capital, reserve, subsidy or donation"
    )]
    NothingToShareBy {
        /// What would be shared out.
        pool: Money,
    },
    /// The bases are so large that exact arithmetic in 128 bits does not reach.
    #[error("the bases to share {pool} yuan by are too large")]
    BasesTooLarge {
        /// What would be shared out.
        pool: Money,
    },
}

/// One sum that is shared out among all members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pool {
    /// What is shared out.
    pub amount: Money,
    /// The bases of all members together.
    pub total_base: u128,
    /// The base of each member; no column where the pool does not exist.
    bases: Vec<u128>,
    /// What each member gets; no column where nothing is shared out.
    amounts: Vec<Money>,
}

impl Pool {
    fn split(amount: Money, bases: Vec<u128>) -> Result<Self, DistributionError> {
        let too_large = DistributionError::BasesTooLarge { pool: amount };
        let total_base = bases.iter().try_fold(0u128, |sum, &base| sum.checked_add(base));
        let total_base = total_base.ok_or(too_large.clone())?;
        let amounts = if amount == Money::ZERO {
            Vec::new()
        } else {
            split(amount, &bases).map_err(|error| match error {
                ApportionError::NoWeight(pool) => DistributionError::NothingToShareBy { pool },
                ApportionError::TooLarge(_) => too_large,
                ApportionError::NegativePool(_) => unreachable!("a pool is never below zero"),
            })?
        };
        Ok(Pool { amount, total_base, bases, amounts })
    }

    /// The share of the member with this index.
    fn share(&self, index: usize) -> Share {
        let base = self.bases.get(index).copied().unwrap_or_default();
        let amount = self.amounts.get(index).copied().unwrap_or_default();
        Share { base, part: Part::of(self.amount, base, self.total_base, amount) }
    }
}

/// One member's share of a pool: `pool × base ÷ total of all bases`, and what it became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// What the member takes part by, in the pool's measure.
    pub base: u128,
    /// The amount, what the exact share had beyond whole fen, and whether a fen was moved here.
    pub part: Part,
}

/// What one member gets, with everything that is needed to show how it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberShare {
    /// Capital on 31 December.
    pub capital: Money,
    /// Capital as it counts, in the measure of [`Distribution::capital_measure`].
    pub weighted_capital: u128,
    /// Refund by patronage; the base is a quantity in millionths.
    pub patronage: Share,
    /// Guaranteed part; the base is what the rate promises, in fen.
    pub guaranteed: Share,
    /// Residual dividend; the base is capital, reserve, subsidy and donation together, in the
    /// measure of [`Distribution::capital_measure`].
    pub residual: Share,
}

impl MemberShare {
    /// All that the member gets.
    #[must_use]
    pub fn total(&self) -> Money {
        self.patronage.part.amount + self.guaranteed.part.amount + self.residual.part.amount
    }
}

/// What a year's surplus gives: to funds, to the next year, and to each member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Losses of earlier years made up out of this year's surplus.
    pub losses_made_up: Money,
    /// The loss that is carried to the next year.
    pub deficit_carried: Money,
    /// The surplus after losses: what rates of appropriations are of.
    pub appropriation_base: Money,
    /// What each fund got, in order.
    pub appropriations: Vec<Appropriated>,
    /// This year's surplus after losses and funds, without what was brought forward: the base that
    /// the law's 60 % are of (art. 44).
    pub left_of_year: Money,
    /// What can be distributed, with what was brought forward: form 02 line 16.
    pub distributable: Money,
    /// What is carried to the next year.
    pub retained: Money,
    /// What is shared out: `distributable - retained`.
    pub pool: Money,
    /// What is not shared out by patronage: guaranteed part and residual together.
    pub residual_pool: Money,
    /// Shared out by patronage.
    pub patronage: Pool,
    /// Shared out on capital, where the scheme has a guaranteed rate. Its bases are what the rate
    /// promises; see [`Distribution::guarantee_reached`].
    pub guaranteed: Pool,
    /// Shared out by the members' accounts.
    pub residual: Pool,
    /// What capital and the residual bases are counted in: fen, or fen times days.
    pub capital_measure: Measure,
    capitals: Vec<Money>,
    weighted_capitals: Vec<u128>,
}

impl Distribution {
    /// What the member with this index gets; nothing beyond the last member.
    #[must_use]
    pub fn member(&self, index: usize) -> Option<MemberShare> {
        (index < self.capitals.len()).then(|| self.line(index))
    }

    /// What each member gets, in the order of the register.
    pub fn members(&self) -> impl ExactSizeIterator<Item = MemberShare> + '_ {
        (0..self.capitals.len()).map(|index| self.line(index))
    }

    fn line(&self, index: usize) -> MemberShare {
        MemberShare {
            capital: self.capitals[index],
            weighted_capital: self.weighted_capitals[index],
            patronage: self.patronage.share(index),
            guaranteed: self.guaranteed.share(index),
            residual: self.residual.share(index),
        }
    }

    /// Whether the pool reaches for what the guaranteed rate promises. Then each member gets
    /// capital × rate, rounded half up; else the pool is split by those promises.
    #[must_use]
    pub fn guarantee_reached(&self) -> bool {
        fen_of(self.guaranteed.amount) == self.guaranteed.total_base
    }
}

/// Works out what each member gets of the year's surplus.
///
/// # Errors
/// [`DistributionError`]: facts that cannot be, or a pool that nobody has a base for.
pub fn distribute(facts: &Facts, scheme: &Scheme) -> Result<Distribution, DistributionError> {
    check(facts, scheme)?;
    let year = appropriation::appropriate(
        facts.surplus,
        facts.opening_deficit,
        facts.opening_undistributed,
        &scheme.appropriations,
    );
    let retained = scheme.retained.min(year.distributable);
    let pool = year.distributable - retained;

    let counting = Counting { weighting: scheme.capital_weighting, year: facts.year };
    let bases = Bases::of(&facts.members, counting)?;
    let traded = bases.patronage.iter().any(|&quantity| quantity > 0);
    let patronage_pool =
        if traded { scheme.patronage_share.of_rounded_up(pool) } else { Money::ZERO };
    let residual_pool = pool - patronage_pool;
    let guaranteed = match scheme.guaranteed_rate {
        Some(rate) => guarantee(residual_pool, rate, &bases.weighted, counting.times_all_year())?,
        None => Pool::default(),
    };

    Ok(Distribution {
        losses_made_up: year.losses_made_up,
        deficit_carried: year.deficit_carried,
        appropriation_base: year.base,
        appropriations: year.funds,
        left_of_year: year.left,
        distributable: year.distributable,
        retained,
        pool,
        residual_pool,
        patronage: Pool::split(patronage_pool, bases.patronage)?,
        residual: Pool::split(residual_pool - guaranteed.amount, bases.accounts)?,
        guaranteed,
        capital_measure: counting.measure(),
        capitals: bases.capitals,
        weighted_capitals: bases.weighted,
    })
}

/// Refuses facts and schemes that cannot be, before anything is added up.
fn check(facts: &Facts, scheme: &Scheme) -> Result<(), DistributionError> {
    if facts.members.is_empty() {
        return Err(DistributionError::NoMembers);
    }
    if facts.members.len() > MEMBERS_MAX {
        return Err(DistributionError::TooManyMembers(facts.members.len()));
    }
    let (deficit, undistributed) = (facts.opening_deficit, facts.opening_undistributed);
    if facts.surplus.fen().unsigned_abs() > Money::LIMIT.fen().unsigned_abs() {
        let (figure, amount) = (Figure::Surplus, facts.surplus);
        return Err(DistributionError::BeyondLimit { figure, amount });
    }
    unsigned(Figure::OpeningDeficit, deficit)?;
    unsigned(Figure::OpeningUndistributed, undistributed)?;
    unsigned(Figure::Retained, scheme.retained)?;
    for (index, appropriation) in scheme.appropriations.iter().enumerate() {
        match appropriation.take {
            Take::Rate(_) => {}
            Take::Amount(amount) => unsigned(Figure::Appropriation(index), amount)?,
        }
    }
    if deficit > Money::ZERO && undistributed > Money::ZERO {
        return Err(DistributionError::BothOpenings { deficit, undistributed });
    }
    Ok(())
}

/// Refuses an amount below zero or beyond the limit.
fn unsigned(figure: Figure, amount: Money) -> Result<(), DistributionError> {
    if amount < Money::ZERO {
        Err(DistributionError::Negative { figure, amount })
    } else if amount > Money::LIMIT {
        Err(DistributionError::BeyondLimit { figure, amount })
    } else {
        Ok(())
    }
}

/// How capital counts in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counting {
    weighting: CapitalWeighting,
    year: FiscalYear,
}

impl Counting {
    /// How often a fen counts that stood from this day on: the days of the year on which it stood,
    /// or just whether it stood on the last one.
    fn times(self, from: Date) -> i128 {
        let days = match from.year().cmp(&self.year.number()) {
            Ordering::Less => self.days_in_year(),
            Ordering::Equal => self.days_in_year() - from.day_of_year() + 1,
            Ordering::Greater => 0,
        };
        match self.weighting {
            CapitalWeighting::YearEnd => i128::from(days > 0),
            CapitalWeighting::DaysHeld => i128::from(days),
        }
    }

    /// How often a fen counts that stood all year.
    fn times_all_year(self) -> u128 {
        self.times(self.year.first_day()).unsigned_abs()
    }

    fn days_in_year(self) -> i16 {
        self.year.last_day().day_of_year()
    }

    fn measure(self) -> Measure {
        let days_in_year = self.days_in_year().unsigned_abs();
        match self.weighting {
            CapitalWeighting::YearEnd => Measure::Fen,
            CapitalWeighting::DaysHeld => Measure::FenDays { days_in_year },
        }
    }

    /// Capital on 31 December, and capital as it counts.
    fn capital(self, contributions: &[Contribution]) -> Result<(Money, u128), CapitalError> {
        // Where nothing was ever taken out there is no day to look for.
        if contributions.iter().any(|contribution| contribution.amount < Money::ZERO) {
            share::check_capital(contributions)?;
        }
        let (mut capital, mut weighted) = (0, 0);
        for contribution in contributions {
            let (fen, times) =
                (i128::from(contribution.amount.fen()), self.times(contribution.made_on));
            capital += if times > 0 { fen } else { 0 };
            weighted += fen * times;
        }
        let capital = i64::try_from(capital).map_err(|_| CapitalError::TooLarge)?;
        // At the end of no day below zero, so the sum over the days is not either.
        Ok((Money::from_fen(capital), weighted.unsigned_abs()))
    }
}

/// What the members take part by, in columns.
struct Bases {
    capitals: Vec<Money>,
    /// Capital as it counts.
    weighted: Vec<u128>,
    /// Capital as it counts, with reserve, subsidy and donation, which count all year.
    accounts: Vec<u128>,
    /// Quantities in millionths.
    patronage: Vec<u128>,
}

impl Bases {
    fn of(members: &[MemberFacts], counting: Counting) -> Result<Self, DistributionError> {
        let column = || Vec::with_capacity(members.len());
        let mut bases = Bases {
            capitals: Vec::with_capacity(members.len()),
            weighted: column(),
            accounts: column(),
            patronage: column(),
        };
        let all_year = counting.times_all_year();
        for (index, member) in members.iter().enumerate() {
            unsigned(Figure::Reserve(index), member.reserve)?;
            unsigned(Figure::Subsidy(index), member.subsidy)?;
            unsigned(Figure::Donation(index), member.donation)?;
            let property = fen_of(member.reserve + member.subsidy + member.donation);
            let (capital, weighted) = counting
                .capital(&member.contributions)
                .map_err(|source| DistributionError::Capital { member: index, source })?;
            bases.capitals.push(capital);
            bases.weighted.push(weighted);
            bases.accounts.push(weighted + property * all_year);
            bases.patronage.push(member.patronage.millionths());
        }
        Ok(bases)
    }
}

/// The pool out of which each member first gets what `rate` promises on its capital, rounded half
/// up to the fen; where `reach` is less than all promises, it is split by them.
fn guarantee(
    reach: Money,
    rate: Rate,
    capitals: &[u128],
    all_year: u128,
) -> Result<Pool, DistributionError> {
    let too_large = DistributionError::BasesTooLarge { pool: reach };
    let (rate, parts) = (u128::from(rate.millionths()), u128::from(Rate::PARTS) * all_year);
    let promise = |&capital: &u128| {
        let exact = i128::try_from(capital.checked_mul(rate)?).ok()?;
        money::round_half_up(exact, parts.cast_signed()).map(fen_of)
    };
    let promised: Option<Vec<u128>> = capitals.iter().map(promise).collect();
    let promised = promised.ok_or_else(|| too_large.clone())?;
    // A million promises of at most an i64 each stay far below 128 bits.
    let total: u128 = promised.iter().sum();
    let reached = i64::try_from(total).map_or(reach, |fen| reach.min(Money::from_fen(fen)));
    Pool::split(reached, promised)
}

/// The fen of an amount that is not below zero.
fn fen_of(amount: Money) -> u128 {
    u128::from(amount.fen().unsigned_abs())
}

#[cfg(test)]
mod tests;
