//! A distribution as a screen shows it.

use documents::font::missing_glyphs;
use domain::distribution::{Distribution, MemberFacts, MemberShare};
use domain::finding::Membership;
use domain::member::MemberKind;
use domain::slip::{BaseItem, Measure, Pool, Row, Working};
use domain::{Money, money, ratio, working};
use store::DistributionState;

use super::scheme::{preset_scheme, written};
use super::{Case, Head, given_to};
use crate::finding_text;
use crate::problem::Problem;
use crate::view::district::DistributionStatus;
use crate::view::dividend::{
    AppropriationView, BasePart, DividendMember, DividendSum, DividendTotals, DividendView,
    FindingView, PlanView, PoolKind, PresetView, PresetWord, ReversedRunView, Severity,
    WorkingView,
};
use crate::view::register::MemberKindView;
use crate::view::{Text, Yuan};

pub(crate) fn status(state: Option<&DistributionState>) -> DistributionStatus {
    match state {
        None => DistributionStatus::None,
        Some(DistributionState::Draft) => DistributionStatus::Draft,
        Some(DistributionState::Presented(_)) => DistributionStatus::Presented,
        Some(DistributionState::Approved(_)) => DistributionStatus::Approved,
    }
}

pub(crate) fn kind(kind: MemberKind) -> MemberKindView {
    match kind {
        MemberKind::VillageCollective => MemberKindView::VillageCollective,
        MemberKind::Household => MemberKindView::Household,
        MemberKind::Enterprise => MemberKindView::Enterprise,
    }
}

/// The view of a case; with `plan` it is a trial, compared with that plan member by member.
pub(crate) fn dividend(
    case: &Case,
    years: Vec<i16>,
    plan: Option<&Case>,
) -> Result<DividendView, Problem> {
    let (facts, distribution) = (&case.basis.facts, &case.distribution);
    let resolution = match &case.state {
        Some(DistributionState::Approved(resolution)) => Some(resolution),
        Some(DistributionState::Draft | DistributionState::Presented(_)) | None => None,
    };
    let membership = Membership::of(facts.members.iter().map(|member| member.kind));
    let members = members(case, plan);
    let appropriation = |fund: &domain::appropriation::Appropriated| AppropriationView {
        fund: fund.fund.clone(),
        amount: fund.amount.into(),
    };
    Ok(DividendView {
        cooperative: case.cooperative.clone(),
        year: case.year.number(),
        years,
        status: status(case.state.as_ref()),
        posted: case.posted.clone(),
        paid: None,
        unpaid: None,
        trial: plan.is_some(),
        scheme: written(&case.scheme),
        presented_on: case.process.presented_on.map(|day| day.to_string()),
        meeting_on: case.process.meeting_on.map(|day| day.to_string()),
        presets: [PresetWord::Law, PresetWord::Shares, PresetWord::Guaranteed]
            .map(|preset| PresetView { preset, scheme: preset_scheme(preset) })
            .to_vec(),
        reversed: case.reversed.iter().map(reversed).collect(),
        resolution: resolution.map(|resolution| resolution.number.clone()),
        approved_on: resolution.map(|resolution| resolution.on.to_string()),
        surplus: facts.surplus.into(),
        opening_deficit: facts.opening_deficit.into(),
        opening_undistributed: facts.opening_undistributed.into(),
        losses_made_up: distribution.losses_made_up.into(),
        deficit_carried: distribution.deficit_carried.into(),
        appropriations: distribution.appropriations.iter().map(appropriation).collect(),
        appropriated: appropriated(distribution).into(),
        distributable: distribution.distributable.into(),
        retained: distribution.retained.into(),
        pool: distribution.pool.into(),
        patronage_pool: distribution.patronage.amount.into(),
        residual_pool: distribution.residual_pool.into(),
        guaranteed_pool: distribution.guaranteed.amount.into(),
        account_pool: distribution.residual.amount.into(),
        has_patronage: distribution.patronage.total_base > 0,
        to_villages: given_to(case, true).into(),
        to_others: given_to(case, false).into(),
        village_count: count(membership.village_collectives),
        other_count: count(membership.households + membership.enterprises),
        totals: totals(case, &members),
        members,
        plan: plan.map(plan_view),
        findings: findings(case),
    })
}

fn reversed(run: &store::ReversedRun) -> ReversedRunView {
    ReversedRunView {
        run: run.run,
        resolution: run.resolution.number.clone(),
        approved_on: run.resolution.on.to_string(),
        reversed_on: run.reversed_on.to_string(),
        reason: run.reason.clone(),
        pool: run.pool.into(),
    }
}

fn count(members: usize) -> u32 {
    u32::try_from(members).unwrap_or(u32::MAX)
}

fn appropriated(distribution: &Distribution) -> Money {
    distribution.appropriations.iter().map(|fund| fund.amount).sum()
}

fn plan_view(plan: &Case) -> PlanView {
    PlanView {
        scheme: written(&plan.scheme),
        appropriated: appropriated(&plan.distribution).into(),
        distributable: plan.distribution.distributable.into(),
        pool: plan.distribution.pool.into(),
        patronage_pool: plan.distribution.patronage.amount.into(),
        guaranteed_pool: plan.distribution.guaranteed.amount.into(),
        account_pool: plan.distribution.residual.amount.into(),
        to_villages: given_to(plan, true).into(),
        to_others: given_to(plan, false).into(),
    }
}

