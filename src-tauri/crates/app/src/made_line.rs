//! Lines of vouchers that are made and not typed: on which account of the chart, with what amount.

use domain::Money;

use crate::view::voucher::VoucherLineInput;
use crate::voucher::checks::Chart;

/// A line on this account, which names this project.
pub(crate) fn on(account: Option<String>, project: Option<&str>) -> VoucherLineInput {
    VoucherLineInput { account, project: project.map(str::to_owned), ..VoucherLineInput::default() }
}

/// The first account that takes lines, at or below this one.
pub(crate) fn first(chart: &Chart, top: &str) -> Option<String> {
    below(chart, top).next().map(|(code, _)| code.to_owned())
}

/// The account for a product at or below this one: the one of its name, else one whose name has
/// the product's in it or the other way round.
pub(crate) fn named(chart: &Chart, top: &str, product: &str) -> Option<String> {
    let exact = below(chart, top).find(|(_, name)| *name == product);
    let near = || {
        let sub = below(chart, top).filter(|(code, _)| *code != top);
        let mut near = sub.filter(|(_, name)| name.contains(product) || product.contains(*name));
        near.next()
    };
    exact.or_else(near).map(|(code, _)| code.to_owned())
}

/// The accounts that take lines, at or below this one, with their names.
pub(crate) fn below<'a>(
    chart: &'a Chart,
    top: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let leaves = chart.leaves().filter(move |account| account.code.starts_with(top));
    leaves.map(|account| (account.code.as_str(), account.name.as_str()))
}

/// The line with this on its debit side; without an amount where there is none.
pub(crate) fn debit(line: VoucherLineInput, amount: Money) -> VoucherLineInput {
    VoucherLineInput { debit: written(amount), ..line }
}

/// The line with this on its credit side; without an amount where there is none.
pub(crate) fn credit(line: VoucherLineInput, amount: Money) -> VoucherLineInput {
    VoucherLineInput { credit: written(amount), ..line }
}

fn written(amount: Money) -> Option<String> {
    (amount != Money::ZERO).then(|| amount.to_string())
}
