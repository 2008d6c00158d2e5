//! The reserve by member (公积金量化): what of 322 no member has a share of yet is split among them as
//! the charter says, and stands in their accounts.

use std::collections::HashMap;

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, MemberId};
use domain::reserve::{ReserveBy, ReserveError, quantify};
use domain::share::{capital_on, has_left};
use domain::{FiscalYear, Money, Month};
use jiff::civil::Date;
use store::{Kept, Reading, ReserveShare, Work};

use crate::book::Book;
use crate::closing::credit_of;
use crate::day;
use crate::import::read_money;
use crate::problem::Problem;
use crate::register;
use crate::typed::filled;
use crate::view::share::{ReserveByView, ReserveInput, ReserveRow, ReserveView};
use crate::view::{Named, Text};
use crate::voucher::named;

impl Book {
    /// What each member would get of the reserve. Nothing is saved.
    ///
    /// # Errors
    /// As [`Book::quantify_reserve`].
    pub fn check_reserve(
        &mut self,
        coop: &str,
        input: &ReserveInput,
    ) -> Result<ReserveView, Problem> {
        let work = self.store.begin()?;
        quantified(&work, coop, input)
    }

    /// Splits what of the reserve no member has a share of, or this amount of it, among the
    /// members; below zero what was used up is taken of each.
    ///
    /// # Errors
    /// A cooperative that is not known, a day or amount that cannot be read, nothing to split, more
    /// than there is, nobody with a base, or a book that cannot be written.
    pub fn quantify_reserve(
        &mut self,
        coop: &str,
        input: &ReserveInput,
    ) -> Result<ReserveView, Problem> {
        let work = self.store.begin()?;
        let view = quantified(&work, coop, input)?;
        work.commit()?;
        Ok(view)
    }
}

/// What each member has of the reserve at the end of a day.
pub(crate) fn held(
    reading: &Reading<'_>,
    coop: CooperativeId,
    through: Date,
) -> Result<HashMap<MemberId, Money>, Problem> {
    let mut held: HashMap<MemberId, Money> = HashMap::new();
    for share in reading.reserve_shares(coop)?.into_iter().filter(|share| share.on <= through) {
        *held.entry(share.member).or_default() += share.amount;
    }
    Ok(held)
}

fn quantified(work: &Work<'_>, coop: &str, input: &ReserveInput) -> Result<ReserveView, Problem> {
    let kept = register::cooperative(work, coop)?;
    let year = FiscalYear::new(input.year).map_err(|error| Problem::from(error).about("year"))?;
    let on = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
    if on < year.last_day() {
        return Err(before_year_end(on, year));
    }
    let by = ReserveBy::from(input.by);
    // All that members have, later days too: what is split once is not split again.
    let held = held(work, kept.id, Date::MAX)?;
    let standing = credit_of(work, kept.id, Month::of(on), "322")?;
    let quantified: Money = held.values().copied().sum();
    let open = standing - quantified;
    let amount = read_amount(input, open)?;
    let members = work.members(kept.id)?;
    let bases = bases(work, &kept, (year, on), by)?;
    let of = |id: &MemberId| bases.get(id).copied().unwrap_or_default();
    let weights: Vec<u128> = members.iter().map(|member| of(&member.id)).collect();
    let has: Vec<Money> =
        members.iter().map(|member| held.get(&member.id).copied().unwrap_or_default()).collect();
    let parts = quantify(amount, &weights, &has).map_err(|error| impossible(&error))?;
    let reason = reason(year, by, amount);
    let mut rows = Vec::new();
    for ((member, has), part) in members.iter().zip(has).zip(parts) {
        if part == Money::ZERO {
            continue;
        }
        let share = ReserveShare { member: member.id, on, amount: part, reason: reason.clone() };
        work.add_reserve_share(&share, None)?;
        rows.push(ReserveRow {
            member: Named { code: member.what.code.clone(), name: member.what.name.clone() },
            before: has.into(),
            amount: part.into(),
            after: (has + part).into(),
        });
    }
    Ok(ReserveView {
        coop: named(&kept),
        year: year.number(),
        on: on.to_string(),
        standing: standing.into(),
        quantified: quantified.into(),
        amount: amount.into(),
        rows,
    })
}

