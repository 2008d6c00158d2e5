//! Payments (发放) of what a distribution gave: what stands on 221 and 222 is owed to members, and
//! what is paid pays the oldest first.

use crate::money::Money;

/// What was paid of what a distribution gave a member on one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paid {
    /// What it gave.
    pub given: Money,
    /// What was paid of it.
    pub paid: Money,
}

impl Paid {
    /// What is still owed.
    #[must_use]
    pub fn left(&self) -> Money {
        self.given - self.paid
    }
}

/// What was paid of each of several distributions, in their order, when so much was paid in all:
/// first what was owed besides, such as what the books opened with, then the oldest. What was paid
/// beyond all of it is of none.
#[must_use]
pub fn oldest_first(besides: Money, given: &[Money], paid: Money) -> Vec<Paid> {
    let mut rest = (paid - besides.or_zero()).or_zero();
    given
        .iter()
        .map(|&given| {
            let of_this = rest.min(given.or_zero());
            rest -= of_this;
            Paid { given, paid: of_this }
        })
        .collect()
}

/// How an amount is taken from what is owed as patronage refund (221) and as residual dividend
/// (222): the refund first. Nothing where more is taken than is owed, or nothing.
#[must_use]
pub fn split(amount: Money, refund: Money, dividend: Money) -> Option<(Money, Money)> {
    if amount <= Money::ZERO || amount > refund + dividend {
        return None;
    }
    let of_refund = amount.min(refund);
    Some((of_refund, amount - of_refund))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fen(fen: i64) -> Money {
        Money::from_fen(fen)
    }

    #[test]
    fn the_oldest_is_paid_first() {
        let of = |paid| {
            let paid = oldest_first(fen(50), &[fen(100), fen(30)], fen(paid));
            paid.iter().map(|paid| paid.paid.fen()).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [0, 0]);
        assert_eq!(of(60), [10, 0]);
        assert_eq!(of(170), [100, 20]);
        assert_eq!(of(999), [100, 30]);
    }

    #[test]
    fn a_part_is_of_the_refund_first() {
        assert_eq!(split(fen(70), fen(50), fen(40)), Some((fen(50), fen(20))));
        assert_eq!(split(fen(90), fen(50), fen(40)), Some((fen(50), fen(40))));
        assert_eq!(split(fen(91), fen(50), fen(40)), None);
        assert_eq!(split(fen(0), fen(50), fen(40)), None);
    }

    proptest! {
        /// Nothing is lost: what was paid is what was owed besides, what the distributions show,
        /// and what was paid beyond them.
        #[test]
        fn what_was_paid_is_all_accounted_for(
            besides in 0..1_000_i64,
            given in prop::collection::vec(0..1_000_i64, 0..6),
            paid in 0..8_000_i64,
        ) {
            let given: Vec<Money> = given.into_iter().map(fen).collect();
            let shown = oldest_first(fen(besides), &given, fen(paid));
            let of_these: i64 = shown.iter().map(|paid| paid.paid.fen()).sum();
            let all: i64 = given.iter().map(|given| given.fen()).sum();
            prop_assert_eq!(of_these, (paid - besides).clamp(0, all));
            prop_assert!(shown.iter().all(|paid| paid.left() >= Money::ZERO));
            // A distribution is paid only once those before it are.
            for pair in shown.windows(2) {
                prop_assert!(pair[1].paid == Money::ZERO || pair[0].left() == Money::ZERO);
            }
        }
    }
}
