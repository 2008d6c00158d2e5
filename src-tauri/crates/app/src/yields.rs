//! Yields and deliveries of a year (产量与交易): each entry with the voucher that was made of it, and
//! sums by product, month and member.

use std::collections::BTreeMap;

use domain::{FiscalYear, Money, Quantity};
use store::{SourceFact, SourceRecord};

use crate::book::Book;
use crate::paper::count;
use crate::problem::Problem;
use crate::register;
use crate::source::source_row;
use crate::view::draft::SourceKind;
use crate::view::yields::{MemberSum, ProductYear, YieldsView};
use crate::view::{Named, QuantityText};
use crate::voucher::named;

/// How many entries are listed at most.
const MOST: usize = 500;

impl Book {
    /// What a cooperative produced, or what its members handed in, in a year; the latest year with
    /// vouchers where none is named.
    ///
    /// # Errors
    /// A cooperative that is not known, a wrong year, contributions, which are no yields, or a
    /// damaged book.
    pub fn yields(
        &mut self,
        coop: &str,
        year: Option<i64>,
        kind: SourceKind,
    ) -> Result<YieldsView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let starts = coop.what.starts;
        let last = reading.months_with_vouchers(coop.id)?.map_or(starts, |(_, last)| last);
        let year = match year {
            Some(year) => FiscalYear::new(year)?,
            None => last.year(),
        };
        let records = reading.sources(coop.id, kind.into(), year.term())?;
        let mut sums = Sums::default();
        records.iter().for_each(|record| sums.add(record));
        let is_open = |record: &&SourceRecord| record.voucher.is_none() && record.draft.is_none();
        let last = last.year().number().max(year.number());
        Ok(YieldsView {
            coop: named(&coop),
            cooperatives: reading.cooperatives()?.iter().map(named).collect(),
            year: year.number(),
            years: (starts.year().number().min(year.number())..=last).collect(),
            kind,
            count: count(records.len()),
            open: count(records.iter().filter(is_open).count()),
            products: sums.products.into_iter().map(product_year).collect(),
            members: sums.members.into_iter().map(member_sum).collect(),
            rows: records.into_iter().take(MOST).map(source_row).collect(),
        })
    }
}

/// A product and its unit, with the quantity and amount of each month.
type Products = BTreeMap<(String, String), [(Quantity, Money); 12]>;

/// A member, a product and its unit, with what was handed in of it.
type Members = BTreeMap<(String, String, String, String), (Quantity, Money)>;

#[derive(Default)]
struct Sums {
    products: Products,
    members: Members,
}

impl Sums {
    fn add(&mut self, record: &SourceRecord) {
        let month = usize::from(record.on.month().unsigned_abs()) - 1;
        let (product, unit, quantity, amount) = match &record.fact {
            SourceFact::Contribution { .. } => return,
            SourceFact::Yield(made) => (&made.product, &made.unit, made.quantity, Money::ZERO),
            SourceFact::Delivery { member, name, delivery } => {
                let (product, unit) = (delivery.product.clone(), delivery.unit.clone());
                let of = self.members.entry((member.clone(), name.clone(), product, unit));
                let (quantity, amount) = of.or_default();
                *quantity = plus(*quantity, delivery.quantity);
                *amount += delivery.amount;
                (&delivery.product, &delivery.unit, delivery.quantity, delivery.amount)
            }
        };
        let of = self.products.entry((product.clone(), unit.clone())).or_default();
        let (sum, money) = &mut of[month];
        *sum = plus(*sum, quantity);
        *money += amount;
    }
}

fn plus(one: Quantity, other: Quantity) -> Quantity {
    Quantity::from_millionths(one.millionths().saturating_add(other.millionths()))
}

fn product_year(
    ((product, unit), months): ((String, String), [(Quantity, Money); 12]),
) -> ProductYear {
    let quantity = months.iter().fold(Quantity::ZERO, |sum, (quantity, _)| plus(sum, *quantity));
    ProductYear {
        product,
        unit,
        quantity: QuantityText(quantity),
        amount: months.iter().map(|(_, amount)| *amount).sum::<Money>().into(),
        months: months.iter().map(|(quantity, _)| QuantityText(*quantity)).collect(),
    }
}

fn member_sum(
    ((code, name, product, unit), (quantity, amount)): (
        (String, String, String, String),
        (Quantity, Money),
    ),
) -> MemberSum {
    MemberSum {
        member: Named { code, name },
        product,
        unit,
        quantity: QuantityText(quantity),
        amount: amount.into(),
    }
}
