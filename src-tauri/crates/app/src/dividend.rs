//! The dividend of one cooperative and year: from the books to a draft, from a draft to what the
//! members' meeting approved.

mod scheme;
mod views;

use std::collections::HashMap;

use domain::distribution::{
    Distribution, DistributionError, Facts, MemberFacts, Scheme, distribute,
};
use domain::finding::{self, Finding};
use domain::id::{CooperativeId, MemberId, VillageId};
use domain::member::MemberKind;
use domain::share::Contribution;
use domain::statement::{AccountTurnover, year_result};
use domain::village::Village;
use domain::{FiscalYear, Money, Quantity, money};
use store::{
    ApprovedMember, ApprovedResult, DistributionState, Reading, Resolution, SavedDistribution,
};

pub(crate) use scheme::read_scheme;
pub(crate) use views::{kind as kind_view, status as status_view};

use crate::book::Book;
use crate::import::capital_text;
use crate::problem::Problem;
use crate::register;
use crate::view::dividend::{DividendView, SchemeInput};
use crate::view::{Named, Text};

/// What a distribution is worked out from, with whose facts they are.
pub(crate) struct Basis {
    /// The members in the order of the facts.
    pub members: Vec<Head>,
    /// The facts themselves.
    pub facts: Facts,
    /// Reserve brought forward that no member has a share of yet, if any.
    pub reserve_not_quantified: Money,
}

/// Who a member is.
pub(crate) struct Head {
    pub id: MemberId,
    pub code: String,
    pub name: String,
    pub village: Option<VillageId>,
}

/// A distribution worked out, with all that a screen or paper needs of it.
pub(crate) struct Case {
    pub cooperative: Named,
    pub year: FiscalYear,
    pub state: Option<DistributionState>,
    pub basis: Basis,
    pub scheme: Scheme,
    pub distribution: Distribution,
    pub villages: HashMap<VillageId, Village>,
}

impl Case {
    /// The saved distribution of a year, or what the default scheme would give.
    pub fn load(reading: &Reading<'_>, coop: &str, year: FiscalYear) -> Result<Self, Problem> {
        let (cooperative, saved) = loaded(reading, coop, year)?;
        let scheme = saved.as_ref().map(|saved| saved.scheme.clone()).unwrap_or_default();
        let basis = match &saved {
            Some(saved) if is_approved(saved) => {
                let result = reading.approved_result(saved.id)?;
                approved_basis(&result, year, &reading.approved_members(saved.id)?)
            }
            Some(_) | None => basis_of_books(reading, cooperative.id, year)?,
        };
        let distribution = work_out(&basis, &scheme)?;
        if let Some(saved) = saved.as_ref().filter(|saved| is_approved(saved)) {
            let frozen = reading.approved_members(saved.id)?;
            if !follows(&distribution, &reading.approved_result(saved.id)?, &frozen) {
                return Err(changed(coop, year));
            }
        }
        Ok(Case {
            cooperative: Named { code: coop.to_owned(), name: cooperative.what.name },
            year,
            state: saved.map(|saved| saved.state),
            basis,
            scheme,
            distribution,
            villages: register::villages(reading)?,
        })
    }

    /// Checks against the law and the charter, the grave ones first.
    pub fn findings(&self) -> Vec<Finding> {
        finding::of_distribution(&self.basis.facts, &self.scheme, &self.distribution)
    }
}

type Loaded =
    (store::Kept<CooperativeId, domain::cooperative::Cooperative>, Option<SavedDistribution>);

fn loaded(reading: &Reading<'_>, coop: &str, year: FiscalYear) -> Result<Loaded, Problem> {
    let cooperative = register::cooperative(reading, coop)?;
    let saved = reading.distribution(cooperative.id, year)?;
    Ok((cooperative, saved))
}

fn is_approved(saved: &SavedDistribution) -> bool {
    match saved.state {
        DistributionState::Draft => false,
        DistributionState::Approved(_) => true,
    }
}

