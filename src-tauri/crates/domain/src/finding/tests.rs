use expect_test::{Expect, expect};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::appropriation::{Appropriation, Take};
use crate::distribution::{MemberFacts, distribute};
use crate::share::Contribution;
use crate::{FiscalYear, Quantity};

fn yuan(text: &str) -> Money {
    Money::read(text).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::read(text).unwrap()
}

fn member(kind: MemberKind, patronage: &str) -> MemberFacts {
    let capital = Contribution { made_on: date(2021, 5, 1), amount: yuan("100.00") };
    MemberFacts {
        kind,
        contributions: vec![capital],
        reserve: Money::ZERO,
        subsidy: Money::ZERO,
        donation: Money::ZERO,
        patronage: Quantity::read(patronage).unwrap(),
    }
}

/// Five households that delivered, and this surplus.
fn facts(surplus: &str) -> Facts {
    Facts {
        year: FiscalYear::new(2025).unwrap(),
        surplus: yuan(surplus),
        opening_deficit: Money::ZERO,
        opening_undistributed: Money::ZERO,
        members: (0..5).map(|_| member(MemberKind::Household, "10")).collect(),
    }
}

/// The findings about the surplus; the membership has tests of its own.
fn about_surplus(facts: &Facts, scheme: &Scheme) -> Vec<Finding> {
    let distribution = distribute(facts, scheme).unwrap();
    let mut findings = of_distribution(facts, scheme, &distribution);
    let membership = ["law.art12", "law.art20"];
    findings.retain(|finding| !membership.iter().any(|law| finding.rule().starts_with(law)));
    findings
}

#[track_caller]
fn check(facts: &Facts, scheme: &Scheme, expected: &Expect) {
    let findings = about_surplus(facts, scheme);
    let shown = |finding: &Finding| format!("{:?} {}", finding.severity(), finding.rule());
    expected.assert_eq(&findings.iter().map(shown).collect::<Vec<_>>().join("\n"));
}

