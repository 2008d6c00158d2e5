//! From the year's surplus to what can be distributed (农民专业合作社法 art. 42 and 44): losses of
//! earlier years are made up first, then the funds take their part in the order of the charter.
//!
//! One surprising thing: a rate is always of the surplus after losses, never of what the funds
//! before it have left. Where too little is left, a fund takes that.

use crate::money::Money;
use crate::rate::Rate;

/// One fund that the charter or a resolution sets something aside for (盈余公积，风险金，公益金).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appropriation {
    /// The fund's name. A fund may stand in the list twice.
    pub fund: String,
    /// What it takes.
    pub take: Take,
}

/// What a fund takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// A part of the surplus after losses, rounded half up to the fen.
    Rate(Rate),
    /// A fixed amount.
    Amount(Money),
}

impl Take {
    /// What this is of a surplus after losses, before it is known what is left.
    #[must_use]
    pub fn of(self, base: Money) -> Money {
        match self {
            Take::Rate(rate) => rate.of(base),
            Take::Amount(amount) => amount,
        }
    }
}

/// What a fund got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appropriated {
    /// The fund's name.
    pub fund: String,
    /// What its rate or amount asks for.
    pub wanted: Money,
    /// What it got: `wanted`, or what was left.
    pub amount: Money,
}

/// What stands on the way from the surplus to what can be distributed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Appropriations {
    /// Losses of earlier years made up out of this year's surplus.
    pub losses_made_up: Money,
    /// The surplus after losses, which rates are of; zero in a year of loss.
    pub base: Money,
    /// What each fund got, in order.
    pub funds: Vec<Appropriated>,
    /// What is left of the base after all funds.
    pub left: Money,
    /// What can be distributed: `left` and what was brought forward, less this year's loss.
    pub distributable: Money,
    /// The loss that is carried to the next year.
    pub deficit_carried: Money,
}

/// Makes up losses and sets aside. All amounts are at most [`Money::LIMIT`], the opening ones not
/// below zero and not both above it.
pub(crate) fn appropriate(
    surplus: Money,
    opening_deficit: Money,
    opening_undistributed: Money,
    appropriations: &[Appropriation],
) -> Appropriations {
    let loss = (-surplus).or_zero();
    let losses_made_up = opening_deficit.min(surplus.or_zero());
    let base = (surplus - losses_made_up).or_zero();

    let mut left = base;
    let take = |appropriation: &Appropriation| {
        let wanted = appropriation.take.of(base);
        let amount = wanted.min(left);
        left -= amount;
        Appropriated { fund: appropriation.fund.clone(), wanted, amount }
    };
    let funds = appropriations.iter().map(take).collect();

    let deficit = opening_deficit - losses_made_up + loss;
    Appropriations {
        losses_made_up,
        base,
        funds,
        left,
        distributable: (left + opening_undistributed - loss).or_zero(),
        deficit_carried: (deficit - opening_undistributed).or_zero(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn yuan(text: &str) -> Money {
        Money::read(text).unwrap()
    }

    fn rate(fund: &str, rate: &str) -> Appropriation {
        Appropriation { fund: fund.to_owned(), take: Take::Rate(Rate::read(rate).unwrap()) }
    }

    fn amount(fund: &str, amount: &str) -> Appropriation {
        Appropriation { fund: fund.to_owned(), take: Take::Amount(yuan(amount)) }
    }

    #[test]
    fn losses_come_before_the_reserve_and_rates_are_of_the_rest() {
        let funds = [rate("盈余公积", "0.10"), rate("公益金", "0.05")];
        let year = appropriate(yuan("1600000"), yuan("100000"), Money::ZERO, &funds);
        assert_eq!(year.losses_made_up, yuan("100000"));
        assert_eq!((year.funds[0].amount, year.funds[1].amount), (yuan("150000"), yuan("75000")));
        assert_eq!((year.distributable, year.deficit_carried), (yuan("1275000"), Money::ZERO));
    }

    #[test]
    fn a_fund_takes_at_most_what_is_left() {
        let funds = [amount("风险金", "80"), rate("盈余公积", "0.50"), amount("公益金", "1")];
        let year = appropriate(yuan("100"), Money::ZERO, yuan("7"), &funds);
        let taken: Vec<Money> = year.funds.iter().map(|fund| fund.amount).collect();
        assert_eq!(taken, [yuan("80"), yuan("20"), Money::ZERO]);
        assert_eq!((year.funds[1].wanted, year.left), (yuan("50"), Money::ZERO));
        assert_eq!(year.distributable, yuan("7"));
    }

    #[test]
    fn a_loss_eats_what_was_brought_forward_and_the_rest_is_carried() {
        let year = appropriate(yuan("-100"), Money::ZERO, yuan("130"), &[rate("盈余公积", "0.1")]);
        assert_eq!((year.distributable, year.deficit_carried), (yuan("30"), Money::ZERO));
        let year = appropriate(yuan("-100"), yuan("20"), Money::ZERO, &[]);
        assert_eq!((year.distributable, year.deficit_carried), (Money::ZERO, yuan("120")));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_on_the_way(
            surplus in -900_000_000_000_000..=900_000_000_000_000_i64,
            opening in -900_000_000_000_000..=900_000_000_000_000_i64,
            takes in prop::collection::vec((any::<bool>(), 0..=1_000_000_u32), 0..5),
        ) {
            let funds: Vec<Appropriation> = takes.iter().map(|&(by_rate, figure)| Appropriation {
                fund: String::new(),
                take: if by_rate {
                    Take::Rate(Rate::from_millionths(figure).unwrap())
                } else {
                    Take::Amount(Money::from_fen(i64::from(figure)))
                },
            }).collect();
            let [surplus, opening] = [surplus, opening].map(Money::from_fen);
            let year = appropriate(surplus, (-opening).or_zero(), opening.or_zero(), &funds);
            let taken: Money = year.funds.iter().map(|fund| fund.amount).sum();
            // What came in is what was set aside, can be distributed or is still missing.
            prop_assert_eq!(surplus + opening, taken + year.distributable - year.deficit_carried);
            prop_assert!(year.distributable == Money::ZERO || year.deficit_carried == Money::ZERO);
            prop_assert!(year.funds.iter().all(|fund| fund.amount <= fund.wanted));
        }
    }
}