/// What the books, the register and the deliveries of a year say.
pub(crate) fn basis_of_books(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    year: FiscalYear,
) -> Result<Basis, Problem> {
    let turnovers = reading.turnovers_before_closing(cooperative, year.term())?;
    let result = year_result(&turnovers);
    let mut contributions: HashMap<MemberId, Vec<Contribution>> = HashMap::new();
    for record in reading.contributions(cooperative)? {
        contributions.entry(record.member).or_default().push(record.contribution);
    }
    let delivered: HashMap<MemberId, Money> = reading
        .delivered_by_member(cooperative, year)?
        .into_iter()
        .map(|delivered| (delivered.member, delivered.amount))
        .collect();
    let villages: HashMap<String, VillageId> =
        reading.villages()?.into_iter().map(|kept| (kept.what.code, kept.id)).collect();

    let mut members = Vec::new();
    let mut facts = Vec::new();
    for member in reading.members(cooperative)? {
        // The record date is 31 December: who joined later takes no part in this year.
        if member.what.joined_on.is_some_and(|joined_on| joined_on > year.last_day()) {
            continue;
        }
        facts.push(MemberFacts {
            kind: member.what.kind,
            contributions: contributions.remove(&member.id).unwrap_or_default(),
            reserve: Money::ZERO,
            subsidy: Money::ZERO,
            donation: Money::ZERO,
            patronage: delivered
                .get(&member.id)
                .copied()
                .map_or(Quantity::ZERO, Quantity::of_money),
        });
        let village = member.what.village.as_ref().and_then(|code| villages.get(code)).copied();
        members.push(Head {
            id: member.id,
            code: member.what.code,
            name: member.what.name,
            village,
        });
    }
    share_property(&mut facts, property(&turnovers))?;
    let facts = Facts {
        year,
        surplus: result.surplus,
        opening_deficit: result.opening_deficit,
        opening_undistributed: result.opening_undistributed,
        members: facts,
    };
    Ok(Basis { members, facts, reserve_not_quantified: reserve_brought_forward(&turnovers) })
}

/// Property from state subsidies and gifts (311 专项基金) at the year's end.
fn property(turnovers: &[AccountTurnover]) -> Money {
    let funds = turnovers.iter().filter(|turnover| turnover.code.starts_with("311"));
    (-funds.map(AccountTurnover::closing).sum::<Money>()).or_zero()
}

/// Gives every member on the record date an equal share of it (农民专业合作社法 art. 44), to the fen.
fn share_property(facts: &mut [MemberFacts], property: Money) -> Result<(), Problem> {
    if property == Money::ZERO || facts.is_empty() {
        return Ok(());
    }
    let parts = money::apportion(property, &vec![1; facts.len()]).map_err(|_| too_large())?;
    for (member, part) in facts.iter_mut().zip(parts) {
        member.subsidy = part.amount;
    }
    Ok(())
}

/// The reserve (322 盈余公积) brought forward, of which no member's share is on record.
fn reserve_brought_forward(turnovers: &[AccountTurnover]) -> Money {
    let reserve = turnovers.iter().filter(|turnover| turnover.code.starts_with("322"));
    (-reserve.map(|turnover| turnover.opening).sum::<Money>()).or_zero()
}

/// The frozen facts of what was approved.
pub(crate) fn approved_basis(
    result: &ApprovedResult,
    year: FiscalYear,
    frozen: &[ApprovedMember],
) -> Basis {
    let head = |member: &ApprovedMember| Head {
        id: member.member,
        code: member.code.clone(),
        name: member.name.clone(),
        village: member.village,
    };
    Basis {
        members: frozen.iter().map(head).collect(),
        facts: Facts {
            year,
            surplus: result.surplus,
            opening_deficit: result.opening_deficit,
            opening_undistributed: result.opening_undistributed,
            members: frozen.iter().map(|member| member.facts.clone()).collect(),
        },
        reserve_not_quantified: Money::ZERO,
    }
}

/// Whether the frozen figures are those that follow from the frozen facts.
pub(crate) fn follows(
    distribution: &Distribution,
    result: &ApprovedResult,
    frozen: &[ApprovedMember],
) -> bool {
    let appropriated: Money = distribution.appropriations.iter().map(|fund| fund.amount).sum();
    distribution.losses_made_up == result.losses_made_up
        && distribution.deficit_carried == result.deficit_carried
        && appropriated == result.appropriated
        && distribution.distributable == result.distributable
        && distribution.retained == result.retained
        && distribution.patronage.amount == result.patronage_pool
        && distribution.residual_pool == result.residual_pool
        && distribution.members().zip(frozen).all(|(share, member)| {
            share.patronage.part.amount == member.patronage_refund
                && share.guaranteed.part.amount == member.guaranteed
                && share.residual.part.amount == member.residual_dividend
        })
}

