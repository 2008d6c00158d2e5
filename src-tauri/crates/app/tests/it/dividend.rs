//! From the books to a draft, and from a draft to what the members' meeting approved.

use app::import::ImportKind;
use app::view::district::DistributionStatus;
use app::view::dividend::{AppropriationInput, DividendView, SchemeInput};

use crate::kit::{Trial, plain_scheme};

fn totals(view: &DividendView) -> Vec<String> {
    view.members.iter().map(|member| member.total.0.to_string()).collect()
}

fn reserve(rate: &str) -> SchemeInput {
    let reserve = AppropriationInput {
        fund: "盈余公积".to_owned(),
        rate: Some(rate.to_owned()),
        amount: None,
    };
    SchemeInput { appropriations: vec![reserve], ..plain_scheme() }
}

/// A cooperative with a surplus of 1,000.00, shared out by capital 300 : 100.
fn with_surplus() -> Trial {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "1000.00");
    trial
}

fn approved() -> Trial {
    let trial = with_surplus();
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "社〔2026〕1号", "2026-01-18").unwrap();
    drop(book);
    trial
}

#[test]
fn without_a_draft_the_default_scheme_is_shown_and_nothing_is_saved() {
    let trial = with_surplus();
    let before = trial.bytes();
    let view = trial.book().dividend("C1", 2025).unwrap();
    assert_eq!((view.status, view.trial), (DistributionStatus::None, false));
    assert_eq!(totals(&view), ["750.00", "250.00", "0.00"]);
    assert!(trial.bytes() == before);
}

#[test]
fn a_draft_follows_the_books_until_it_is_approved() {
    let mut trial = with_surplus();
    let view = trial.book().dividend_save("C1", 2025, &reserve("0.1")).unwrap();
    assert_eq!(
        (view.status, totals(&view)),
        (
            DistributionStatus::Draft,
            vec!["675.00".to_owned(), "225.00".to_owned(), "0.00".to_owned()]
        )
    );
    trial.earn("C1", "2025-12-31", "500.00");
    let csv = "coop,member,date,amount\nC1,H1,2025-07-01,400.00\n";
    trial.take(ImportKind::Contributions, csv);
    let view = trial.book().dividend("C1", 2025).unwrap();
    assert_eq!(view.surplus.0.to_string(), "1500.00");
    assert_eq!(totals(&view), ["506.25", "168.75", "675.00"]);
}

#[test]
fn trying_another_scheme_compares_and_changes_nothing() {
    let trial = with_surplus();
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    drop(book);
    let before = trial.bytes();
    let view = trial.book().dividend_try("C1", 2025, &reserve("0.1")).unwrap();
    assert!(view.trial);
    assert_eq!(totals(&view), ["675.00", "225.00", "0.00"]);
    let differences = view.members.iter().map(|member| member.difference.unwrap().0.to_string());
    assert_eq!(differences.collect::<Vec<_>>(), ["-75.00", "-25.00", "0.00"]);
    assert_eq!(view.plan.unwrap().pool.0.to_string(), "1000.00");
    assert!(trial.bytes() == before);
}

