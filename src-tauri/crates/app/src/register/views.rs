//! The registers as screens show them.

use std::collections::{BTreeSet, HashMap};

use domain::account::AccountClass;
use domain::cooperative::Cooperative;
use domain::finding::{Membership, of_membership};
use domain::id::{CooperativeId, MemberId};
use domain::member::{Member, MemberKind, id_number_holds, masked};
use domain::share::{Contribution, capital_on};
use domain::share_move::ShareMoveKind;
use domain::village::Village;
use domain::{FiscalYear, Money, ratio};
use jiff::civil::Date;
use store::{ContributionRecord, DeliveredSum, DistributionState, Kept, Reading};

use super::{change, cooperative, initials, villages, wrong_id_number};
use crate::book::{Book, year_or_latest};
use crate::dividend::{Case, basis_of_books, kind_view, status_view, surplus_of_books};
use crate::problem::Problem;
use crate::view::district::DistributionStatus;
use crate::view::register::{
    AccountSum, ContributionRow, CooperativeRow, CooperativeView, CooperativesView, DeliverySum,
    DistributionRow, HolderRow, MemberRow, MemberTotals, MemberView, MemberYear, MembersView,
    ProductSum, StructureRow, VillageRow,
};
use crate::view::share::ReserveChangeRow;
use crate::view::{Named, QuantityText, Text, Yuan};
use crate::{finding_text, share};