fn work_out(basis: &Basis, scheme: &Scheme) -> Result<Distribution, Problem> {
    distribute(&basis.facts, scheme).map_err(|error| refused(&error, &basis.members))
}

impl Book {
    /// The saved distribution of a year, or what the default scheme would give.
    ///
    /// # Errors
    /// A cooperative that is not known or has no members, or frozen figures that were changed.
    pub fn dividend(&mut self, coop: &str, year: i64) -> Result<DividendView, Problem> {
        let reading = self.store.read()?;
        let case = Case::load(&reading, coop, FiscalYear::new(year)?)?;
        views::dividend(&case, reading.years()?, None)
    }

    /// What another scheme would give, beside the saved one. Nothing is saved.
    ///
    /// # Errors
    /// A scheme that cannot be read, or a year that is approved already.
    pub fn dividend_try(
        &mut self,
        coop: &str,
        year: i64,
        scheme: &SchemeInput,
    ) -> Result<DividendView, Problem> {
        let reading = self.store.read()?;
        let plan = Case::load(&reading, coop, FiscalYear::new(year)?)?;
        refuse_approved(plan.state.as_ref(), plan.year)?;
        let scheme = read_scheme(scheme)?;
        let basis = basis_of_books(&reading, register::cooperative(&reading, coop)?.id, plan.year)?;
        let distribution = work_out(&basis, &scheme)?;
        let trial = Case {
            cooperative: plan.cooperative.clone(),
            year: plan.year,
            state: plan.state.clone(),
            basis,
            scheme,
            distribution,
            villages: register::villages(&reading)?,
        };
        views::dividend(&trial, reading.years()?, Some(&plan))
    }

    /// Saves a scheme as the draft of a year.
    ///
    /// # Errors
    /// A scheme that cannot be read or worked out, or a year that is approved already.
    pub fn dividend_save(
        &mut self,
        coop: &str,
        year: i64,
        scheme: &SchemeInput,
    ) -> Result<DividendView, Problem> {
        let year = FiscalYear::new(year)?;
        let scheme = read_scheme(scheme)?;
        let work = self.store.begin()?;
        let (cooperative, saved) = loaded(&work, coop, year)?;
        refuse_approved(saved.as_ref().map(|saved| &saved.state), year)?;
        work_out(&basis_of_books(&work, cooperative.id, year)?, &scheme)?;
        work.save_draft(cooperative.id, year, &scheme)?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }

    /// Freezes the draft of a year by the resolution of the members' meeting.
    ///
    /// # Errors
    /// No draft, a resolution without number or dated within the year, or a year that is approved
    /// already.
    pub fn dividend_approve(
        &mut self,
        coop: &str,
        year: i64,
        resolution: &str,
        on: &str,
    ) -> Result<DividendView, Problem> {
        let year = FiscalYear::new(year)?;
        let resolution = read_resolution(year, resolution, on)?;
        let work = self.store.begin()?;
        let (cooperative, saved) = loaded(&work, coop, year)?;
        let Some(saved) = saved else { return Err(no_draft(year)) };
        refuse_approved(Some(&saved.state), year)?;
        let basis = basis_of_books(&work, cooperative.id, year)?;
        let distribution = work_out(&basis, &saved.scheme)?;
        let (result, members) = frozen(basis, &distribution);
        work.approve(saved.id, &result, &members, &resolution)?;
        work.commit()?;
        self.dividend(coop, i64::from(year.number()))
    }
}

/// The facts and figures of a distribution as they are frozen.
fn frozen(basis: Basis, distribution: &Distribution) -> (ApprovedResult, Vec<ApprovedMember>) {
    let result = ApprovedResult {
        surplus: basis.facts.surplus,
        opening_deficit: basis.facts.opening_deficit,
        opening_undistributed: basis.facts.opening_undistributed,
        losses_made_up: distribution.losses_made_up,
        deficit_carried: distribution.deficit_carried,
        appropriated: distribution.appropriations.iter().map(|fund| fund.amount).sum(),
        distributable: distribution.distributable,
        retained: distribution.retained,
        patronage_pool: distribution.patronage.amount,
        residual_pool: distribution.residual_pool,
    };
    let lines = basis.members.into_iter().zip(basis.facts.members).zip(distribution.members());
    let members = lines.map(|((head, facts), share)| ApprovedMember {
        member: head.id,
        code: head.code,
        name: head.name,
        village: head.village,
        facts,
        patronage_refund: share.patronage.part.amount,
        guaranteed: share.guaranteed.part.amount,
        residual_dividend: share.residual.part.amount,
    });
    (result, members.collect())
}