#[test]
fn what_was_approved_stays_whatever_happens_in_the_books() {
    let mut trial = approved();
    let before = trial.book().dividend("C1", 2025).unwrap();
    trial.earn("C1", "2025-12-31", "9000.00");
    let csv = "coop,member,date,amount\nC1,H1,2025-01-02,40000.00\n";
    trial.take(ImportKind::Contributions, csv);
    let csv = "coop,member,date,product,quantity,unit,amount\nC1,H1,2025-03-01,羊,1,只,800.00\n";
    trial.take(ImportKind::Deliveries, csv);
    trial.take(ImportKind::Members, "coop,code,name,kind\nC1,H2,村民003,household\n");
    let mut book = trial.book();
    let after = book.dividend("C1", 2025).unwrap();
    assert_eq!(after.findings[0].rule, "books.changed_since_approval");
    assert!(after.findings[0].message.zh.contains("10,000.00"));
    let figures = |view: DividendView| DividendView { findings: Vec::new(), ..view };
    assert_eq!(figures(after), figures(before));
    // Of the slips only the check code is another one.
    assert_eq!(book.print_choices("C1", 2025).unwrap().total.0.to_string(), "1000.00");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn an_approved_year_is_neither_approved_nor_drafted_again() {
    let trial = approved();
    let before = trial.bytes();
    let mut book = trial.book();
    let again = [
        book.dividend_approve("C1", 2025, "社〔2026〕2号", "2026-02-18").unwrap_err(),
        book.dividend_save("C1", 2025, &reserve("0.1")).unwrap_err(),
        book.dividend_try("C1", 2025, &reserve("0.1")).unwrap_err(),
    ];
    drop(book);
    for problem in again {
        assert_eq!(problem.code, "distribution.approved");
        assert!(problem.message.zh.contains("社〔2026〕1号（2026-01-18）"));
    }
    assert!(trial.bytes() == before);
}

#[test]
fn an_approval_needs_a_draft_a_resolution_and_a_year_that_has_ended() {
    let trial = with_surplus();
    let mut book = trial.book();
    let mut refused = |number: &str, on: &str| {
        let problem = book.dividend_approve("C1", 2025, number, on).unwrap_err();
        (problem.code, problem.field)
    };
    let field = |field: &str| Some(field.to_owned());
    assert_eq!(refused("1号", "2026-01-18"), ("distribution.no_draft", None));
    assert_eq!(refused(" ", "2026-01-18"), ("distribution.resolution", field("resolution")));
    let early = ("distribution.resolution_too_early", field("on"));
    assert_eq!(refused("1号", "2025-12-31"), early);
    assert_eq!(refused("1号", "2026-02-30"), ("period", field("on")));
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    assert_eq!(book.dividend("C1", 2025).unwrap().status, DistributionStatus::Draft);
    book.dividend_approve("C1", 2025, "1号", "2026-01-01").unwrap();
}

#[test]
fn a_scheme_that_cannot_be_read_is_refused_at_its_field() {
    let trial = with_surplus();
    let mut book = trial.book();
    let mut refused = |scheme: SchemeInput| {
        let problem = book.dividend_save("C1", 2025, &scheme).unwrap_err();
        (problem.code, problem.field.unwrap())
    };
    let share = |text: &str| SchemeInput { patronage_share: text.to_owned(), ..plain_scheme() };
    assert_eq!(refused(share("1.01")), ("scheme.rate", "patronage_share".to_owned()));
    assert_eq!(refused(share("-0.1")), ("scheme.rate", "patronage_share".to_owned()));
    assert_eq!(refused(share("60%")), ("scheme.number", "patronage_share".to_owned()));
    assert_eq!(refused(share("")), ("scheme.number", "patronage_share".to_owned()));
    let kept = |text: &str| SchemeInput { retained: text.to_owned(), ..plain_scheme() };
    assert_eq!(refused(kept("-0.01")), ("scheme.number", "retained".to_owned()));
    assert_eq!(refused(kept("0.001")), ("scheme.number", "retained".to_owned()));
    assert_eq!(refused(reserve("1.1")), ("scheme.rate", "appropriations[0].rate".to_owned()));
    let mut nameless = reserve("0.1");
    nameless.appropriations[0].fund = " ".to_owned();
    assert_eq!(refused(nameless), ("scheme.fund", "appropriations[0].fund".to_owned()));
    let mut both = reserve("0.1");
    both.appropriations[0].amount = Some("5".to_owned());
    assert_eq!(refused(both), ("scheme.take", "appropriations[0].rate".to_owned()));
}

#[test]
fn a_cooperative_without_members_or_capital_has_nothing_to_share_by() {
    let mut trial = with_surplus();
    trial.earn("C2", "2025-06-30", "10.00");
    let mut book = trial.book();
    let problem = book.dividend_save("C2", 2025, &plain_scheme()).unwrap_err();
    assert_eq!(problem.code, "distribution.nothing_to_share_by");
    assert!(problem.message.zh.contains("10.00"));
    assert_eq!(book.dividend("C9", 2025).unwrap_err().code, "register.unknown");
    assert_eq!(book.dividend("C1", 1800).unwrap_err().code, "period");
}

#[test]
fn who_joins_after_the_record_date_takes_no_part() {
    let mut trial = with_surplus();
    let csv = "coop,code,name,kind,joined\nC1,H8,年内,household,2025-12-31\n\
               C1,H9,年后,household,2026-01-01\n";
    trial.take(ImportKind::Members, csv);
    let view = trial.book().dividend("C1", 2025).unwrap();
    let codes: Vec<_> = view.members.iter().map(|member| member.code.as_str()).collect();
    assert_eq!(codes, ["A1", "A2", "H1", "H8"]);
    assert_eq!(trial.book().dividend("C1", 2026).unwrap().members.len(), 5);
}

#[test]
fn a_village_s_approved_dividend_is_its_income_and_a_draft_is_not() {
    let trial = with_surplus();
    let income = |trial: &Trial| trial.book().district(Some(2025)).unwrap().villages[0].income.0;
    trial.book().dividend_save("C1", 2025, &plain_scheme()).unwrap();
    assert_eq!(income(&trial).to_string(), "0.00");
    trial.book().dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
    assert_eq!(income(&trial).to_string(), "750.00");
}

#[test]
fn property_from_the_state_is_shared_equally_and_the_reserve_is_noted() {
    let mut trial = with_surplus();
    let csv = "coop,voucher,date,summary,account,debit,credit\n\
               C1,9,2025-03-01,国家补助,102,1200.00,\nC1,9,2025-03-01,国家补助,311,,1200.00\n";
    trial.take(ImportKind::Vouchers, csv);
    let view = trial.book().dividend("C1", 2025).unwrap();
    // Capital 300, 100 and 0, each with 400 of the property: 700 : 500 : 400.
    assert_eq!(totals(&view), ["437.50", "312.50", "250.00"]);
    let parts = &view.members[0].working[0].base_parts;
    let names: Vec<_> = parts.iter().map(|part| (part.name.zh.as_str(), &*part.amount)).collect();
    assert_eq!(names, [("出资", "300.00"), ("国家补助份额", "400.00")]);
}

#[test]
fn the_working_of_a_share_can_be_done_by_hand() {
    let trial = Trial::demo();
    let view = trial.book().dividend("C01", 2025).unwrap();
    let working = &view.members[0].working[0];
    let shown = (
        working.pool_amount.0.to_string(),
        &*working.base,
        &*working.base_sum,
        working.whole.0.to_string(),
        &*working.remainder,
        working.fen_moved,
    );
    let expected = (
        "1600000.00".to_owned(),
        "125,000.00",
        "1,015,200.00",
        "197005.51".to_owned(),
        "0.615",
        true,
    );
    assert_eq!(shown, expected);
}