fn findings(case: &Case) -> Vec<FindingView> {
    let own = [reserve_finding(case), books_finding(case), glyph_finding(case)];
    let own = own.into_iter().flatten();
    own.chain(case.findings().iter().map(finding_text::view)).collect()
}

fn reserve_finding(case: &Case) -> Option<FindingView> {
    let reserve = case.basis.reserve_not_quantified;
    let shown = reserve.grouped();
    (reserve > Money::ZERO).then(|| FindingView {
        rule: "law.art42.reserve_not_quantified".to_owned(),
        severity: Severity::Warning,
        article: Text::new("法第四十二条", "art. 42"),
        message: Text::new(
            format!("年初盈余公积 {shown} 元还没有量化到成员，没有计入成员账户份额。"),
            format!(
                "The reserve of {shown} brought forward is not yet shared among members' accounts \
                 and does not count here."
            ),
        ),
    })
}

/// What was frozen stays; that the books say something else now is worth knowing.
fn books_finding(case: &Case) -> Option<FindingView> {
    let now = case.books_surplus.filter(|&now| now != case.basis.facts.surplus)?;
    let (then, now) = (case.basis.facts.surplus.grouped(), now.grouped());
    let (zh, en) = match &case.state {
        Some(DistributionState::Presented(_)) => ("提交", "laid open"),
        Some(DistributionState::Approved(_) | DistributionState::Draft) | None => {
            ("通过", "approved")
        }
    };
    Some(FindingView {
        rule: "books.changed_since_approval".to_owned(),
        severity: Severity::Warning,
        article: Text::new("账簿", "books"),
        message: Text::new(
            format!("{zh}时本年盈余 {then} 元，现在账上是 {now} 元：{zh}后又记了本年的凭证。"),
            format!(
                "The surplus was {then} when this was {en}, and the books say {now} now: vouchers \
                 of the year were posted since."
            ),
        ),
    })
}

/// A name that no bundled font can print is known before the meeting, not when slips are due.
fn glyph_finding(case: &Case) -> Option<FindingView> {
    let names = case.basis.members.iter().map(|head| head.name.as_str());
    let mut missing: Vec<&str> = missing_glyphs(names).map(|(_, name)| name).collect();
    missing.dedup();
    if missing.is_empty() {
        return None;
    }
    let (zh, en) = (missing.join("、"), missing.join(", "));
    Some(FindingView {
        rule: "print.missing_glyphs".to_owned(),
        severity: Severity::Warning,
        article: Text::new("打印", "printing"),
        message: Text::new(
            format!("这些姓名里有字库没有的字，分红单印不出来：{zh}。通过前改用通用字。"),
            format!("These names have characters in no bundled font: {en}. Mend them first."),
        ),
    })
}

fn members(case: &Case, plan: Option<&Case>) -> Vec<DividendMember> {
    let lines = case.basis.members.iter().zip(&case.basis.facts.members);
    let lines = lines.zip(case.distribution.members());
    let line = |(index, ((head, facts), share)): (usize, ((&Head, &MemberFacts), MemberShare))| {
        let planned = plan.and_then(|plan| plan.distribution.member(index));
        member(case, head, facts, &share, planned.map(|share| share.total()))
    };
    lines.enumerate().map(line).collect()
}

fn member(
    case: &Case,
    head: &Head,
    facts: &MemberFacts,
    share: &MemberShare,
    planned: Option<Money>,
) -> DividendMember {
    let distribution = &case.distribution;
    let village = head.village.and_then(|village| case.villages.get(&village));
    let rows = working::rows(distribution, &case.scheme, facts, share);
    let moved = rows.iter().filter(|row| is_split(row) && row.fen_moved());
    DividendMember {
        code: head.code.clone(),
        name: head.name.clone(),
        kind: kind(facts.kind),
        village: village.map(|village| village.name.clone()),
        capital: share.capital.into(),
        base: in_yuan(share.residual.base, &distribution.capital_measure).into(),
        base_percent: percent(share.residual.base, distribution.residual.total_base),
        patronage: facts.patronage.as_money().unwrap_or_default().into(),
        patronage_refund: share.patronage.part.amount.into(),
        guaranteed: share.guaranteed.part.amount.into(),
        residual_dividend: share.residual.part.amount.into(),
        fen_moved: count(moved.count()),
        total: share.total().into(),
        planned: planned.map(Yuan::from),
        difference: planned.map(|planned| Yuan(share.total() - planned)),
        working: rows.iter().map(working_view).collect(),
    }
}

/// Whether a row is a share of a pool, where fen are left over, and no product with a rate.
fn is_split(row: &Row) -> bool {
    match row.working {
        Working::Shared { .. } => true,
        Working::ByRate { .. } => false,
    }
}

fn percent(part: u128, whole: u128) -> String {
    ratio::percent_rounded(part, whole, 4).unwrap_or_else(|| "0.0000".to_owned())
}

