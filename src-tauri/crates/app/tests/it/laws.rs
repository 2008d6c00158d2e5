//! Laws that hold for every register, tried on small ones that nobody chose.

use app::import::ImportKind;
use app::view::dividend::{CapitalWeightingView, SchemeInput};
use domain::Money;
use proptest::prelude::*;

use crate::kit::{Trial, plain_scheme};

/// A member: capital and deliveries in fen, and the day of the year on which the capital came.
type Part = (i64, i64, u16);

fn yuan(fen: i64) -> String {
    Money::from_fen(fen).to_string()
}

/// Fills a register and books with what was drawn.
fn filled(parts: &[Part], surplus: i64) -> Trial {
    let mut trial = Trial::small();
    let mut members = "coop,code,name,kind\n".to_owned();
    let mut contributions = "coop,member,date,amount\nC2,H1,2025-01-01,0.01\n".to_owned();
    let mut deliveries = "coop,member,date,product,quantity,unit,amount\n\
                          C2,H1,2024-12-31,羊,1,只,99.00\n"
        .to_owned();
    for (index, (capital, delivered, day)) in parts.iter().enumerate() {
        members += &format!("C2,P{index},村民{index},household\n");
        let (capital, delivered) = (yuan(*capital), yuan(*delivered));
        let on = domain::FiscalYear::new(2025).unwrap().first_day();
        let on = on.checked_add(jiff::Span::new().days(*day)).unwrap();
        contributions += &format!("C2,P{index},{on},{capital}\n");
        deliveries += &format!("C2,P{index},2025-06-01,羊,1,只,{delivered}\n");
    }
    trial.take(ImportKind::Members, &members);
    trial.take(ImportKind::Contributions, &contributions);
    trial.take(ImportKind::Deliveries, &deliveries);
    trial.earn("C2", "2025-12-31", &yuan(surplus));
    trial
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn the_members_totals_are_the_pool_and_stay_so_when_approved(
        parts in prop::collection::vec((1..10_000_000_i64, 0..1_000_000_i64, 0..365_u16), 1..12),
        surplus in prop_oneof![1..50_i64, -1_000_000..1_000_000_000_i64],
        share in 0..=1_000_000_u32,
        guaranteed in prop::option::of(1..=200_000_u32),
        by_days in any::<bool>(),
        kept in 0..100_000_i64,
    ) {
        prop_assume!(surplus != 0);
        let rate = |millionths: u32| domain::Rate::from_millionths(millionths).unwrap().to_string();
        let scheme = SchemeInput {
            patronage_share: rate(share),
            guaranteed_rate: guaranteed.map(rate),
            retained: yuan(kept),
            capital_weighting: if by_days {
                CapitalWeightingView::DaysHeld
            } else {
                CapitalWeightingView::YearEnd
            },
            ..plain_scheme()
        };
        let trial = filled(&parts, surplus);
        let mut book = trial.book();
        let draft = book.dividend_save("C2", 2025, &scheme).unwrap();
        let all: Money = draft.members.iter().map(|member| member.total.0).sum();
        prop_assert_eq!(all, draft.pool.0);
        prop_assert_eq!(draft.pool.0 + draft.retained.0, draft.distributable.0);
        prop_assert_eq!(draft.distributable.0, Money::from_fen(surplus.max(0)));

        let approved = book.dividend_approve("C2", 2025, "1号", "2026-01-18").unwrap();
        prop_assert_eq!(&approved.members, &draft.members);
        prop_assert!(book.check(None).unwrap().holds);
    }
}
