//! What is owed to each member, and what of it is paid: from the distributions that are posted, the
//! lines on 221 and 222, and the drafts that move them.

use std::collections::BTreeMap;

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, MemberId};
use domain::payment::{Paid, oldest_first};
use domain::{FiscalYear, Money, Term};
use jiff::civil::Date;
use store::{Detail, Kept, Reading};

use super::refused::not_posted;
use crate::dividend::Case;
use crate::made_line::below;
use crate::problem::Problem;
use crate::register::change;
use crate::view::Named;
use crate::view::payment::{PaymentRow, PaymentSums, PaymentsView};
use crate::voucher::checks::Chart;
use crate::voucher::named;
use crate::{draft, register};

/// Everything that a payment needs to know.
pub(super) struct State {
    pub coop: Kept<CooperativeId, Cooperative>,
    cooperatives: Vec<Named>,
    pub chart: Chart,
    pub year: FiscalYear,
    years: Vec<FiscalYear>,
    /// The day of the distribution's vouchers.
    pub posted_on: Date,
    /// Every member of the distribution, in its order.
    pub members: Vec<Owed>,
}

/// What a member is owed on one account.
pub(super) struct Side {
    /// Of the year's distribution.
    pub this: Paid,
    /// Still owed from before it.
    pub earlier: Money,
    /// In drafts.
    pub drafted: Money,
}

/// What a member is owed.
pub(super) struct Owed {
    pub code: String,
    pub name: String,
    pub bank_account: Option<String>,
    pub bank_name: Option<String>,
    pub refund: Side,
    pub dividend: Side,
}

impl Owed {
    /// What can still be paid on one account.
    pub fn left_of(side: &Side) -> Money {
        (side.earlier + side.this.left() - side.drafted).or_zero()
    }

    /// What can still be paid.
    pub fn left(&self) -> Money {
        Self::left_of(&self.refund) + Self::left_of(&self.dividend)
    }

    /// What is in drafts.
    pub fn drafted(&self) -> Money {
        self.refund.drafted + self.dividend.drafted
    }

    pub fn sums(&self) -> PaymentSums {
        PaymentSums {
            refund: self.refund.this.given.into(),
            dividend: self.dividend.this.given.into(),
            paid: (self.refund.this.paid + self.dividend.this.paid).into(),
            drafted: self.drafted().into(),
            left: self.left().into(),
            earlier: (self.refund.earlier + self.dividend.earlier).into(),
        }
    }
}

/// What posted distributions gave a member on one account, year by year.
type Given = BTreeMap<String, Vec<Money>>;

/// What stands and moved for a member on one account: credits, and debits.
type Moved = BTreeMap<String, (Money, Money)>;

impl State {
    /// The state of a posted distribution, the latest one where no year is named.
    pub fn of(reading: &Reading<'_>, coop: &str, year: Option<i64>) -> Result<Self, Problem> {
        let kept = register::cooperative(reading, coop)?;
        let asked = year.map(FiscalYear::new).transpose();
        let asked = asked.map_err(|error| Problem::from(error).about("year"))?;
        let chart = Chart::of(reading, kept.id)?;
        let mut cases = Vec::new();
        for number in reading.distribution_years(kept.id)?.into_iter().rev() {
            let case = Case::load(reading, coop, FiscalYear::new(number.into())?)?;
            if !case.posted.is_empty() {
                cases.push(case);
            }
        }
        let years: Vec<FiscalYear> = cases.iter().map(|case| case.year).collect();
        let year = match asked {
            Some(year) => year,
            None => *years.last().ok_or_else(|| not_posted(&kept.what.name, None))?,
        };
        let place = years.iter().position(|known| *known == year);
        let place = place.ok_or_else(|| not_posted(&kept.what.name, Some(year)))?;
        let posted_on = posted_on(reading, kept.id, year)?;
        let members = members(reading, &kept, &cases, place)?;
        Ok(State {
            cooperatives: reading.cooperatives()?.iter().map(named).collect(),
            coop: kept,
            chart,
            year,
            years,
            posted_on,
            members,
        })
    }

    /// The accounts that can be paid from, bank first.
    pub fn payable_from(&self) -> impl Iterator<Item = (&str, &str)> {
        ["102", "101", "109"].into_iter().flat_map(|top| below(&self.chart, top))
    }

    pub fn view(&self) -> PaymentsView {
        let mut totals = PaymentSums::default();
        let rows: Vec<PaymentRow> = self
            .members
            .iter()
            .map(|member| PaymentRow {
                member: Named { code: member.code.clone(), name: member.name.clone() },
                has_account: member.bank_account.is_some(),
                sums: member.sums(),
            })
            .collect();
        for row in &rows {
            totals.refund.0 += row.sums.refund.0;
            totals.dividend.0 += row.sums.dividend.0;
            totals.paid.0 += row.sums.paid.0;
            totals.drafted.0 += row.sums.drafted.0;
            totals.left.0 += row.sums.left.0;
            totals.earlier.0 += row.sums.earlier.0;
        }
        PaymentsView {
            coop: named(&self.coop),
            cooperatives: self.cooperatives.clone(),
            year: self.year.number(),
            years: self.years.iter().map(|year| year.number()).collect(),
            accounts: self
                .payable_from()
                .map(|(code, name)| Named { code: code.to_owned(), name: name.to_owned() })
                .collect(),
            posted_on: self.posted_on.to_string(),
            rows,
            totals,
        }
    }
}

