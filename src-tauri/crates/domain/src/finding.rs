//! What a distribution and a membership look like beside the law and the charter. A finding never
//! changes a figure and never stands in the way: the members' meeting decides, not the program.
//!
//! The law is 农民专业合作社法 of 2017: art. 12 and 20 on who the members are, art. 40 on the plan
//! that lies open to them, art. 42 and 44 on the surplus. One surprising thing: two bases are in
//! use for the 60 % of art. 44. The article's own is this year's surplus after losses and reserve;
//! line 16 of form 02 adds what was brought forward. A finding names both, and only a miss of the
//! first is against the law.

use jiff::civil::Date;

use crate::distribution::{Distribution, Facts, Scheme};
use crate::member::MemberKind;
use crate::money::Money;
use crate::period::Month;
use crate::rate::Rate;

/// So long the plan lies open to the members before their meeting (art. 40), in days.
pub const OPEN_DAYS: i32 = 15;

/// How grave a finding is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 不符: against the law or the charter.
    Error,
    /// 提醒: somebody has to decide.
    Warning,
    /// 说明: worth knowing.
    Note,
    /// 相符: was checked and holds.
    Ok,
}

/// One thing that was checked, with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// At least 60 % go by patronage (art. 44); members traded.
    PatronageFloor {
        /// The part of what is shared out that goes by patronage.
        share: Rate,
        /// The refund by patronage.
        refund: Money,
        /// What was carried to the next year before anything was shared out.
        retained: Money,
        /// 60 % of this year's surplus after losses and funds: the article's base.
        of_year: Floor,
        /// 60 % of all that can be distributed, with what was brought forward.
        of_distributable: Floor,
    },
    /// Something is shared out, and no member traded: the 60 % have no base (art. 44).
    NoPatronage {
        /// What is shared out.
        pool: Money,
    },
    /// The year ended with a loss (art. 44 knows only a surplus).
    LossYear {
        /// The loss.
        loss: Money,
        /// What is shared out all the same, out of what was brought forward.
        pool: Money,
        /// The loss that is carried to the next year.
        deficit_carried: Money,
    },
    /// There was no surplus, and nothing can be distributed.
    NoSurplus,
    /// A loss brought forward was made up before anything else (art. 44).
    LossesMadeUp {
        /// What was made up out of this year's surplus.
        made_up: Money,
        /// The loss that is still carried to the next year.
        deficit_carried: Money,
    },
    /// What can be distributed contains what earlier years left (form 02 line 16 and art. 44).
    BroughtForward {
        /// What was brought forward.
        opening: Money,
        /// What is left of this year's surplus after losses and funds.
        left_of_year: Money,
        /// What can be distributed.
        distributable: Money,
    },
    /// A fund did not get all that its rate or amount asks for (art. 42).
    AppropriationCut {
        /// The fund's name.
        fund: String,
        /// What it asks for.
        wanted: Money,
        /// What it got.
        taken: Money,
    },
    /// The funds took all of this year's surplus (art. 42).
    AllAppropriated {
        /// The surplus after losses.
        base: Money,
    },
    /// Less could be carried to the next year than the scheme wants (charter).
    RetainedCut {
        /// What the scheme wants to carry.
        wanted: Money,
        /// What is carried: all that could be distributed.
        retained: Money,
    },
    /// The pool does not reach for what the guaranteed rate promises (charter).
    GuaranteeShort {
        /// The guaranteed rate.
        rate: Rate,
        /// What it promises to all members together; never more than the largest amount there is.
        promised: Money,
        /// What there is to give.
        pool: Money,
    },
    /// A cooperative has at least five members (art. 12).
    MemberCount {
        /// How many it has.
        members: usize,
    },
    /// At least 80 % of the members are farmers (art. 20).
    FarmerShare {
        /// How many are farmers.
        farmers: usize,
        /// How many members there are.
        members: usize,
    },
    /// Up to 20 members one may be a unit, above 20 at most 5 % (art. 20).
    UnitMembers {
        /// How many are units: village collectives, enterprises, institutions, organisations.
        units: usize,
        /// How many members there are.
        members: usize,
    },
    /// All members are units, such as eight village collectives alone: no farmers (art. 20).
    UnitsAlone {
        /// How many they are.
        units: usize,
    },
    /// The plan lies open to the members for 15 days before their meeting (art. 40).
    PlanOpen {
        /// From when on it did, if it was put before the meeting at all.
        presented_on: Option<Date>,
        /// The day of the meeting.
        meeting_on: Date,
        /// How many days that is.
        days: i32,
    },
    /// Months of the year are not closed: what is shared out may still change.
    OpenMonths {
        /// The first one.
        first: Month,
        /// How many.
        months: usize,
    },
    /// Members that get something have no bank account on record.
    NoAccount {
        /// How many.
        members: usize,
    },
}