#[track_caller]
fn check_membership(collectives: usize, households: usize, enterprises: usize, expected: &Expect) {
    let membership = Membership { village_collectives: collectives, households, enterprises };
    let findings = of_membership(&membership);
    let shown: Vec<String> =
        findings.iter().map(|finding| format!("{:?} {finding:?}", finding.severity())).collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn sixty_per_cent_by_patronage_are_enough() {
    check(&facts("100.00"), &Scheme::default(), &expect!["Ok law.art44.patronage_floor"]);
}

#[test]
fn less_than_sixty_per_cent_is_against_the_law() {
    let scheme = Scheme { patronage_share: rate("0.5"), ..Scheme::default() };
    check(&facts("100.00"), &scheme, &expect!["Error law.art44.patronage_floor"]);
}

#[test]
fn the_wider_base_alone_is_a_matter_for_the_meeting() {
    let mut facts = facts("100.00");
    facts.opening_undistributed = yuan("50.00");
    let scheme = Scheme { patronage_share: rate("0.5"), ..Scheme::default() };
    check(
        &facts,
        &scheme,
        &expect![[r#"
        Warning law.art44.patronage_floor
        Note law.art44.brought_forward"#]],
    );
}

#[test]
fn the_floor_is_named_for_both_bases_and_rounded_up() {
    let mut facts = facts("100.01");
    facts.opening_undistributed = yuan("50.00");
    let scheme = Scheme { patronage_share: rate("0.5"), ..Scheme::default() };
    let floor = Finding::PatronageFloor {
        share: rate("0.5"),
        refund: yuan("75.01"),
        retained: Money::ZERO,
        of_year: Floor { base: yuan("100.01"), floor: yuan("60.01") },
        of_distributable: Floor { base: yuan("150.01"), floor: yuan("90.01") },
    };
    assert_eq!(about_surplus(&facts, &scheme)[0], floor);
}

#[test]
fn carrying_much_to_the_next_year_keeps_the_refund_below_the_floor() {
    let scheme = Scheme { retained: yuan("50.00"), ..Scheme::default() };
    check(&facts("100.00"), &scheme, &expect!["Warning law.art44.patronage_floor"]);
}

#[test]
fn where_nobody_traded_the_meeting_decides() {
    let mut facts = facts("100.00");
    facts.members.iter_mut().for_each(|member| member.patronage = Quantity::ZERO);
    check(&facts, &Scheme::default(), &expect!["Note law.art44.no_patronage"]);
}

#[test]
fn a_year_of_loss_is_graver_where_something_is_shared_out() {
    let mut facts = facts("-100.00");
    check(&facts, &Scheme::default(), &expect!["Note law.art44.loss_year"]);
    facts.opening_undistributed = yuan("150.00");
    check(
        &facts,
        &Scheme::default(),
        &expect![[r#"
        Warning law.art44.loss_year
        Note law.art44.brought_forward
        Ok law.art44.patronage_floor"#]],
    );
    check(&self::facts("0.00"), &Scheme::default(), &expect!["Note law.art44.no_surplus"]);
}

#[test]
fn what_could_not_be_done_as_the_scheme_wants_is_named_with_its_figures() {
    let fund = |fund: &str, take| Appropriation { fund: fund.to_owned(), take };
    let mut facts = facts("100.00");
    facts.opening_deficit = yuan("10.00");
    let mut scheme = Scheme {
        appropriations: vec![
            fund("盈余公积", Take::Rate(rate("0.1"))),
            fund("风险金", Take::Amount(yuan("90.00"))),
        ],
        ..Scheme::default()
    };
    check(
        &facts,
        &scheme,
        &expect![[r#"
        Warning law.art42.appropriation_cut
        Warning law.art42.all_appropriated
        Note law.art44.losses_made_up"#]],
    );

    scheme.appropriations.pop();
    scheme.guaranteed_rate = Some(rate("0.5"));
    check(
        &facts,
        &scheme,
        &expect![[r#"
        Warning charter.guarantee_short
        Note law.art44.losses_made_up
        Ok law.art44.patronage_floor"#]],
    );
    scheme.retained = yuan("90.00");
    check(
        &facts,
        &scheme,
        &expect![[r#"
        Warning charter.retained_cut
        Warning charter.guarantee_short
        Note law.art44.losses_made_up"#]],
    );
}

#[test]
fn eight_villages_need_152_farmers_beside_them() {
    check_membership(
        8,
        152,
        0,
        &expect![[r#"
        Ok MemberCount { members: 160 }
        Ok FarmerShare { farmers: 152, members: 160 }
        Ok UnitMembers { units: 8, members: 160 }"#]],
    );
    check_membership(
        8,
        151,
        0,
        &expect![[r#"
        Error UnitMembers { units: 8, members: 159 }
        Ok MemberCount { members: 159 }
        Ok FarmerShare { farmers: 151, members: 159 }"#]],
    );
    check_membership(
        8,
        0,
        0,
        &expect![[r#"
        Error UnitsAlone { units: 8 }
        Ok MemberCount { members: 8 }"#]],
    );
}

#[test]
fn up_to_twenty_members_one_may_be_a_unit() {
    check_membership(
        0,
        19,
        1,
        &expect![[r#"
        Ok MemberCount { members: 20 }
        Ok FarmerShare { farmers: 19, members: 20 }
        Ok UnitMembers { units: 1, members: 20 }"#]],
    );
    check_membership(
        1,
        18,
        1,
        &expect![[r#"
        Error UnitMembers { units: 2, members: 20 }
        Ok MemberCount { members: 20 }
        Ok FarmerShare { farmers: 18, members: 20 }"#]],
    );
    check_membership(
        1,
        3,
        0,
        &expect![[r#"
        Error MemberCount { members: 4 }
        Error FarmerShare { farmers: 3, members: 4 }
        Ok UnitMembers { units: 1, members: 4 }"#]],
    );
    check_membership(0, 0, 0, &expect!["Error MemberCount { members: 0 }"]);
}

proptest! {
    #[test]
    fn the_gravest_come_first_and_every_rule_is_named_by_its_article(
        surplus in -10_000..=10_000_i64,
        opening in 0..=10_000_i64,
        share in 0..=1_000_000_u32,
        retained in 0..=10_000_i64,
        kinds in prop::collection::vec(0..3_usize, 1..40),
    ) {
        let facts = Facts {
            surplus: Money::from_fen(surplus),
            opening_undistributed: Money::from_fen(opening),
            members: kinds.iter().map(|&kind| member(MemberKind::ALL[kind], "1")).collect(),
            ..facts("0.00")
        };
        let scheme = Scheme {
            patronage_share: Rate::from_millionths(share).unwrap(),
            retained: Money::from_fen(retained),
            ..Scheme::default()
        };
        let distribution = distribute(&facts, &scheme).unwrap();
        let findings = of_distribution(&facts, &scheme, &distribution);
        prop_assert!(findings.is_sorted_by_key(Finding::severity));
        let mut rules: Vec<&str> = findings.iter().map(Finding::rule).collect();
        let sourced = |rule: &&str| rule.starts_with("law.art") || rule.starts_with("charter.");
        prop_assert!(rules.iter().all(sourced));
        rules.sort_unstable();
        prop_assert!(rules.windows(2).all(|pair| pair[0] != pair[1]));
        let below = findings.iter().any(|finding| {
            finding.rule() == "law.art44.patronage_floor" && finding.severity() < Severity::Ok
        });
        prop_assert!(share >= 600_000 || distribution.pool == Money::ZERO || below);
    }
}