fn posted_on(
    reading: &Reading<'_>,
    coop: CooperativeId,
    year: FiscalYear,
) -> Result<Date, Problem> {
    let saved = reading.distribution(coop, year)?;
    let mut days = Vec::new();
    if let Some(saved) = saved {
        let made = reading.vouchers_of_distribution(saved.id)?.into_iter();
        days.extend(made.filter(|made| !made.taken_back).map(|made| made.on));
    }
    Ok(days.into_iter().min().unwrap_or_else(|| year.last_day()))
}

fn members(
    reading: &Reading<'_>,
    kept: &Kept<CooperativeId, Cooperative>,
    cases: &[Case],
    place: usize,
) -> Result<Vec<Owed>, Problem> {
    let (refunds, dividends) = given(cases);
    let refund = Account::of(reading, kept, "221", refunds)?;
    let dividend = Account::of(reading, kept, "222", dividends)?;
    let accounts: BTreeMap<MemberId, Option<String>> = reading
        .members(kept.id)?
        .into_iter()
        .map(|member| (member.id, member.what.bank_account))
        .collect();
    let beside = change::beside(&reading.member_changes(kept.id)?);
    let owed = cases[place].basis.members.iter().map(|member| Owed {
        code: member.code.clone(),
        name: member.name.clone(),
        bank_account: accounts.get(&member.id).cloned().flatten(),
        bank_name: beside.get(&member.id).and_then(|known| known.bank_name.clone()),
        refund: refund.side(&member.code, place),
        dividend: dividend.side(&member.code, place),
    });
    Ok(owed.collect())
}

/// What was paid to the members of a distribution beyond what stands for them on 221 and 222, and
/// what drafts take beyond that; at most what it gave each. Nothing where it was never posted.
pub(super) fn taken_beyond(
    reading: &Reading<'_>,
    coop: &str,
    year: FiscalYear,
) -> Result<(Money, Money), Problem> {
    let case = Case::load(reading, coop, year)?;
    let was_posted = match case.id {
        Some(id) => !reading.vouchers_of_distribution(id)?.is_empty(),
        None => false,
    };
    let (mut paid, mut drafted) = (Money::ZERO, Money::ZERO);
    if !was_posted {
        return Ok((paid, drafted));
    }
    let kept = register::cooperative(reading, coop)?;
    let (refunds, dividends) = given(std::slice::from_ref(&case));
    for (top, given) in [("221", refunds), ("222", dividends)] {
        let account = Account::of(reading, &kept, top, given)?;
        for (member, given) in &account.given {
            let given: Money = given.iter().copied().sum();
            let (credits, debits) = account.moved.get(member).copied().unwrap_or_default();
            let waiting = account.drafted.get(member).copied().unwrap_or_default();
            let beyond = (debits - credits).or_zero().min(given);
            paid += beyond;
            drafted += (debits + waiting - credits).or_zero().min(given) - beyond;
        }
    }
    Ok((paid, drafted))
}

/// What each posted distribution gave each member: refunds, and dividends with guaranteed parts.
fn given(cases: &[Case]) -> (Given, Given) {
    let (mut refunds, mut dividends): (Given, Given) = (BTreeMap::new(), BTreeMap::new());
    for (place, case) in cases.iter().enumerate() {
        let shares = case.basis.members.iter().zip(case.distribution.members());
        for (member, share) in shares {
            let none = || vec![Money::ZERO; cases.len()];
            refunds.entry(member.code.clone()).or_insert_with(none)[place] =
                share.patronage.part.amount;
            dividends.entry(member.code.clone()).or_insert_with(none)[place] =
                share.guaranteed.part.amount + share.residual.part.amount;
        }
    }
    (refunds, dividends)
}

/// 221 or 222, member by member.
struct Account {
    given: Given,
    moved: Moved,
    drafted: BTreeMap<String, Money>,
}

impl Account {
    fn of(
        reading: &Reading<'_>,
        kept: &Kept<CooperativeId, Cooperative>,
        top: &str,
        given: Given,
    ) -> Result<Self, Problem> {
        let term = Term { first: kept.what.starts.first_day(), last: Date::MAX };
        let mut moved: Moved = BTreeMap::new();
        for sum in reading.sums_by_detail(kept.id, Detail::Member, None, None, term)? {
            let Some(member) = sum.member.filter(|_| sum.account.starts_with(top)) else {
                continue;
            };
            let (credits, debits) = moved.entry(member).or_default();
            *credits += sum.credit - sum.opening;
            *debits += sum.debit;
        }
        let mut drafted: BTreeMap<String, Money> = BTreeMap::new();
        for line in draft::waiting::lines(reading, kept.id)? {
            let own = line.account.starts_with(top);
            let Some(member) = line.member.filter(|_| own) else { continue };
            let amounts = drafted.entry(member).or_default();
            *amounts = draft::waiting::sum([*amounts, line.debit]);
        }
        Ok(Account { given, moved, drafted })
    }

    fn side(&self, member: &str, place: usize) -> Side {
        let none = Vec::new();
        let given = self.given.get(member).unwrap_or(&none);
        let (credits, debits) = self.moved.get(member).copied().unwrap_or_default();
        let besides = (credits - given.iter().copied().sum::<Money>()).or_zero();
        let shown = oldest_first(besides, given, debits);
        let nothing = Paid { given: Money::ZERO, paid: Money::ZERO };
        let before: Money = shown.iter().take(place).map(Paid::left).sum();
        Side {
            this: shown.get(place).copied().unwrap_or(nothing),
            earlier: before + (besides - debits).or_zero(),
            drafted: self.drafted.get(member).copied().unwrap_or_default(),
        }
    }
}