/// A legal minimum: a part of a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// What it is a part of.
    pub base: Money,
    /// The minimum, rounded up to the fen.
    pub floor: Money,
}

impl Floor {
    fn of(base: Money) -> Self {
        Floor { base, floor: Rate::LEGAL_PATRONAGE.of_rounded_up(base) }
    }
}

impl Finding {
    /// The rule's stable code.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        match self {
            Finding::PatronageFloor { .. } => "law.art44.patronage_floor",
            Finding::NoPatronage { .. } => "law.art44.no_patronage",
            Finding::LossYear { .. } => "law.art44.loss_year",
            Finding::NoSurplus => "law.art44.no_surplus",
            Finding::LossesMadeUp { .. } => "law.art44.losses_made_up",
            Finding::BroughtForward { .. } => "law.art44.brought_forward",
            Finding::AppropriationCut { .. } => "law.art42.appropriation_cut",
            Finding::AllAppropriated { .. } => "law.art42.all_appropriated",
            Finding::RetainedCut { .. } => "charter.retained_cut",
            Finding::GuaranteeShort { .. } => "charter.guarantee_short",
            Finding::MemberCount { .. } => "law.art12.member_count",
            Finding::FarmerShare { .. } => "law.art20.farmer_share",
            Finding::UnitMembers { .. } => "law.art20.unit_members",
            Finding::UnitsAlone { .. } => "law.art20.units_alone",
            Finding::PlanOpen { .. } => "law.art40.plan_open",
            Finding::OpenMonths { .. } => "books.open_months",
            Finding::NoAccount { .. } => "register.no_account",
        }
    }

    /// How grave it is, as its figures say.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match *self {
            Finding::PatronageFloor { share, refund, of_year, .. } => {
                match (share >= Rate::LEGAL_PATRONAGE, refund >= of_year.floor) {
                    (true, true) => Severity::Ok,
                    // By the wider base, or because much is carried over, it is less than 60 %.
                    (false, true) | (true, false) => Severity::Warning,
                    (false, false) => Severity::Error,
                }
            }
            Finding::LossYear { pool, .. } => {
                if pool > Money::ZERO {
                    Severity::Warning
                } else {
                    Severity::Note
                }
            }
            Finding::NoPatronage { .. }
            | Finding::NoSurplus
            | Finding::LossesMadeUp { .. }
            | Finding::BroughtForward { .. }
            | Finding::NoAccount { .. } => Severity::Note,
            Finding::AppropriationCut { .. }
            | Finding::AllAppropriated { .. }
            | Finding::RetainedCut { .. }
            | Finding::GuaranteeShort { .. }
            | Finding::OpenMonths { .. } => Severity::Warning,
            Finding::PlanOpen { presented_on, days, .. } => {
                if presented_on.is_some() && days >= OPEN_DAYS {
                    Severity::Ok
                } else {
                    Severity::Warning
                }
            }
            Finding::MemberCount { members } => holds(members >= 5),
            Finding::FarmerShare { farmers, members } => holds(farmers * 5 >= members * 4),
            Finding::UnitMembers { units, members } => {
                holds(if members <= 20 { units <= 1 } else { units * 20 <= members })
            }
            Finding::UnitsAlone { .. } => Severity::Error,
        }
    }
}

fn holds(holds: bool) -> Severity {
    if holds { Severity::Ok } else { Severity::Error }
}

/// How many members of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Membership {
    /// Village collectives.
    pub village_collectives: usize,
    /// Households, which count as farmers.
    pub households: usize,
    /// Enterprises, institutions and organisations.
    pub enterprises: usize,
}

impl Membership {
    /// Counts members.
    #[must_use]
    pub fn of(kinds: impl IntoIterator<Item = MemberKind>) -> Self {
        let mut membership = Membership::default();
        for kind in kinds {
            match kind {
                MemberKind::VillageCollective => membership.village_collectives += 1,
                MemberKind::Household => membership.households += 1,
                MemberKind::Enterprise => membership.enterprises += 1,
            }
        }
        membership
    }

    /// All members.
    #[must_use]
    pub const fn members(&self) -> usize {
        self.units() + self.households
    }

    /// Members that are no farmers.
    #[must_use]
    pub const fn units(&self) -> usize {
        self.village_collectives + self.enterprises
    }
}

/// Checks the make-up of a membership (art. 12 and 20), the gravest first.
#[must_use]
pub fn of_membership(membership: &Membership) -> Vec<Finding> {
    let (members, units) = (membership.members(), membership.units());
    let mut findings = vec![Finding::MemberCount { members }];
    if membership.households == 0 && units > 0 {
        findings.push(Finding::UnitsAlone { units });
    } else if members > 0 {
        findings.push(Finding::FarmerShare { farmers: membership.households, members });
        findings.push(Finding::UnitMembers { units, members });
    }
    findings.sort_by_key(Finding::severity);
    findings
}

