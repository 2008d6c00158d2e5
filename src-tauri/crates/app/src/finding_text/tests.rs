use domain::appropriation::{Appropriation, Take};
use domain::distribution::{Facts, MemberFacts, Scheme, distribute};
use domain::finding::{Membership, Process, of_distribution, of_membership, of_process};
use domain::member::MemberKind;
use domain::share::Contribution;
use domain::{FiscalYear, Month, Quantity};
use expect_test::expect_file;
use jiff::civil::date;

use super::*;

fn yuan(text: &str) -> Money {
    Money::read(text).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::read(text).unwrap()
}

/// A cooperative of 19 households and one village, all with patronage.
fn facts(surplus: &str) -> Facts {
    let member = |index| MemberFacts {
        kind: if index == 0 { MemberKind::VillageCollective } else { MemberKind::Household },
        contributions: vec![Contribution { made_on: date(2021, 5, 1), amount: yuan("100.00") }],
        reserve: Money::ZERO,
        subsidy: Money::ZERO,
        donation: Money::ZERO,
        patronage: Quantity::read("10").unwrap(),
    };
    Facts {
        year: FiscalYear::new(2025).unwrap(),
        surplus: yuan(surplus),
        opening_deficit: Money::ZERO,
        opening_undistributed: Money::ZERO,
        members: (0..20).map(member).collect(),
    }
}

/// Every sentence there is, each with what leads to it.
struct Sentences(String);

impl Sentences {
    /// What is found about the surplus.
    fn surplus(&mut self, case: &str, facts: &Facts, scheme: &Scheme) {
        let distribution = distribute(facts, scheme).unwrap();
        let mut findings = of_distribution(facts, scheme, &distribution);
        findings.retain(|finding| !["法第十二条", "法第二十条"].contains(&&*article(finding).zh));
        self.add(case, &findings);
    }

    fn membership(&mut self, village_collectives: usize, households: usize) {
        let membership = Membership { village_collectives, households, enterprises: 0 };
        let case = format!("{village_collectives} villages, {households} households");
        self.add(&case, &of_membership(&membership));
    }

    fn add(&mut self, case: &str, findings: &[Finding]) {
        self.0 += &format!("\n# {case}\n");
        for finding in findings {
            let FindingView { severity, article, message, rule } = view(finding);
            self.0 += &format!("{severity:?} {rule}\n  {}　{}\n", article.zh, message.zh);
            self.0 += &format!("  {}: {}\n", article.en, message.en);
        }
    }
}

fn patronage(sentences: &mut Sentences) {
    let half = Scheme { patronage_share: rate("0.5"), ..Scheme::default() };
    sentences.surplus("60 % by patronage", &facts("1000000.00"), &Scheme::default());
    sentences.surplus("50 % by patronage", &facts("1000000.00"), &half);
    let mut with_opening = facts("1000000.00");
    with_opening.opening_undistributed = yuan("500000.00");
    sentences.surplus("50 % by patronage, with a wider base", &with_opening, &half);
    let retained = Scheme { retained: yuan("400000.00"), ..Scheme::default() };
    sentences.surplus("60 % of what is not carried over", &facts("1000000.00"), &retained);
    let mut nobody_traded = facts("1600000.00");
    nobody_traded.members.iter_mut().for_each(|member| member.patronage = Quantity::ZERO);
    sentences.surplus("no dealings", &nobody_traded, &Scheme::default());
}

fn losses(sentences: &mut Sentences) {
    let scheme = Scheme::default();
    let mut loss = facts("-3000.00");
    sentences.surplus("a loss", &loss, &scheme);
    loss.opening_undistributed = yuan("5000.00");
    sentences.surplus("a loss, and more brought forward", &loss, &scheme);
    let mut after_loss = facts("3000.00");
    after_loss.opening_deficit = yuan("5000.00");
    sentences.surplus("a larger loss brought forward", &after_loss, &scheme);
    after_loss.opening_deficit = yuan("1000.00");
    sentences.surplus("a smaller loss brought forward", &after_loss, &scheme);
    sentences.surplus("no surplus", &facts("0.00"), &scheme);
}

fn schemes(sentences: &mut Sentences) {
    let fund = |fund: &str, take| Appropriation { fund: fund.to_owned(), take };
    let funds = vec![
        fund("盈余公积", Take::Rate(rate("0.1"))),
        fund("风险金", Take::Amount(yuan("950.00"))),
    ];
    let greedy = Scheme { appropriations: funds, ..Scheme::default() };
    sentences.surplus("funds that want too much", &facts("1000.00"), &greedy);
    let guaranteed = Scheme { guaranteed_rate: Some(rate("0.25")), ..Scheme::default() };
    sentences.surplus("a guarantee that is too high", &facts("1000.00"), &guaranteed);
    let retained = Scheme { retained: yuan("2000.00"), ..Scheme::default() };
    sentences.surplus("more carried over than there is", &facts("1000.00"), &retained);
}

fn process(sentences: &mut Sentences) {
    let presented =
        |on| Process { presented_on: on, meeting_on: Some(date(2026, 2, 1)), ..Process::default() };
    sentences.add("15 days open", &of_process(&presented(Some(date(2026, 1, 17)))));
    sentences.add("14 days open", &of_process(&presented(Some(date(2026, 1, 18)))));
    sentences.add("never open", &of_process(&presented(None)));
    let months = ["2025-11", "2025-12"].map(|text| Month::read(text).unwrap());
    let open = Process { open_months: months.to_vec(), without_account: 3, ..Process::default() };
    sentences.add("open months and no accounts", &of_process(&open));
}

#[test]
fn every_finding_is_a_sentence_with_its_figures_and_the_way_on() {
    let mut sentences = Sentences("What is found, in both languages.\n".to_owned());
    patronage(&mut sentences);
    losses(&mut sentences);
    schemes(&mut sentences);
    process(&mut sentences);
    for (villages, households) in [(8, 152), (8, 151), (8, 0), (2, 2), (1, 19), (9, 191), (1, 0)] {
        sentences.membership(villages, households);
    }
    expect_file!["sentences.txt"].assert_eq(&sentences.0);
}
