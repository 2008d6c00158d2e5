//! The dividend of one cooperative and year: from the books to a draft, from a draft to what the
//! members' meeting approved.

mod life;
mod plan;
mod refused;
mod scheme;
mod views;

use std::collections::HashMap;
use std::rc::Rc;

use domain::distribution::{
    Distribution, DistributionError, Facts, MemberFacts, Scheme, distribute,
};
use domain::finding::{self, Finding, Process};
use domain::id::{CooperativeId, DistributionId, MemberId, VillageId};
use domain::member::MemberKind;
use domain::share::capital_on;
use domain::statement::{AccountTurnover, year_result};
use domain::village::Village;
use domain::{FiscalYear, Money, Quantity, money};
use store::{
    ApprovedMember, ApprovedResult, DistributionState, Reading, ReversedRun, SavedDistribution,
    StoreError,
};

use refused::refuse_frozen;
pub use scheme::preset_scheme;
pub(crate) use scheme::read_scheme;
pub(crate) use views::{kind as kind_view, status as status_view};

use crate::book::Book;
use crate::import::capital_text;
use crate::problem::Problem;
use crate::view::dividend::{DividendView, SchemeInput};
use crate::view::{Named, Text};
use crate::{payment, register, reserve};

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
    /// The run that stands, once something was saved.
    pub id: Option<DistributionId>,
    pub cooperative: Named,
    pub year: FiscalYear,
    pub state: Option<DistributionState>,
    pub basis: Rc<Basis>,
    pub scheme: Scheme,
    pub distribution: Distribution,
    /// What the books say of the surplus now, beside what was approved.
    pub books_surplus: Option<Money>,
    pub villages: HashMap<VillageId, Village>,
    /// The numbers of its vouchers that stand, once it is posted.
    pub posted: Vec<String>,
    /// How it comes about; read only where it is shown as a whole.
    pub process: Process,
    /// The runs of the year that were reversed; read only where it is shown as a whole.
    pub reversed: Vec<ReversedRun>,
}

/// The numbers of the vouchers of a distribution that stand.
pub(crate) fn posted(reading: &Reading<'_>, id: DistributionId) -> Result<Vec<String>, StoreError> {
    let made = reading.vouchers_of_distribution(id)?.into_iter();
    Ok(made.filter(|made| !made.taken_back).map(|made| made.voucher.to_string()).collect())
}

impl Case {
    /// The saved distribution of a year, or what the default scheme would give.
    pub fn load(reading: &Reading<'_>, coop: &str, year: FiscalYear) -> Result<Self, Problem> {
        let (cooperative, saved) = loaded(reading, coop, year)?;
        let scheme = match &saved {
            Some(saved) => saved.scheme.clone(),
            // What was reversed is mostly put right, not begun anew.
            None => reading.last_reversed_scheme(cooperative.id, year)?.unwrap_or_default(),
        };
        let cooperative_name = Named { code: coop.to_owned(), name: cooperative.what.name };
        let frozen = match saved.as_ref().filter(|saved| is_frozen(saved)) {
            Some(saved) => {
                Some((reading.approved_result(saved.id)?, reading.approved_members(saved.id)?))
            }
            None => None,
        };
        let basis = match &frozen {
            Some((result, members)) => approved_basis(result, year, members),
            None => basis_of_books(reading, cooperative.id, year)?,
        };
        let distribution = work_out(&basis, &scheme)?;
        if let Some((result, members)) = &frozen
            && !follows(&distribution, result, members)
        {
            return Err(changed(coop, year));
        }
        let books_surplus = match &frozen {
            Some(_) => Some(surplus_of_books(reading, cooperative.id, year)?),
            None => None,
        };
        let posted = match &saved {
            Some(saved) => posted(reading, saved.id)?,
            None => Vec::new(),
        };
        Ok(Case {
            id: saved.as_ref().map(|saved| saved.id),
            process: Process::default(),
            reversed: Vec::new(),
            posted,
            cooperative: cooperative_name,
            year,
            state: saved.map(|saved| saved.state),
            basis: Rc::new(basis),
            scheme,
            distribution,
            books_surplus,
            villages: register::villages(reading)?,
        })
    }

