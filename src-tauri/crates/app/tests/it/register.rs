//! Villages, cooperatives and members entered one by one.

use app::Problem;
use app::view::register::{CooperativeInput, MemberInput, MemberKindView, VillageInput};

use crate::kit::Trial;

fn village(code: &str) -> VillageInput {
    VillageInput {
        code: code.to_owned(),
        name: "丙寅村".to_owned(),
        township: "东河镇".to_owned(),
        performance_pay: "18800.00".to_owned(),
        joint: true,
    }
}

fn cooperative(code: &str, starts: &str) -> CooperativeInput {
    CooperativeInput {
        code: code.to_owned(),
        name: "幸福鹅养殖专业合作社".to_owned(),
        starts: starts.to_owned(),
        credit_code: None,
        alliance: None,
        line: None,
    }
}

fn member(code: &str, kind: MemberKindView, village: Option<&str>) -> MemberInput {
    MemberInput {
        code: code.to_owned(),
        name: "村民𠮷".to_owned(),
        kind,
        village: village.map(str::to_owned),
        joined: None,
        id_number: None,
        bank_account: None,
    }
}

#[track_caller]
fn check<T>(answer: Result<T, Problem>, code: &str, field: &str) {
    let problem = answer.err().unwrap();
    assert_eq!((problem.code, problem.field.as_deref()), (code, Some(field)));
    assert!(problem.message.zh.ends_with('。'), "{}", problem.message.zh);
    assert!(problem.message.en.ends_with('.'), "{}", problem.message.en);
}

#[test]
fn what_is_entered_is_listed_without_the_blanks_around_it() {
    let trial = Trial::new();
    let mut book = trial.book();
    assert_eq!(book.add_village(village(" V03 ")).unwrap().code, "V03");
    let blank = CooperativeInput {
        credit_code: Some(" ".to_owned()),
        alliance: Some(String::new()),
        ..cooperative("C01", "2025-01")
    };
    let (named, warning) = book.add_cooperative(blank).unwrap();
    assert_eq!((named.code.as_str(), warning), ("C01", None));
    let (named, warning) = book
        .add_member("C01", member("A01", MemberKindView::VillageCollective, Some(" V03")))
        .unwrap();
    assert_eq!((named.code.as_str(), warning), ("A01", None));
    let view = book.cooperatives(Some(2025)).unwrap();
    assert_eq!((view.rows[0].members, view.rows[0].villages), (1, 1));
    assert_eq!((&view.rows[0].credit_code, &view.rows[0].alliance), (&None, &None));
    let members = book.members("C01", None).unwrap();
    assert_eq!(members.rows[0].village.as_ref().unwrap().name, "丙寅村");
    assert_eq!(members.rows[0].initials, "cm𠮷");
}

#[test]
fn a_new_cooperative_has_the_standard_chart() {
    let trial = Trial::new();
    let mut book = trial.book();
    book.add_cooperative(cooperative("C01", "2025-01")).unwrap();
    drop(book);
    let mut trial = trial;
    trial.earn("C01", "2025-03-31", "5.00");
    let view = trial.book().trial_balance("C01", "2025-12-31", None, false).unwrap();
    let rows: Vec<_> = view.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(rows, ["银行存款", "经营收入"]);
}

