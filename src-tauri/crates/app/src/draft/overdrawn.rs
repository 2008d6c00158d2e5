//! Cash and bank below zero at the end of a draft's day: typing warns, posting is never barred by
//! it.

use std::collections::BTreeMap;

use domain::Money;
use domain::id::CooperativeId;
use store::Reading;

use super::waiting::{amount, day_of, sum};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Text;
use crate::view::voucher::VoucherInput;

/// One sentence for each account of cash or bank that would stand below zero.
pub(super) fn notes(
    reading: &Reading<'_>,
    coop: CooperativeId,
    entry: &VoucherInput,
) -> Result<Vec<Text>, Problem> {
    let moved = moved(entry);
    let (Some(on), true) = (day_of(entry), moved.values().any(|moved| *moved < Money::ZERO)) else {
        return Ok(Vec::new());
    };
    let next = on.tomorrow().unwrap_or(on);
    let chart = reading.chart(coop)?;
    let mut notes = Vec::new();
    for (code, moved) in moved.into_iter().filter(|(_, moved)| *moved < Money::ZERO) {
        let Some(account) = chart.iter().find(|account| account.what.code == code) else {
            continue;
        };
        let after = reading.balance_before(account.id, next)?.checked_add(moved);
        let Some(after) = after.filter(|after| *after < Money::ZERO) else { continue };
        let (name, after) = (&account.what.name, after.grouped());
        notes.push(Text::new(
            format!("记账后 {code} {name} {on} 日终为 {after}。看看是否漏记收款，不拦记账。"),
            format!(
                "{code} {name} would stand at {after} at the end of {on}; see whether money in \
                     was left out. It may be posted."
            ),
        ));
    }
    Ok(notes)
}

/// What is typed on each account of cash or bank, debit less credit.
fn moved(entry: &VoucherInput) -> BTreeMap<String, Money> {
    let mut moved: BTreeMap<String, Money> = BTreeMap::new();
    for line in entry.lines.iter().flatten() {
        let Some(account) = filled(line.account.as_deref()) else { continue };
        if !["101", "102", "109"].iter().any(|top| account.starts_with(top)) {
            continue;
        }
        let amounts = moved.entry(account.to_owned()).or_default();
        let (debit, credit) = (amount(line.debit.as_deref()), amount(line.credit.as_deref()));
        *amounts = sum([*amounts, debit, -credit]);
    }
    moved
}
