//! The entry that the rules name for a contribution, for what members hand in and for what is
//! produced. What cannot be known, such as an account that the chart does not have, stays empty.

use domain::Money;
use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::yields::{Delivery, Yield, unit_price};
use store::{Kept, Reading, SourceFact, SourceRecord, StoreError};

use crate::draft;
use crate::made_line::{credit, debit, first, named};
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::voucher::checks::Chart;

/// What would be typed for it.
pub(super) fn of(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    chart: &Chart,
    record: &SourceRecord,
) -> Result<VoucherInput, StoreError> {
    let (summary, lines) = match &record.fact {
        SourceFact::Contribution { member, name, amount, form } => {
            contribution(chart, member, name, (*amount, form.as_deref()))
        }
        SourceFact::Delivery { member, name, delivery } => handed_in(chart, member, name, delivery),
        SourceFact::Yield(produced) => stored(reading, coop.id, chart, produced)?,
    };
    Ok(VoucherInput {
        coop: Some(coop.what.code.clone()),
        date: Some(record.on.to_string()),
        word: None,
        summary: Some(summary),
        papers: None,
        lines: Some(lines),
    })
}

type Typed = (String, Vec<VoucherLineInput>);

/// Money in the bank for share capital; a withdrawal the other way round. What is brought in
/// another form, such as land or geese, stands on an account that only the accountant knows.
fn contribution(
    chart: &Chart,
    member: &str,
    name: &str,
    (amount, form): (Money, Option<&str>),
) -> Typed {
    let in_money = form.is_none_or(|form| form.contains("货币") || form.contains("现金"));
    let account = first(chart, "102").filter(|_| in_money);
    let bank = VoucherLineInput { account, ..VoucherLineInput::default() };
    let capital = VoucherLineInput {
        account: first(chart, "301"),
        member: Some(member.to_owned()),
        ..VoucherLineInput::default()
    };
    if amount < Money::ZERO {
        let amount = -amount;
        (format!("退{name}股金"), vec![debit(capital, amount), credit(bank, amount)])
    } else {
        (format!("收{name}股金"), vec![debit(bank, amount), credit(capital, amount)])
    }
}

/// Goods in store for what is owed to the member; goods on commission (受托代销) where the chart
/// has an account for the product there.
fn handed_in(chart: &Chart, member: &str, name: &str, delivery: &Delivery) -> Typed {
    let Delivery { product, quantity, amount, .. } = delivery;
    let goods = named(chart, "128", product)
        .or_else(|| named(chart, "121", product))
        .or_else(|| first(chart, "121"));
    let goods = VoucherLineInput {
        account: goods,
        quantity: Some(quantity.to_string()),
        price: unit_price(*amount, *quantity).map(|price| price.to_string()),
        ..VoucherLineInput::default()
    };
    let owed = VoucherLineInput {
        account: first(chart, "114"),
        member: Some(member.to_owned()),
        ..VoucherLineInput::default()
    };
    (format!("{name}交{product}"), vec![debit(goods, *amount), credit(owed, *amount)])
}

/// Goods in store for the cost that stands on the product, its batch or, where the chart keeps
/// neither apart, on production as a whole.
fn stored(
    reading: &Reading<'_>,
    coop: CooperativeId,
    chart: &Chart,
    produced: &Yield,
) -> Result<Typed, StoreError> {
    let Yield { product, quantity, .. } = produced;
    let goods = named(chart, "121", product).or_else(|| first(chart, "121"));
    let Standing { account, project, cost } = cost_standing(reading, coop, chart, produced)?;
    let goods = VoucherLineInput {
        account: goods,
        quantity: Some(quantity.to_string()),
        price: unit_price(cost, *quantity)
            .filter(|_| cost > Money::ZERO)
            .map(|price| price.to_string()),
        ..VoucherLineInput::default()
    };
    let made = VoucherLineInput { account, project, ..VoucherLineInput::default() };
    Ok((format!("{product}入库"), vec![debit(goods, cost), credit(made, cost)]))
}

/// Where the cost of something produced stands, and how much.
struct Standing {
    account: Option<String>,
    project: Option<String>,
    cost: Money,
}

fn cost_standing(
    reading: &Reading<'_>,
    coop: CooperativeId,
    chart: &Chart,
    produced: &Yield,
) -> Result<Standing, StoreError> {
    let own = named(chart, "401", &produced.product);
    let is_own = own.is_some();
    let Some(code) = own.or_else(|| first(chart, "401")) else {
        return Ok(Standing { account: None, project: None, cost: Money::ZERO });
    };
    let Some(account) = chart.accounts.get(&code) else {
        return Ok(Standing { account: Some(code), project: None, cost: Money::ZERO });
    };
    for project in [produced.batch.as_ref(), Some(&produced.product)].into_iter().flatten() {
        let standing = reading.project_balance(account.id, project, produced.on)?;
        if standing > Money::ZERO {
            let taken = taken_by_drafts(reading, coop, &code, Some(project))?;
            let cost = (standing - taken).or_zero();
            return Ok(Standing { account: Some(code), project: Some(project.clone()), cost });
        }
    }
    let apart = !is_own && reading.has_projects(account.id)?;
    let cost = match produced.on.tomorrow() {
        Ok(next) if !apart => {
            let standing = reading.balance_before(account.id, next)?;
            (standing - taken_by_drafts(reading, coop, &code, None)?).or_zero()
        }
        Ok(_) | Err(_) => Money::ZERO,
    };
    Ok(Standing { account: Some(code), project: None, cost })
}

/// What drafts that are not posted yet take from an account, or from a project on it: what two
/// drafts take stands there once.
fn taken_by_drafts(
    reading: &Reading<'_>,
    coop: CooperativeId,
    account: &str,
    project: Option<&str>,
) -> Result<Money, StoreError> {
    let own = draft::waiting::lines(reading, coop)?.into_iter().filter(|line| {
        line.account == account
            && project.is_none_or(|project| line.project.as_deref() == Some(project))
    });
    Ok(draft::waiting::sum(own.map(|line| line.credit)))
}
