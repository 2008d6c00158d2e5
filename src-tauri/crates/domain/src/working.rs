//! The working of one member's dividend: a row for each pool that the member takes part in, with
//! what it takes part by and how the amount follows. Screens and slips show the same rows.

use crate::distribution::{
    CapitalWeighting, Distribution, MemberFacts, MemberShare, Scheme, Share,
};
use crate::money::Money;
use crate::slip::{Base, BaseItem, BasePart, Measure, Pool, Row, Working};

/// What deliveries by their amount (交易额) are counted in.
pub const PATRONAGE_UNIT: &str = "元";

/// The rows of the member with `facts`, who got `share` of `distribution`, in the order of the
/// calculation. A pool that the member has nothing to take part in by has no row.
#[must_use]
pub fn rows(
    distribution: &Distribution,
    scheme: &Scheme,
    facts: &MemberFacts,
    share: &MemberShare,
) -> Vec<Row> {
    let mut rows = Vec::new();
    if distribution.patronage.amount > Money::ZERO && share.patronage.base > 0 {
        rows.push(patronage_row(distribution, share));
    }
    if let Some(rate) = scheme.guaranteed_rate
        && share.guaranteed.base > 0
    {
        rows.push(if distribution.guarantee_reached() {
            let capital =
                BasePart { of: BaseItem::Capital { class: None }, amount: share.weighted_capital };
            let base = Base { measure: distribution.capital_measure.clone(), parts: vec![capital] };
            Row { pool: Pool::Guaranteed, base, working: Working::ByRate { rate } }
        } else {
            let claim = BasePart { of: BaseItem::GuaranteedClaim, amount: share.guaranteed.base };
            let pool = &distribution.guaranteed;
            let working = shared(pool.amount, pool.total_base, share.guaranteed);
            let base = Base { measure: Measure::Fen, parts: vec![claim] };
            Row { pool: Pool::Guaranteed, base, working }
        });
    }
    if distribution.residual.amount > Money::ZERO && share.residual.base > 0 {
        rows.push(residual_row(distribution, scheme, facts, share));
    }
    rows
}

fn patronage_row(distribution: &Distribution, share: &MemberShare) -> Row {
    let deliveries = BaseItem::Deliveries { product: None };
    let part = BasePart { of: deliveries, amount: share.patronage.base };
    let measure = Measure::Quantity { unit: PATRONAGE_UNIT.to_owned() };
    let pool = &distribution.patronage;
    Row {
        pool: Pool::Patronage,
        base: Base { measure, parts: vec![part] },
        working: shared(pool.amount, pool.total_base, share.patronage),
    }
}

fn residual_row(
    distribution: &Distribution,
    scheme: &Scheme,
    facts: &MemberFacts,
    share: &MemberShare,
) -> Row {
    // What is not capital counts in full: all the days of the year, where days are counted.
    let times = match (&distribution.capital_measure, scheme.capital_weighting) {
        (Measure::FenDays { days_in_year }, CapitalWeighting::DaysHeld) => {
            u128::from(*days_in_year)
        }
        (
            Measure::Fen | Measure::FenDays { .. } | Measure::Quantity { .. },
            CapitalWeighting::YearEnd | CapitalWeighting::DaysHeld,
        ) => 1,
    };
    let capital =
        BasePart { of: BaseItem::Capital { class: None }, amount: share.weighted_capital };
    let property = [
        (BaseItem::Reserve, facts.reserve),
        (BaseItem::Subsidy, facts.subsidy),
        (BaseItem::Donation, facts.donation),
    ];
    let property = property.into_iter().map(|(of, amount)| {
        let fen = u128::try_from(amount.fen()).unwrap_or_default();
        BasePart { of, amount: fen * times }
    });
    let parts = std::iter::once(capital).chain(property.filter(|part| part.amount > 0)).collect();
    let pool = &distribution.residual;
    Row {
        pool: Pool::Residual,
        base: Base { measure: distribution.capital_measure.clone(), parts },
        working: shared(pool.amount, pool.total_base, share.residual),
    }
}

fn shared(pool: Money, total_base: u128, share: Share) -> Working {
    Working::Shared { pool, total_base, part: share.part }
}