pub(super) fn village_row(village: Village) -> VillageRow {
    VillageRow {
        code: village.code,
        name: village.name,
        township: village.township,
        performance_pay: village.performance_pay.into(),
        joint: village.joint,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// One cooperative's year in sums.
pub(crate) struct CooperativeSums {
    pub members: u32,
    pub villages: u32,
    pub households: u32,
    pub capital: Money,
    pub surplus: Money,
    pub to_villages: Money,
    pub status: DistributionStatus,
}

/// Sums one cooperative's year; only what was approved goes to villages.
pub(crate) fn cooperative_year(
    reading: &Reading<'_>,
    cooperative: &Kept<CooperativeId, Cooperative>,
    year: FiscalYear,
) -> Result<CooperativeSums, Problem> {
    let members = reading.members(cooperative.id)?;
    let of_kind = |kind| count(members.iter().filter(|member| member.what.kind == kind).count());
    let contributions = reading.contributions(cooperative.id)?;
    let contributions: Vec<Contribution> =
        contributions.iter().map(|record| record.contribution).collect();
    let saved = reading.distribution(cooperative.id, year)?;
    let status = status_view(saved.as_ref().map(|saved| &saved.state));
    let to_villages = match (&saved, status) {
        (Some(saved), DistributionStatus::Approved) => reading.approved_to_villages(saved.id)?,
        (
            _,
            DistributionStatus::None | DistributionStatus::Draft | DistributionStatus::Presented,
        )
        | (None, DistributionStatus::Approved) => Money::ZERO,
    };
    Ok(CooperativeSums {
        members: count(members.len()),
        villages: of_kind(MemberKind::VillageCollective),
        households: of_kind(MemberKind::Household),
        capital: capital_on(&contributions, year.last_day()),
        surplus: surplus_of_books(reading, cooperative.id, year)?,
        to_villages,
        status,
    })
}

fn cooperative_row(
    reading: &Reading<'_>,
    kept: Kept<CooperativeId, Cooperative>,
    year: FiscalYear,
) -> Result<CooperativeRow, Problem> {
    let sums = cooperative_year(reading, &kept, year)?;
    let cooperative = kept.what;
    Ok(CooperativeRow {
        initials: initials(&cooperative.name),
        code: cooperative.code,
        name: cooperative.name,
        credit_code: cooperative.credit_code,
        alliance: cooperative.alliance,
        line: cooperative.line,
        starts: cooperative.starts.to_string(),
        members: sums.members,
        villages: sums.villages,
        households: sums.households,
        capital: sums.capital.into(),
        surplus: sums.surplus.into(),
        status: sums.status,
    })
}

impl Book {
    /// All cooperatives in a year.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn cooperatives(&mut self, year: Option<i64>) -> Result<CooperativesView, Problem> {
        let reading = self.store.read()?;
        let (year, years) = year_or_latest(&reading, year)?;
        let cooperatives = reading.cooperatives()?.into_iter();
        let rows = cooperatives.map(|kept| cooperative_row(&reading, kept, year));
        let rows: Vec<CooperativeRow> = rows.collect::<Result<_, _>>()?;
        Ok(CooperativesView {
            year: year.number(),
            years,
            members_total: rows.iter().map(|row| row.members).sum(),
            capital_total: rows.iter().map(|row| row.capital.0).sum::<Money>().into(),
            surplus_total: rows.iter().map(|row| row.surplus.0).sum::<Money>().into(),
            rows,
        })
    }

    /// One cooperative's page.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn cooperative(
        &mut self,
        code: &str,
        year: Option<i64>,
    ) -> Result<CooperativeView, Problem> {
        let reading = self.store.read()?;
        let (year, _) = year_or_latest(&reading, year)?;
        let kept = cooperative(&reading, code)?;
        let register = Register::load(&reading, kept.id, year)?;
        let facts = basis_of_books(&reading, kept.id, year)?.facts;
        let findings = of_membership(&Membership::of(facts.members.iter().map(|one| one.kind)));
        let produced = reading.produced(kept.id, year)?.into_iter().map(|sum| ProductSum {
            product: sum.product,
            unit: sum.unit,
            quantity: QuantityText(sum.quantity),
            amount: None,
            records: sum.records,
        });
        let delivered = reading.delivered_by_product(kept.id, year)?.into_iter();
        Ok(CooperativeView {
            year: year.number(),
            structure: register.structure(),
            villages: register.holders(&villages(&reading)?.into_values().collect::<Vec<_>>()),
            findings: findings.iter().map(finding_text::view).collect(),
            yields: produced.collect(),
            deliveries: delivered.map(product_sum).collect(),
            surplus_accounts: surplus_accounts(&reading, kept.id, year)?,
            distributions: distributions(&reading, &kept)?,
            row: cooperative_row(&reading, kept, year)?,
        })
    }

    /// The register of one cooperative in a year, with what the year's distribution gives.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn members(&mut self, coop: &str, year: Option<i64>) -> Result<MembersView, Problem> {
        let reading = self.store.read()?;
        let (year, years) = year_or_latest(&reading, year)?;
        let kept = cooperative(&reading, coop)?;
        let register = Register::load(&reading, kept.id, year)?;
        let status = register.status;
        let names = village_names(&reading)?;
        let rows: Vec<MemberRow> =
            register.members.iter().map(|member| register.row(member, &names)).collect();
        let total = |of: &dyn Fn(&MemberRow) -> Yuan| -> Yuan {
            rows.iter().map(|row| of(row).0).sum::<Money>().into()
        };
        Ok(MembersView {
            year: year.number(),
            years,
            cooperative: Named { code: kept.what.code, name: kept.what.name },
            status,
            totals: MemberTotals {
                members: count(rows.len()),
                capital: total(&|row| row.capital),
                deliveries: total(&|row| row.deliveries),
                patronage_refund: total(&|row| row.patronage_refund),
                dividend: total(&|row| row.dividend),
                total: total(&|row| row.total),
            },
            rows,
        })
    }

    /// One member's page.
    ///
    /// # Errors
    /// A cooperative or member that is not known, or a damaged book.
    pub fn member(
        &mut self,
        coop: &str,
        code: &str,
        year: Option<i64>,
    ) -> Result<MemberView, Problem> {
        let reading = self.store.read()?;
        let (year, _) = year_or_latest(&reading, year)?;
        let kept = cooperative(&reading, coop)?;
        let register = Register::load(&reading, kept.id, year)?;
        let changes = reading.member_changes(kept.id)?;
        let found = register.members.iter().find(|member| member.what.code == code);
        let not_known = || crate::failure::unknown(Text::new("成员", "member"), code).about("code");
        let member = found.ok_or_else(not_known)?;
        let wrong = member.what.id_number.as_deref().is_some_and(|id| !id_number_holds(id));
        let delivered = reading.delivered_of_member(member.id)?.into_iter();
        let beside = change::beside(&changes).remove(&member.id).unwrap_or_default();
        let reserve_rows = reserve_rows(&reading, kept.id, member.id)?;
        Ok(MemberView {
            bank_name: beside.bank_name,
            head: beside.head,
            address: beside.address,
            extra_votes: beside.extra_votes,
            changes: change::rows(&changes, member.id),
            moves: share::rows_of(&reading, &kept, Some(member.id))?,
            reserve: reserve_rows.last().map(|row| row.reserve).unwrap_or_default(),
            reserve_changes: reserve_rows.into_iter().rev().collect(),
            classes: register.classes(),
            others: register.others(member.id),
            cooperative: Named { code: kept.what.code.clone(), name: kept.what.name.clone() },
            row: register.row(member, &village_names(&reading)?),
            id_number: member.what.id_number.as_deref().map(masked),
            bank_account: member.what.bank_account.as_deref().map(masked),
            contributions: register.contributions(member.id),
            deliveries: delivered
                .map(|sum| DeliverySum { year: sum.year, product: product_sum(sum) })
                .collect(),
            distributions: member_years(&reading, &kept, member.id)?,
            notes: wrong.then(|| wrong_id_number(&member.what.name)).into_iter().collect(),
        })
    }
}

