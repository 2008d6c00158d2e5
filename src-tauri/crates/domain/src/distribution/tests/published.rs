//! A case that others have published: the share-days of Fineract's integration test (Apache-2.0).
//! Its largest remainders are worked out by hand.

use jiff::civil::{Date, date};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::money::{Money, apportion};

/// A pool of 50,000.00 for the shares held from a day to 1 April 2016, each share for its days.
const END: Date = date(2016, 4, 1);
const HOLDERS: [(u128, Date); 5] = [
    (100, date(2015, 1, 1)),
    (200, date(2015, 4, 1)),
    (300, date(2015, 10, 1)),
    (100, date(2015, 12, 1)),
    (500, date(2016, 3, 1)),
];

fn share_days() -> Vec<u128> {
    let days = |from: Date| u128::try_from((END - from).get_days()).unwrap();
    HOLDERS.iter().map(|&(shares, from)| shares * days(from)).collect()
}

#[test]
fn shares_held_for_days_are_weighed_as_published() {
    assert_eq!(share_days(), [45_600, 73_200, 54_900, 12_200, 15_500]);
}

#[test]
fn each_share_is_the_exact_fraction_and_the_pool_is_used_up() {
    let (pool, weights) = (Money::read("50000.00").unwrap(), share_days());
    let parts = apportion(pool, &weights).unwrap();
    let all = BigInt::from(weights.iter().sum::<u128>());
    for (part, &weight) in parts.iter().zip(&weights) {
        let exact = BigRational::new(BigInt::from(pool.fen()) * BigInt::from(weight), all.clone());
        let whole = BigInt::from(part.amount.fen()) - BigInt::from(i64::from(part.fen_moved));
        let beyond = BigRational::new(BigInt::from(part.remainder), all.clone());
        assert_eq!(BigRational::from_integer(whole) + beyond, exact);
    }
    let amounts: Vec<String> = parts.iter().map(|part| part.amount.to_string()).collect();
    assert_eq!(amounts, ["11320.76", "18172.79", "13629.59", "3028.80", "3848.06"]);
    assert_eq!(parts.iter().map(|part| part.amount).sum::<Money>(), pool);
}