/// A base in fen-days is shown as the capital that stands all year for it, rounded to the fen.
fn in_yuan(base: u128, measure: &Measure) -> Money {
    let times = match measure {
        Measure::Fen | Measure::Quantity { .. } => 1,
        Measure::FenDays { days_in_year } => i128::from(*days_in_year),
    };
    let base = i128::try_from(base).unwrap_or(i128::MAX);
    money::round_half_up(base, times).unwrap_or_default()
}

/// The working of a row, as its arithmetic is written.
pub(crate) fn working_view(row: &Row) -> WorkingView {
    let exact = row.exact_share();
    let measure = &row.base.measure;
    let (pool_amount, base_sum, rate) = match row.working {
        Working::Shared { pool, total_base, .. } => (pool, grouped(total_base, measure), None),
        Working::ByRate { rate } => (row.amount(), grouped(row.base.total(), measure), Some(rate)),
    };
    let part = |part: &domain::slip::BasePart| BasePart {
        name: base_name(&part.of),
        amount: grouped(part.amount, measure),
    };
    WorkingView {
        pool: match row.pool {
            Pool::Patronage => PoolKind::Patronage,
            Pool::Guaranteed => PoolKind::Guaranteed,
            Pool::Residual => PoolKind::Account,
        },
        pool_amount: pool_amount.into(),
        base: grouped(row.base.total(), measure),
        base_parts: row.base.parts.iter().map(part).collect(),
        base_sum,
        whole: exact.whole.into(),
        remainder: format!("0.{:03}", exact.thousandths),
        fen_moved: row.fen_moved(),
        amount: row.amount().into(),
        rate: rate.map(|rate| rate.to_string()),
    }
}

/// A base as it is written: yuan, or yuan times days (元·天).
fn grouped(base: u128, measure: &Measure) -> String {
    let fen = match measure {
        Measure::Fen | Measure::FenDays { .. } => base,
        Measure::Quantity { .. } => base / (u128::from(domain::Quantity::PARTS) / 100),
    };
    let shown =
        i64::try_from(fen).map_or_else(|_| fen.to_string(), |fen| Money::from_fen(fen).grouped());
    match measure {
        Measure::Fen | Measure::Quantity { .. } => shown,
        Measure::FenDays { .. } => shown + " 元·天",
    }
}

fn base_name(item: &BaseItem) -> Text {
    match item {
        BaseItem::Capital { .. } => Text::new("出资", "capital"),
        BaseItem::Reserve => Text::new("公积金份额", "reserve share"),
        BaseItem::Subsidy => Text::new("国家补助份额", "subsidy share"),
        BaseItem::Donation => Text::new("捐赠份额", "donation share"),
        BaseItem::Deliveries { .. } => Text::new("交易额", "deliveries"),
        BaseItem::GuaranteedClaim => Text::new("保底应得", "guaranteed claim"),
    }
}

fn totals(case: &Case, members: &[DividendMember]) -> DividendTotals {
    let is_village = |member: &&DividendMember| member.kind == MemberKindView::VillageCollective;
    let villages: Vec<&DividendMember> = members.iter().filter(is_village).collect();
    let others: Vec<&DividendMember> =
        members.iter().filter(|member| !is_village(member)).collect();
    let base_of = |villages: bool| -> u128 {
        let shares = case.basis.facts.members.iter().zip(case.distribution.members());
        let wanted =
            shares.filter(|(facts, _)| (facts.kind == MemberKind::VillageCollective) == villages);
        wanted.map(|(_, share)| share.residual.base).sum()
    };
    DividendTotals {
        villages: sum(case, &villages, base_of(true)),
        others: sum(case, &others, base_of(false)),
        all: sum(case, &members.iter().collect::<Vec<_>>(), base_of(true) + base_of(false)),
    }
}

fn sum(case: &Case, members: &[&DividendMember], base: u128) -> DividendSum {
    let total = |of: &dyn Fn(&DividendMember) -> Yuan| -> Yuan {
        members.iter().map(|member| of(member).0).sum::<Money>().into()
    };
    let compared = |of: &dyn Fn(&DividendMember) -> Option<Yuan>| -> Option<Yuan> {
        let amounts: Option<Vec<Money>> =
            members.iter().map(|member| of(member).map(|yuan| yuan.0)).collect();
        amounts.map(|amounts| Yuan(amounts.into_iter().sum()))
    };
    let distribution = &case.distribution;
    let all = distribution.residual.total_base;
    DividendSum {
        members: count(members.len()),
        capital: total(&|member| member.capital),
        base: in_yuan(base, &distribution.capital_measure).into(),
        base_percent: if base == all && all > 0 { "100".to_owned() } else { percent(base, all) },
        patronage: total(&|member| member.patronage),
        patronage_refund: total(&|member| member.patronage_refund),
        guaranteed: total(&|member| member.guaranteed),
        residual_dividend: total(&|member| member.residual_dividend),
        fen_moved: members.iter().map(|member| member.fen_moved).sum(),
        total: total(&|member| member.total),
        planned: compared(&|member| member.planned),
        difference: compared(&|member| member.difference),
    }
}