#[test]
fn what_cannot_be_entered_is_refused_beside_its_field() {
    let trial = Trial::small();
    let mut book = trial.book();
    let before = trial.bytes();
    check(book.add_village(village("V1")), "register.code_exists", "code");
    check(book.add_village(village("  ")), "register.empty", "code");
    let pay = |pay: &str| VillageInput { performance_pay: pay.to_owned(), ..village("V9") };
    check(book.add_village(pay("-1")), "register.amount", "performance_pay");
    check(book.add_village(pay("0.001")), "register.amount", "performance_pay");
    let year = book.add_cooperative(cooperative("C9", "2025"));
    check(year, "period", "starts");
    check(book.add_cooperative(cooperative("C9", "2025-13")), "period", "starts");
    check(book.add_cooperative(cooperative("C1", "2025-01")), "register.code_exists", "code");
    let household = |code| member(code, MemberKindView::Household, None);
    check(book.add_member("C9", household("H9")), "register.unknown", "coop");
    check(book.add_member("C1", household("H1")), "register.code_exists", "code");
    let strange = member("H9", MemberKindView::Household, Some("V9"));
    check(book.add_member("C1", strange), "register.unknown", "village");
    let joined = MemberInput { joined: Some("2025-02-29".to_owned()), ..household("H9") };
    check(book.add_member("C1", joined), "period", "joined");
    let nowhere = member("A9", MemberKindView::VillageCollective, None);
    check(book.add_member("C1", nowhere), "register.village_missing", "village");
    let twice = member("A9", MemberKindView::VillageCollective, Some("V1"));
    check(book.add_member("C1", twice), "register.village_joined", "village");
    drop(book);
    assert!(trial.bytes() == before, "a refusal changed the book");
}

#[test]
fn wrong_numbers_on_papers_are_taken_with_a_warning() {
    let trial = Trial::small();
    let mut book = trial.book();
    let wrong = |id: &str| MemberInput {
        id_number: Some(id.to_owned()),
        ..member("H9", MemberKindView::Household, None)
    };
    let (_, warning) = book.add_member("C1", wrong("110105194912310021")).unwrap();
    assert_eq!(warning.unwrap().zh, "“村民𠮷”的身份证号校验不符，已照录，核对证件");
    let right = MemberInput { code: "H10".to_owned(), ..wrong("11010519491231002X") };
    assert_eq!(book.add_member("C1", right).unwrap().1, None);
    let view = book.member("C1", "H9", None).unwrap();
    assert_eq!(view.id_number.as_deref(), Some("1101**********0021"));
    assert_eq!(view.notes.len(), 1);
    let coop =
        CooperativeInput { credit_code: Some("9".to_owned()), ..cooperative("C9", "2025-01") };
    assert!(book.add_cooperative(coop).unwrap().1.unwrap().zh.contains("统一社会信用代码"));
}

#[test]
fn codes_that_nobody_has_are_named() {
    let trial = Trial::small();
    let mut book = trial.book();
    check(book.cooperative("C9", None), "register.unknown", "coop");
    check(book.members("C9", None), "register.unknown", "coop");
    check(book.member("C1", "H9", None), "register.unknown", "code");
    check(book.trial_balance("C9", "2025-12-31", None, false), "register.unknown", "coop");
    check(book.trial_balance("C1", "2025-13-31", None, false), "period", "at");
    check(book.trial_balance("C1", "2025-12-31", Some("2024-12-31"), false), "report.span", "from");
    check(book.trial_balance("C1", "2025-06-30", Some("2025-07-01"), false), "report.span", "from");
}

#[test]
fn the_trial_balance_narrows_to_a_span_and_opens_at_new_year() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-11-30", "10.00");
    trial.earn("C1", "2026-01-31", "7.00");
    trial.earn("C1", "2026-02-28", "3.00");
    let bank = |at: &str, from: Option<&str>| {
        let view = trial.book().trial_balance("C1", at, from, false).unwrap();
        let row = view.rows.iter().find(|row| row.account == "102").unwrap().clone();
        [row.opening, row.debit, row.credit, row.closing].map(|yuan| yuan.0.to_string())
    };
    assert_eq!(bank("2025-12-31", None), ["0.00", "10.00", "0.00", "10.00"]);
    assert_eq!(bank("2026-12-31", None), ["10.00", "10.00", "0.00", "20.00"]);
    assert_eq!(bank("2026-02-27", None), ["10.00", "7.00", "0.00", "17.00"]);
}

#[test]
fn the_first_years_of_all_can_be_looked_at() {
    let trial = Trial::small();
    let mut book = trial.book();
    assert_eq!(book.targets(Some(1900)).unwrap().villages[0].history.len(), 1);
    assert_eq!(book.district(Some(1901)).unwrap().missed, 2);
    assert_eq!(book.district(Some(1899)).unwrap_err().code, "period");
}