/// The members of a cooperative with what they put in, delivered and get in a year.
struct Register {
    year: FiscalYear,
    members: Vec<Kept<MemberId, Member>>,
    contributions: HashMap<MemberId, Vec<ContributionRecord>>,
    delivered: HashMap<MemberId, Money>,
    /// The day on which a member left and did not come again.
    left: HashMap<MemberId, Date>,
    /// Refund by patronage, and everything else.
    given: HashMap<MemberId, (Money, Money)>,
    status: DistributionStatus,
}

impl Register {
    fn load(reading: &Reading<'_>, id: CooperativeId, year: FiscalYear) -> Result<Self, Problem> {
        let members = reading.members(id)?;
        let mut contributions: HashMap<MemberId, Vec<ContributionRecord>> = HashMap::new();
        for record in reading.contributions(id)? {
            contributions.entry(record.member).or_default().push(record);
        }
        let delivered = reading.delivered_by_member(id, year)?.into_iter();
        let saved = reading.distribution(id, year)?;
        let status = status_view(saved.as_ref().map(|saved| &saved.state));
        let mut given = HashMap::new();
        if saved.is_some() {
            let code = reading.cooperatives()?.into_iter().find(|coop| coop.id == id);
            let code = code.map(|coop| coop.what.code).unwrap_or_default();
            let case = Case::load(reading, &code, year)?;
            for (head, share) in case.basis.members.iter().zip(case.distribution.members()) {
                let rest = share.guaranteed.part.amount + share.residual.part.amount;
                given.insert(head.id, (share.patronage.part.amount, rest));
            }
        }
        Ok(Register {
            year,
            members,
            contributions,
            left: left(reading, id)?,
            delivered: delivered.map(|sum| (sum.member, sum.amount)).collect(),
            given,
            status,
        })
    }

    fn capital(&self, member: MemberId) -> Money {
        let records = self.contributions.get(&member).into_iter().flatten();
        let contributions: Vec<Contribution> = records.map(|record| record.contribution).collect();
        capital_on(&contributions, self.year.last_day())
    }

