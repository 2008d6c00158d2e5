//! The vouchers of closing: put together from what stands in the books, and posted.

use domain::account::AccountClass;
use domain::closing::{self, ClosingVoucher, Standing};
use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, DistributionId};
use domain::voucher::{Voucher, VoucherError, VoucherNumber};
use domain::{FiscalYear, Money, Month, Term};
use store::{Kept, NewVoucher, Reading, Work};

use super::step_text;
use crate::problem::Problem;
use crate::view::closing::ProposedVoucher;
use crate::view::voucher::VoucherLineView;
use crate::view::{Named, QuantityText, Text};
use crate::voucher;
use crate::voucher::checks::voucher_text;
use crate::voucher::judge::Books;

/// What closing a cooperative's books needs to know of them, read once.
pub(crate) struct Closer<'a> {
    pub coop: &'a Kept<CooperativeId, Cooperative>,
    pub books: Books,
}

impl<'a> Closer<'a> {
    pub fn new(
        reading: &Reading<'_>,
        coop: &'a Kept<CooperativeId, Cooperative>,
    ) -> Result<Self, Problem> {
        Ok(Closer { coop, books: Books::of(reading, coop.id)? })
    }

    /// The code of the first account that takes lines, at or below `top`.
    pub fn leaf(&self, top: &str) -> Result<String, Problem> {
        let mut leaves = self.books.chart.leaves();
        let found = leaves.find(|account| account.code.starts_with(top));
        found.map(|account| account.code.clone()).ok_or_else(|| no_account(top))
    }

    /// The account for a fund below 322: the one of its name, or 322 itself where nothing stands
    /// below it.
    pub fn fund(&self, name: &str) -> Result<String, Problem> {
        let below: Vec<_> =
            self.books.chart.leaves().filter(|account| account.code.starts_with("322")).collect();
        let named = below.iter().find(|account| account.name == name);
        match (named, below.as_slice()) {
            (Some(account), _) => Ok(account.code.clone()),
            (None, [only]) => Ok(only.code.clone()),
            (None, []) => Err(no_account("322")),
            (None, several) => {
                let there: Vec<String> = several
                    .iter()
                    .map(|account| format!("{} {}", account.code, account.name))
                    .collect();
                let there = there.join("、");
                let text = Text::new(
                    format!(
                        "322 下有 {there}，没有“{name}”，不知道提取到哪里。先在科目表给 322 加上“{name}”。"
                    ),
                    format!(
                        "Below 322 there are {there} and no “{name}”. Add it to the chart first."
                    ),
                );
                Err(Problem::refused("closing.no_fund", text))
            }
        }
    }

    /// Posts a voucher of closing.
    pub fn post(
        &self,
        work: &Work<'_>,
        made: &ClosingVoucher,
        distribution: Option<DistributionId>,
    ) -> Result<VoucherNumber, Problem> {
        let places = made.voucher.lines().iter().map(|line| {
            let member_of = |code: &str| self.books.members.get(code).map(|member| member.id);
            let place = self.books.chart.place(member_of, &line.account, line.member.as_deref());
            place.map_err(|refusal| {
                let Text { zh, en } = refusal.text;
                let what = step_text(made.step);
                let text = Text::new(
                    format!("{}没有做成：{zh}。", what.zh),
                    format!("{} was not made: {en}.", what.en),
                );
                Problem::refused("closing.account", text)
            })
        });
        let places = places.collect::<Result<Vec<_>, _>>()?;
        let new = NewVoucher {
            step: Some((made.step, distribution)),
            ..NewVoucher::plain(&made.voucher, &places)
        };
        Ok(voucher::post(work, self.coop.id, &new)?)
    }

    /// A voucher of closing as it is shown before it is made.
    pub fn proposed(&self, made: &ClosingVoucher) -> ProposedVoucher {
        self.proposed_of(step_text(made.step), &made.voucher)
    }

    /// A voucher as it is shown before it is made.
    pub fn proposed_of(&self, step: Text, voucher: &Voucher) -> ProposedVoucher {
        let line = |line: &domain::voucher::Line| VoucherLineView {
            summary: line.summary.clone().unwrap_or_else(|| voucher.summary().to_owned()),
            account: line.account.clone(),
            name: self
                .books
                .chart
                .accounts
                .get(&line.account)
                .map(|account| account.what.name.clone())
                .unwrap_or_default(),
            debit: line.entry.debit().into(),
            credit: line.entry.credit().into(),
            member: line.member.as_ref().map(|code| Named {
                code: code.clone(),
                name: self.books.name_of(code).unwrap_or_default().to_owned(),
            }),
            counterparty: line.counterparty.clone(),
            project: line.project.clone(),
            quantity: line.quantity.map(QuantityText),
            price: line.price.map(QuantityText),
        };
        ProposedVoucher {
            step,
            date: voucher.date().to_string(),
            summary: voucher.summary().to_owned(),
            lines: voucher.lines().iter().map(line).collect(),
            amount: voucher.amount().into(),
        }
    }
}

/// What stands at the end of a month on the accounts whose codes begin so.
pub(crate) fn standing(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Standing>, Problem> {
    let term = Term { first: month.year().first_day(), last: month.last_day() };
    let turnovers = reading.turnovers(coop, term)?.into_iter();
    let wanted = turnovers.filter(|turnover| wanted(&turnover.code));
    Ok(wanted
        .map(|turnover| Standing { balance: turnover.closing(), account: turnover.code })
        .collect())
}

/// The vouchers that carry income and cost of a month, and whatever earlier months left, to 331.
pub(crate) fn carry_forward(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<Vec<ClosingVoucher>, Problem> {
    let is_result = |code: &str| AccountClass::of_code(code) == Some(AccountClass::ProfitLoss);
    let standing = standing(reading, closer.coop.id, month, is_result)?;
    if standing.iter().all(|one| one.balance == Money::ZERO) {
        return Ok(Vec::new());
    }
    let result = closer.leaf("331")?;
    closing::carry_forward(month.last_day(), &standing, &result).map_err(too_large)
}

/// The vouchers that carry the year's result to 332-未分配盈余 and clear 332-各项分配, which an
/// earlier distribution of this year may have left.
pub(super) fn year_end(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    year: FiscalYear,
) -> Result<Vec<ClosingVoucher>, Problem> {
    let undistributed = closer.leaf("332-02")?;
    let of = |top: &'static str| {
        standing(reading, closer.coop.id, year.last_month(), move |code| code.starts_with(top))
    };
    let result = closing::year_end(year, &of("331")?, &undistributed).map_err(too_large)?;
    let cleared = closing::clearing(year, &of("332-01")?, &undistributed).map_err(too_large)?;
    Ok(result.into_iter().chain(cleared).collect())
}

/// What stands on accounts whose codes begin so; credit is above zero.
pub(crate) fn credit_of(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
    top: &str,
) -> Result<Money, Problem> {
    let standing = standing(reading, coop, month, |code| code.starts_with(top))?;
    Ok(-standing.iter().map(|one| one.balance).sum::<Money>())
}

pub(super) fn too_large(error: VoucherError) -> Problem {
    let said = voucher_text(&error);
    let text = Text::new(
        format!("结账凭证没有做成：凭证{}。", said.zh),
        format!("The closing voucher was not made: {}.", said.en),
    );
    Problem::refused("closing.voucher", text)
}

fn no_account(top: &str) -> Problem {
    let text = Text::new(
        format!("科目表里没有可以记账的 {top}，结账凭证做不成。先在科目表启用或增加它。"),
        format!("No account at or below {top} takes lines. Switch it on or add it first."),
    );
    Problem::refused("closing.no_account", text)
}
