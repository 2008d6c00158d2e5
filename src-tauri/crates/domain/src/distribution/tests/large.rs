//! Registers of up to a hundred thousand members: what always holds, holds there too.

use jiff::civil::date;
use proptest::prelude::*;

use super::{any_scheme, no_fen_off, used_up};
use crate::distribution::{Facts, MemberFacts, Scheme, distribute};
use crate::member::MemberKind;
use crate::money::Money;
use crate::period::FiscalYear;
use crate::quantity::Quantity;
use crate::share::Contribution;

/// A register that follows from its seed: no two alike, the same one each time.
fn register(seed: u64, members: usize) -> Facts {
    let mut state = seed | 1;
    let mut below = move |limit: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % limit
    };
    let mut member = |_| {
        let fen = i64::try_from(below(10_000_000)).unwrap();
        let day = date(2025, 1, 1) + jiff::Span::new().days(i64::try_from(below(365)).unwrap());
        MemberFacts {
            kind: MemberKind::Household,
            contributions: vec![Contribution { made_on: day, amount: Money::from_fen(fen + 1) }],
            reserve: Money::from_fen(i64::try_from(below(1_000)).unwrap()),
            subsidy: Money::ZERO,
            donation: Money::ZERO,
            patronage: Quantity::from_millionths(u128::from(below(5_000_000_000))),
        }
    };
    let members = (0..members).map(&mut member).collect();
    let surplus = Money::from_fen(i64::try_from(seed % 900_000_000_000).unwrap());
    Facts {
        year: FiscalYear::new(2025).unwrap(),
        surplus,
        opening_deficit: Money::ZERO,
        // Funds may take all of the surplus, but not this: something is always shared out.
        opening_undistributed: Money::from_fen(i64::try_from(seed % 7_000_000_000).unwrap() + 1),
        members,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn a_hundred_thousand_members_get_all_of_it_and_nobody_is_a_fen_off(
        seed in any::<u64>(), members in 50_000..=100_000_usize, scheme in any_scheme(),
    ) {
        let scheme = Scheme { retained: Money::ZERO, ..scheme };
        let distribution = distribute(&register(seed, members), &scheme).unwrap();
        prop_assert!(distribution.pool > Money::ZERO);
        used_up(&distribution)?;
        no_fen_off(&distribution)?;
    }
}