/// Checks a distribution and the membership that it is for, the gravest first; what holds comes
/// last ([`Severity::Ok`]). `distribution` is what [`crate::distribution::distribute`] made of
/// `facts` by `scheme`.
#[must_use]
pub fn of_distribution(
    facts: &Facts,
    scheme: &Scheme,
    distribution: &Distribution,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(of_patronage(scheme, distribution));
    findings.extend(of_openings(facts, distribution));
    findings.extend(of_funds(scheme, distribution));
    findings.extend(of_membership(&Membership::of(facts.members.iter().map(|member| member.kind))));
    findings.sort_by_key(Finding::severity);
    findings
}

/// What is known of how a distribution comes about, beside its figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Process {
    /// From when on it lay open to the members.
    pub presented_on: Option<Date>,
    /// The day of the meeting: that of the resolution, or the one that is planned.
    pub meeting_on: Option<Date>,
    /// The months of the year that are not closed.
    pub open_months: Vec<Month>,
    /// How many members get something and have no bank account on record.
    pub without_account: usize,
}

/// Checks how a distribution comes about (art. 40), beside its figures.
#[must_use]
pub fn of_process(process: &Process) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(meeting_on) = process.meeting_on {
        let presented_on = process.presented_on;
        let days = presented_on.map_or(0, |on| (meeting_on - on).get_days());
        findings.push(Finding::PlanOpen { presented_on, meeting_on, days });
    }
    if let Some(&first) = process.open_months.first() {
        findings.push(Finding::OpenMonths { first, months: process.open_months.len() });
    }
    if process.without_account > 0 {
        findings.push(Finding::NoAccount { members: process.without_account });
    }
    findings
}

/// The refund by patronage, wherever something is shared out.
fn of_patronage(scheme: &Scheme, distribution: &Distribution) -> Option<Finding> {
    let pool = distribution.pool;
    if pool == Money::ZERO {
        None
    } else if distribution.patronage.total_base == 0 {
        Some(Finding::NoPatronage { pool })
    } else {
        Some(Finding::PatronageFloor {
            share: scheme.patronage_share,
            refund: distribution.patronage.amount,
            retained: distribution.retained,
            of_year: Floor::of(distribution.left_of_year),
            of_distributable: Floor::of(distribution.distributable),
        })
    }
}

/// What losses and opening balances do to the year.
fn of_openings(facts: &Facts, distribution: &Distribution) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Distribution { losses_made_up, deficit_carried, distributable, pool, .. } = *distribution;
    if facts.surplus < Money::ZERO {
        findings.push(Finding::LossYear { loss: -facts.surplus, pool, deficit_carried });
    } else if facts.surplus == Money::ZERO && distributable == Money::ZERO {
        findings.push(Finding::NoSurplus);
    }
    if losses_made_up > Money::ZERO {
        findings.push(Finding::LossesMadeUp { made_up: losses_made_up, deficit_carried });
    }
    if facts.opening_undistributed > Money::ZERO && distributable > Money::ZERO {
        findings.push(Finding::BroughtForward {
            opening: facts.opening_undistributed,
            left_of_year: distribution.left_of_year,
            distributable,
        });
    }
    findings
}

/// What could not be set aside, carried over or guaranteed as the scheme wants it.
fn of_funds(scheme: &Scheme, distribution: &Distribution) -> Vec<Finding> {
    let cut = distribution.appropriations.iter().filter(|fund| fund.amount < fund.wanted);
    let cut = cut.map(|fund| Finding::AppropriationCut {
        fund: fund.fund.clone(),
        wanted: fund.wanted,
        taken: fund.amount,
    });
    let mut findings: Vec<Finding> = cut.collect();

    let base = distribution.appropriation_base;
    if base > Money::ZERO && distribution.left_of_year == Money::ZERO {
        findings.push(Finding::AllAppropriated { base });
    }
    let (wanted, retained) = (scheme.retained, distribution.retained);
    if retained < wanted {
        findings.push(Finding::RetainedCut { wanted, retained });
    }
    if let Some(rate) = scheme.guaranteed_rate
        && !distribution.guarantee_reached()
    {
        let promised = i64::try_from(distribution.guaranteed.total_base).unwrap_or(i64::MAX);
        findings.push(Finding::GuaranteeShort {
            rate,
            promised: Money::from_fen(promised),
            pool: distribution.guaranteed.amount,
        });
    }
    findings
}

#[cfg(test)]
mod tests;