    fn row(
        &self,
        member: &Kept<MemberId, Member>,
        villages: &HashMap<String, String>,
    ) -> MemberRow {
        let (refund, dividend) = self.given.get(&member.id).copied().unwrap_or_default();
        let village = member.what.village.as_ref().map(|code| Named {
            code: code.clone(),
            name: villages.get(code).cloned().unwrap_or_default(),
        });
        MemberRow {
            code: member.what.code.clone(),
            name: member.what.name.clone(),
            kind: kind_view(member.what.kind),
            village,
            joined: member.what.joined_on.map(|day| day.to_string()),
            left: self.left.get(&member.id).map(Date::to_string),
            capital: self.capital(member.id).into(),
            deliveries: self.delivered.get(&member.id).copied().unwrap_or_default().into(),
            patronage_refund: refund.into(),
            dividend: dividend.into(),
            total: (refund + dividend).into(),
            initials: initials(&member.what.name),
        }
    }

    /// The share classes that are in use.
    fn classes(&self) -> Vec<String> {
        let all = self.contributions.values().flatten();
        let classes: BTreeSet<&String> =
            all.filter_map(|record| record.share_class.as_ref()).collect();
        classes.into_iter().cloned().collect()
    }

    /// The members that did not leave, but for this one.
    fn others(&self, member: MemberId) -> Vec<Named> {
        let others = self
            .members
            .iter()
            .filter(|other| other.id != member && !self.left.contains_key(&other.id));
        others
            .map(|other| Named { code: other.what.code.clone(), name: other.what.name.clone() })
            .collect()
    }

    fn total_capital(&self) -> Money {
        self.members.iter().map(|member| self.capital(member.id)).sum()
    }

    fn structure(&self) -> Vec<StructureRow> {
        let all = self.total_capital();
        let rows = MemberKind::ALL.into_iter().filter_map(|kind| {
            let here: Vec<_> =
                self.members.iter().filter(|member| member.what.kind == kind).collect();
            let capital: Money = here.iter().map(|member| self.capital(member.id)).sum();
            (!here.is_empty()).then(|| StructureRow {
                kind: kind_view(kind),
                members: count(here.len()),
                members_percent: ratio::percent_rounded(
                    here.len() as u128,
                    self.members.len() as u128,
                    2,
                )
                .unwrap_or_default(),
                capital: capital.into(),
                capital_percent: percent(capital, all),
            })
        });
        rows.collect()
    }

    fn holders(&self, villages: &[Village]) -> Vec<HolderRow> {
        let all = self.total_capital();
        let is_village =
            |member: &&Kept<MemberId, Member>| member.what.kind == MemberKind::VillageCollective;
        let holder = |member: &Kept<MemberId, Member>| {
            let code = member.what.village.as_deref();
            let village = villages.iter().find(|village| Some(village.code.as_str()) == code);
            let capital = self.capital(member.id);
            HolderRow {
                code: member.what.code.clone(),
                name: member.what.name.clone(),
                township: village.map(|village| village.township.clone()).unwrap_or_default(),
                capital: capital.into(),
                capital_percent: percent(capital, all),
            }
        };
        let mut rows: Vec<HolderRow> = self.members.iter().filter(is_village).map(holder).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.capital));
        rows
    }

    fn contributions(&self, member: MemberId) -> Vec<ContributionRow> {
        let mut capital = Money::ZERO;
        let records = self.contributions.get(&member).into_iter().flatten();
        let rows = records.map(|record| {
            capital += record.contribution.amount;
            ContributionRow {
                on: record.contribution.made_on.to_string(),
                amount: record.contribution.amount.into(),
                form: record.form.clone(),
                class: record.share_class.clone(),
                capital: capital.into(),
            }
        });
        rows.collect()
    }
}

/// How what a member has of the reserve came about, the earliest first.
fn reserve_rows(
    reading: &Reading<'_>,
    coop: CooperativeId,
    member: MemberId,
) -> Result<Vec<ReserveChangeRow>, Problem> {
    let mut reserve = Money::ZERO;
    let own = reading.reserve_shares(coop)?.into_iter().filter(|share| share.member == member);
    let rows = own.map(|share| {
        reserve += share.amount;
        ReserveChangeRow {
            on: share.on.to_string(),
            amount: share.amount.into(),
            reserve: reserve.into(),
            reason: share.reason,
        }
    });
    Ok(rows.collect())
}