    /// Checks against the law and the charter, the grave ones first.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings =
            finding::of_distribution(&self.basis.facts, &self.scheme, &self.distribution);
        findings.extend(finding::of_process(&self.process));
        findings.sort_by_key(Finding::severity);
        findings
    }
}

type Loaded =
    (store::Kept<CooperativeId, domain::cooperative::Cooperative>, Option<SavedDistribution>);

fn loaded(reading: &Reading<'_>, coop: &str, year: FiscalYear) -> Result<Loaded, Problem> {
    let cooperative = register::cooperative(reading, coop)?;
    let saved = reading.distribution(cooperative.id, year)?;
    Ok((cooperative, saved))
}

fn is_frozen(saved: &SavedDistribution) -> bool {
    match saved.state {
        DistributionState::Draft => false,
        DistributionState::Presented(_) | DistributionState::Approved(_) => true,
    }
}

/// The year's surplus as the books say now.
pub(crate) fn surplus_of_books(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    year: FiscalYear,
) -> Result<Money, Problem> {
    let turnovers = reading.turnovers_before_closing(cooperative, year)?;
    Ok(year_result(&turnovers, Money::ZERO).surplus)
}

/// What the books, the register and the deliveries of a year say.
pub(crate) fn basis_of_books(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    year: FiscalYear,
) -> Result<Basis, Problem> {
    let turnovers = reading.turnovers_before_closing(cooperative, year)?;
    let result = year_result(&turnovers, reading.shared_out_before(cooperative, year)?);
    let mut contributions = register::contributions_by_member(reading, cooperative)?;
    let delivered: HashMap<MemberId, Money> = reading
        .delivered_by_member(cooperative, year)?
        .into_iter()
        .map(|delivered| (delivered.member, delivered.amount))
        .collect();
    let villages: HashMap<String, VillageId> =
        reading.villages()?.into_iter().map(|kept| (kept.what.code, kept.id)).collect();

    // What was quantified by the record date; this year's extract comes after it.
    let reserve = reserve::held(reading, cooperative, year.last_day())?;
    let quantified: Money = reserve.values().copied().sum();
    let mut members = Vec::new();
    let mut facts = Vec::new();
    for member in reading.members(cooperative)? {
        let contributions = contributions.remove(&member.id).unwrap_or_default();
        let takes_part = delivered.contains_key(&member.id)
            || contributions.iter().any(|one| one.made_on <= year.last_day());
        // The record date is 31 December: who joined later takes no part in this year, unless money
        // or deliveries of the year are there already.
        let joined_later = member.what.joined_on.is_some_and(|day| day > year.last_day());
        if joined_later && !takes_part {
            continue;
        }
        facts.push(MemberFacts {
            kind: member.what.kind,
            contributions,
            reserve: reserve.get(&member.id).copied().unwrap_or_default(),
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
    share_property(&mut facts, property(&turnovers), year)?;
    let facts = Facts {
        year,
        surplus: result.surplus,
        opening_deficit: result.opening_deficit,
        opening_undistributed: result.opening_undistributed,
        members: facts,
    };
    let reserve_not_quantified = (reserve_brought_forward(&turnovers) - quantified).or_zero();
    Ok(Basis { members, facts, reserve_not_quantified })
}

/// Property from state subsidies and gifts (311 专项基金) at the year's end.
fn property(turnovers: &[AccountTurnover]) -> Money {
    let funds = turnovers.iter().filter(|turnover| turnover.code.starts_with("311"));
    (-funds.map(AccountTurnover::closing).sum::<Money>()).or_zero()
}

/// Gives every member on the record date an equal share of it (农民专业合作社法 art. 44), to the fen.
/// Who has taken out all that was put in has left and gets none (art. 28).
fn share_property(
    facts: &mut [MemberFacts],
    property: Money,
    year: FiscalYear,
) -> Result<(), Problem> {
    let has_left = |member: &MemberFacts| {
        !member.contributions.is_empty()
            && capital_on(&member.contributions, year.last_day()) == Money::ZERO
    };
    let weights: Vec<u128> = facts.iter().map(|member| u128::from(!has_left(member))).collect();
    if property == Money::ZERO || !weights.contains(&1) {
        return Ok(());
    }
    let parts = money::apportion(property, &weights).map_err(|_| {
        let pool = property.grouped();
        too_large(&Text::new(format!("专项基金 {pool}"), format!("the special fund of {pool}")))
    })?;
    for (member, part) in facts.iter_mut().zip(parts) {
        member.subsidy = part.amount;
    }
    Ok(())
}

/// The reserve (322 盈余公积) brought forward.
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
        reserve_not_quantified: result.reserve_not_quantified,
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
        let mut case = Case::load(&reading, coop, FiscalYear::new(year)?)?;
        life::tell(&reading, &mut case)?;
        let mut view = views::dividend(&case, reading.years()?, None)?;
        if !case.posted.is_empty()
            && let Some(sums) = payment::sums_of(&reading, coop, case.year)?
        {
            view.paid = Some(sums.paid);
            view.unpaid = Some((sums.refund.0 + sums.dividend.0 - sums.paid.0).into());
        }
        Ok(view)
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
        refuse_frozen(plan.state.as_ref(), plan.year)?;
        let scheme = read_scheme(scheme)?;
        let distribution = work_out(&plan.basis, &scheme)?;
        let trial = Case {
            cooperative: plan.cooperative.clone(),
            year: plan.year,
            state: plan.state.clone(),
            basis: Rc::clone(&plan.basis),
            scheme,
            distribution,
            books_surplus: None,
            villages: plan.villages.clone(),
            id: plan.id,
            posted: Vec::new(),
            process: Process::default(),
            reversed: Vec::new(),
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
        refuse_frozen(saved.as_ref().map(|saved| &saved.state), year)?;
        work_out(&basis_of_books(&work, cooperative.id, year)?, &scheme)?;
        work.save_draft(cooperative.id, year, &scheme)?;
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
        reserve_not_quantified: basis.reserve_not_quantified,
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

fn changed(coop: &str, year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{coop} {year} 年已通过的分配与当时的依据对不上，可能被改动过。运行账套检查。"),
        format!(
            "The approved distribution of {coop} for {year} does not follow from its own facts; \
             it may have been changed. Run the check of the book."
        ),
    );
    Problem::failed("distribution.changed", text)
}

fn too_large(what: &Text) -> Problem {
    let text = Text::new(
        format!("{}超出可以计算的范围，核对。", what.zh),
        format!("{} is beyond what can be computed; look it up.", what.en),
    );
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
        DistributionError::TooManyMembers(count) => {
            too_large(&Text::new(format!("成员 {count} 名"), format!("A register of {count}")))
        }
        DistributionError::BasesTooLarge { pool } => {
            let pool = pool.grouped();
            too_large(&Text::new(format!("分 {pool} 元的基数"), format!("A base for {pool}")))
        }
        DistributionError::BeyondLimit { amount, .. }
        | DistributionError::Negative { amount, .. } => {
            let amount = amount.grouped();
            too_large(&Text::new(format!("金额 {amount}"), format!("An amount of {amount}")))
        }
        DistributionError::BothOpenings { deficit, undistributed } => {
            let (deficit, kept) = (deficit.grouped(), undistributed.grouped());
            too_large(&Text::new(
                format!("年初同时有亏损 {deficit} 和未分配盈余 {kept}"),
                format!("A loss of {deficit} beside a surplus of {kept} brought forward"),
            ))
        }
    }
}

/// What village collectives get together, or with `villages` false all others.
pub(crate) fn given_to(case: &Case, villages: bool) -> Money {
    let shares = case.basis.facts.members.iter().zip(case.distribution.members());
    let wanted =
        shares.filter(|(facts, _)| (facts.kind == MemberKind::VillageCollective) == villages);
    wanted.map(|(_, share)| share.total()).sum()
}