/// What was typed, or all that is open; not more than that.
fn read_amount(input: &ReserveInput, open: Money) -> Result<Money, Problem> {
    let Some(text) = filled(input.amount.as_deref()) else {
        return if open == Money::ZERO { Err(nothing_open()) } else { Ok(open) };
    };
    let amount = read_money(text).map_err(|said| {
        let text = Text::new(format!("金额{}。", said.zh), format!("{}.", said.en));
        Problem::input("reserve.amount", text).about("amount")
    })?;
    let beyond = if open < Money::ZERO { amount < open } else { amount > open };
    if amount > Money::ZERO && open <= Money::ZERO || beyond {
        let (amount, open) = (amount.grouped(), open.grouped());
        let text = Text::new(
            format!("没有量化的公积金是 {open}，{amount} 多了。空着就全部量化。"),
            format!("{open} of the reserve is open, and {amount} is more. Leave it empty for all."),
        );
        return Err(Problem::refused("reserve.beyond", text).about("amount"));
    }
    Ok(amount)
}

/// What each member gets it by: capital on 31 December, the year's deliveries, or the same for all
/// that have capital then. Who has taken all out by the day of the split has left and gets none.
fn bases(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    (year, on): (FiscalYear, Date),
    by: ReserveBy,
) -> Result<HashMap<MemberId, u128>, Problem> {
    let base = |amount: Money| u128::from(amount.or_zero().fen().unsigned_abs());
    let contributions = register::contributions_by_member(reading, coop.id)?;
    let left = |member: &MemberId| contributions.get(member).is_some_and(|made| has_left(made, on));
    if by == ReserveBy::Patronage {
        let delivered = reading.delivered_by_member(coop.id, year)?.into_iter();
        let there = delivered.filter(|sum| !left(&sum.member));
        return Ok(there.map(|sum| (sum.member, base(sum.amount))).collect());
    }
    let there = contributions.iter().filter(|(_, made)| !has_left(made, on));
    let capital = there.map(|(&member, contributions)| {
        let capital = base(capital_on(contributions, year.last_day()));
        (member, if by == ReserveBy::Equal { u128::from(capital > 0) } else { capital })
    });
    Ok(capital.collect())
}

fn reason(year: FiscalYear, by: ReserveBy, amount: Money) -> String {
    if amount < Money::ZERO {
        return format!("{year} 年用去公积金，按份额减少");
    }
    let by = match by {
        ReserveBy::Capital => "按股金",
        ReserveBy::Patronage => "按交易额",
        ReserveBy::Equal => "平均",
    };
    format!("{year} 年公积金{by}量化")
}

fn before_year_end(on: Date, year: FiscalYear) -> Problem {
    let end = year.last_day();
    let text = Text::new(
        format!("量化日期 {on} 早于 {year} 年年末 {end}。改成年末或以后的日期。"),
        format!("{on} is before the end of {year}. Choose {end} or later."),
    );
    Problem::refused("reserve.before_year_end", text).about("on")
}

fn nothing_open() -> Problem {
    let text = Text::new(
        "322 的余额已经全部量化到成员，没有要量化的。新提取的先记账；依据错了的，先填负数减去。",
        "All of 322 is with the members already. Post a new reserve first; take what was split the \
         wrong way off with an amount below zero.",
    );
    Problem::refused("reserve.nothing", text).about("amount")
}

fn impossible(error: &ReserveError) -> Problem {
    let text = match error {
        ReserveError::Nothing => return nothing_open(),
        ReserveError::NoBase(amount) => {
            let amount = amount.grouped();
            Text::new(
                format!("没有成员有量化 {amount} 的依据。换一种依据，或先登记出资。"),
                format!(
                    "No member has a base for {amount}. Choose another, or note contributions."
                ),
            )
        }
        ReserveError::MoreThanHeld { wanted, held } => {
            let (wanted, held) = (wanted.grouped(), held.grouped());
            Text::new(
                format!("成员的公积金份额合计只有 {held}，减不了 {wanted}。改小。"),
                format!("The members have {held} in all, less than {wanted}. Take less."),
            )
        }
        ReserveError::TooLarge(amount) => {
            let amount = amount.grouped();
            Text::new(
                format!("{amount} 超出可以计算的范围，核对。"),
                format!("{amount} is beyond what can be computed; look it up."),
            )
        }
    };
    Problem::refused("reserve.impossible", text).about("amount")
}

impl From<ReserveByView> for ReserveBy {
    fn from(by: ReserveByView) -> Self {
        match by {
            ReserveByView::Capital => ReserveBy::Capital,
            ReserveByView::Patronage => ReserveBy::Patronage,
            ReserveByView::Equal => ReserveBy::Equal,
        }
    }
}