/// The day on which members left; who put in again since is there.
fn left(reading: &Reading<'_>, coop: CooperativeId) -> Result<HashMap<MemberId, Date>, Problem> {
    let mut left = HashMap::new();
    for record in reading.share_moves(coop)? {
        if record.reverses.is_some() || record.reversed_by.is_some() {
            continue;
        }
        if record.what.kind == ShareMoveKind::Left {
            left.insert(record.member, record.what.on);
        } else {
            left.remove(&record.member);
            record.to.map(|to| left.remove(&to));
        }
    }
    Ok(left)
}

fn village_names(reading: &Reading<'_>) -> Result<HashMap<String, String>, Problem> {
    let villages = reading.villages()?.into_iter();
    Ok(villages.map(|village| (village.what.code, village.what.name)).collect())
}

fn percent(part: Money, whole: Money) -> String {
    let fen = |money: Money| u128::from(money.or_zero().fen().unsigned_abs());
    ratio::percent_rounded(fen(part), fen(whole), 2).unwrap_or_else(|| "0.00".to_owned())
}

fn product_sum(sum: DeliveredSum) -> ProductSum {
    ProductSum {
        product: sum.product,
        unit: sum.unit,
        quantity: QuantityText(sum.quantity),
        amount: Some(sum.amount.into()),
        records: sum.records,
    }
}

fn surplus_accounts(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    year: FiscalYear,
) -> Result<Vec<AccountSum>, Problem> {
    let turnovers = reading.turnovers_before_closing(cooperative, year)?.into_iter();
    let rows = turnovers
        .filter(|turnover| AccountClass::of_code(&turnover.code) == Some(AccountClass::ProfitLoss))
        .map(|turnover| AccountSum {
            amount: (turnover.credit - turnover.debit).into(),
            code: turnover.code,
            name: turnover.name,
        });
    Ok(rows.collect())
}

fn distributions(
    reading: &Reading<'_>,
    kept: &Kept<CooperativeId, Cooperative>,
) -> Result<Vec<DistributionRow>, Problem> {
    let mut rows = Vec::new();
    for year in reading.distribution_years(kept.id)? {
        let year = FiscalYear::new(i64::from(year))?;
        let case = Case::load(reading, &kept.what.code, year)?;
        let resolution = match &case.state {
            Some(DistributionState::Approved(resolution)) => Some(resolution),
            Some(DistributionState::Draft | DistributionState::Presented(_)) | None => None,
        };
        rows.push(DistributionRow {
            year: year.number(),
            status: status_view(case.state.as_ref()),
            pool: case.distribution.pool.into(),
            resolution: resolution.map(|resolution| resolution.number.clone()),
            approved_on: resolution.map(|resolution| resolution.on.to_string()),
        });
    }
    Ok(rows)
}

fn member_years(
    reading: &Reading<'_>,
    kept: &Kept<CooperativeId, Cooperative>,
    member: MemberId,
) -> Result<Vec<MemberYear>, Problem> {
    let mut rows = Vec::new();
    for year in reading.distribution_years(kept.id)? {
        let year = FiscalYear::new(i64::from(year))?;
        let case = Case::load(reading, &kept.what.code, year)?;
        let place = case.basis.members.iter().position(|head| head.id == member);
        let Some(share) = place.and_then(|place| case.distribution.member(place)) else { continue };
        rows.push(MemberYear {
            year: year.number(),
            status: status_view(case.state.as_ref()),
            patronage_refund: share.patronage.part.amount.into(),
            guaranteed: share.guaranteed.part.amount.into(),
            residual_dividend: share.residual.part.amount.into(),
            total: share.total().into(),
        });
    }
    Ok(rows)
}