fn read_resolution(year: FiscalYear, number: &str, on: &str) -> Result<Resolution, Problem> {
    let number = number.trim();
    if number.is_empty() {
        let text = Text::new(
            "决议要有文号，例如“鹅社〔2026〕1号”。填上文号再通过。",
            "The resolution needs its number. Fill it in, then approve.",
        );
        return Err(Problem::input("distribution.resolution", text).about("resolution"));
    }
    let on = domain::period::read_date(on).map_err(|error| Problem::from(error).about("on"))?;
    if on <= year.last_day() {
        let text = Text::new(
            format!(
                "决议日期 {on} 早于年末 {}：年度结束后才能表决。改成实际开会日期。",
                year.last_day()
            ),
            format!(
                "The resolution of {on} lies before the year's end on {}: a year is resolved on \
                 after it has ended. Enter the day of the meeting.",
                year.last_day()
            ),
        );
        return Err(Problem::refused("distribution.resolution_too_early", text).about("on"));
    }
    Ok(Resolution { number: number.to_owned(), on })
}

fn refuse_approved(state: Option<&DistributionState>, year: FiscalYear) -> Result<(), Problem> {
    let Some(DistributionState::Approved(resolution)) = state else { return Ok(()) };
    let (number, on) = (&resolution.number, resolution.on);
    let text = Text::new(
        format!("{year} 年的分配已由 {number}（{on}）通过，数字不能再改。"),
        format!("The distribution of {year} was approved by {number} on {on} and is frozen."),
    );
    Err(Problem::refused("distribution.approved", text))
}

fn no_draft(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年还没有分配草案。先存草案，再通过。"),
        format!("There is no draft for {year}. Save a draft first, then approve it."),
    );
    Problem::refused("distribution.no_draft", text)
}

fn changed(coop: &str, year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{coop} {year} 年已通过的分配与当时的依据对不上，可能被改动过。请运行账套检查。"),
        format!(
            "The approved distribution of {coop} for {year} does not follow from its own facts; \
             it may have been changed. Run the check of the book."
        ),
    );
    Problem::failed("distribution.changed", text)
}

fn too_large() -> Problem {
    let text =
        Text::new("金额超出可以计算的范围。", "The amounts are beyond what can be computed.");
    Problem::refused("distribution.too_large", text)
}

/// Why the facts or the scheme cannot be worked out, with the member's code.
fn refused(error: &DistributionError, members: &[Head]) -> Problem {
    let code = |index: usize| members.get(index).map_or("?", |head| head.code.as_str());
    match error {
        DistributionError::NoMembers => Problem::refused(
            "distribution.no_members",
            Text::new(
                "这家合作社在年末没有成员。先登记成员和出资。",
                "This cooperative has no members at the year's end. Add members and contributions.",
            ),
        ),
        DistributionError::NothingToShareBy { pool } => Problem::refused(
            "distribution.nothing_to_share_by",
            Text::new(
                format!("有 {} 元可分，但没有成员有出资或份额。先登记出资。", pool.grouped()),
                format!("{} yuan can be shared out, but no member has capital.", pool.grouped()),
            ),
        ),
        DistributionError::Capital { member, source } => {
            let (code, source) = (code(*member), capital_text(source));
            Problem::refused(
                "distribution.capital",
                Text::new(
                    format!("成员 {code} 的出资记录有误：{}。", source.zh),
                    format!("The contributions of member {code} are wrong: {}.", source.en),
                ),
            )
        }
        DistributionError::TooManyMembers(_)
        | DistributionError::BothOpenings { .. }
        | DistributionError::Negative { .. }
        | DistributionError::BeyondLimit { .. }
        | DistributionError::BasesTooLarge { .. } => too_large(),
    }
}

/// How many members of each kind, and what they get, for lists.
pub(crate) fn given_to(case: &Case, villages: bool) -> Money {
    let shares = case.basis.facts.members.iter().zip(case.distribution.members());
    let wanted =
        shares.filter(|(facts, _)| (facts.kind == MemberKind::VillageCollective) == villages);
    wanted.map(|(_, share)| share.total()).sum()
}
