//! The life of a distribution: put before the meeting, taken back, approved, posted, reversed with
//! a reason, and the year run anew.

use app::import::ImportKind;
use app::view::closing::{PostingDateView, YearCloseInput};
use app::view::district::DistributionStatus;
use app::view::dividend::DividendView;
use app::view::payment::PaymentInput;
use calamine::Reader;

use crate::drafts::as_operator;
use crate::kit::{Trial, plain_scheme};

/// A surplus of 400.00 in 2025 for two villages with capital 3 : 1, and its draft.
fn drafted() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member\n\
         C1,1,2025-01-02,收股金,102,400.00,,\nC1,1,2025-01-02,收股金,301,,300.00,A1\n\
         C1,1,2025-01-02,收股金,301,,100.00,A2\n",
    );
    trial.earn("C1", "2025-06-30", "400.00");
    trial.book().dividend_save("C1", 2025, &plain_scheme()).unwrap();
    trial
}

/// The same, closed with its distribution to come, approved and posted on 31 December.
fn posted() -> Trial {
    let trial = drafted();
    close(&trial, PostingDateView::YearEnd);
    let mut book = trial.book();
    book.dividend_approve("C1", 2025, "社一号", "2026-01-20").unwrap();
    book.post_distribution("C1", 2025, None).unwrap();
    drop(book);
    trial
}

fn close(trial: &Trial, posting_date: PostingDateView) {
    trial.close_through("C1", "2025-11");
    trial.book().close_year("C1", 2025, &YearCloseInput { posting_date, cover: None }).unwrap();
}

fn rules(view: &DividendView) -> Vec<&str> {
    let open = view.findings.iter().filter(|finding| finding.rule == "law.art40.plan_open");
    open.map(|finding| finding.message.zh.as_str()).collect()
}

#[test]
fn what_was_put_before_the_meeting_is_approved_as_it_was() {
    let trial = drafted();
    let mut book = trial.book();
    let view = book.dividend_present("C1", 2025, "2026-01-05", Some("2026-01-20")).unwrap();
    assert_eq!(view.status, DistributionStatus::Presented);
    assert_eq!(view.presented_on.as_deref(), Some("2026-01-05"));
    assert_eq!(rules(&view), ["方案 2026-01-05 提交，2026-01-20 开会，备查 15 天。"]);
    let before = trial.bytes();
    let saved = book.dividend_save("C1", 2025, &plain_scheme()).unwrap_err();
    assert_eq!(saved.code, "distribution.approved");
    assert!(saved.message.zh.contains("先撤回"), "{}", saved.message.zh);
    let tried = book.dividend_try("C1", 2025, &plain_scheme()).unwrap_err();
    assert_eq!(tried.code, "distribution.approved");
    let again = book.dividend_present("C1", 2025, "2026-01-06", None).unwrap_err();
    assert_eq!(again.code, "distribution.approved");
    let early = book.dividend_approve("C1", 2025, "社一号", "2026-01-04").unwrap_err();
    assert_eq!(early.code, "distribution.before_presentation");
    assert_eq!(trial.bytes(), before);
    let approved = book.dividend_approve("C1", 2025, "社一号", "2026-01-18").unwrap();
    assert_eq!(approved.status, DistributionStatus::Approved);
    assert_eq!(approved.members[0].total.0.to_string(), "300.00");
    assert!(rules(&approved)[0].contains("只备查 13 天"), "{:?}", rules(&approved));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_surplus_that_changed_since_is_not_approved_unseen() {
    let mut trial = drafted();
    trial.book().dividend_present("C1", 2025, "2026-01-05", None).unwrap();
    trial.earn("C1", "2025-12-30", "100.00");
    let mut book = trial.book();
    let changed = book.dividend_approve("C1", 2025, "社一号", "2026-01-20").unwrap_err();
    assert_eq!(changed.code, "distribution.books_changed");
    let said = &changed.message.zh;
    assert!(said.contains("400.00") && said.contains("500.00"), "{said}");
    let back = book.dividend_withdraw("C1", 2025, "十二月补记收入").unwrap();
    assert_eq!(
        (back.status, back.surplus.0.to_string().as_str()),
        (DistributionStatus::Draft, "500.00")
    );
    let twice = book.dividend_withdraw("C1", 2025, "再撤").unwrap_err();
    assert_eq!(twice.code, "distribution.not_presented");
    book.dividend_present("C1", 2025, "2026-01-08", None).unwrap();
    let approved = book.dividend_approve("C1", 2025, "社一号", "2026-01-24").unwrap();
    assert_eq!(approved.pool.0.to_string(), "500.00");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn days_that_cannot_be_are_refused_and_change_nothing() {
    let trial = drafted();
    let mut book = trial.book();
    let before = trial.bytes();
    let refused = [
        ("2025-12-31", None, "distribution.presented_too_early"),
        ("2032-01-01", None, "distribution.resolution_too_late"),
        ("正月", None, "period"),
        ("2026-01-05", Some("2026-01-04"), "distribution.meeting_before"),
    ];
    for (on, meeting, code) in refused {
        let problem = book.dividend_present("C1", 2025, on, meeting).unwrap_err();
        assert_eq!(problem.code, code, "{}", problem.message.zh);
    }
    assert_eq!(
        book.dividend_present("C1", 2026, "2027-01-05", None).unwrap_err().code,
        "distribution.no_draft"
    );
    let reversed = book.dividend_reverse("C1", 2025, "2026-02-01", "算错").unwrap_err();
    assert_eq!(reversed.code, "distribution.not_approved");
    assert_eq!(trial.bytes(), before);
}

#[test]
fn a_wrong_distribution_is_reversed_whole_and_the_year_run_anew() {
    let trial = posted();
    let mut book = trial.book();
    let pay = PaymentInput {
        on: "2026-02-03".to_owned(),
        members: vec!["A2".to_owned()],
        amount: None,
        account: None,
    };
    let paid = book.pay("C1", 2025, &pay).unwrap().voucher.unwrap();
    let before = trial.bytes();
    let refused = book.dividend_reverse("C1", 2025, "2026-02-10", "股金算错").unwrap_err();
    assert_eq!(refused.code, "distribution.paid");
    assert!(refused.message.zh.contains("已发放 100.00"), "{}", refused.message.zh);
    assert_eq!(trial.bytes(), before);
    book.reverse_voucher("C1", &paid, "2026-02-09", "分配要重做").unwrap();
    let reversed = book.dividend_reverse("C1", 2025, "2026-02-10", "股金算错").unwrap();
    assert_eq!(reversed.status, DistributionStatus::None);
    let run = &reversed.reversed[0];
    assert_eq!(
        (run.run, run.resolution.as_str(), run.reversed_on.as_str()),
        (1, "社一号", "2026-02-10")
    );
    // Nothing is owed, and the surplus stands on 332 again.
    assert_eq!(balance(&trial, "222"), "0.00");
    assert_eq!(balance(&trial, "332"), "-400.00");
    assert!(book.check(None).unwrap().holds);

    // The next run begins with the scheme of the one before.
    let mut scheme = plain_scheme();
    assert_eq!(reversed.scheme.patronage_share, "0.6");
    scheme.retained = "100".to_owned();
    book.dividend_save("C1", 2025, &scheme).unwrap();
    book.dividend_approve("C1", 2025, "社二号", "2026-02-15").unwrap();
    let posting = book.post_distribution("C1", 2025, Some("2026-02-16")).unwrap();
    assert_eq!(posting.date, "2026-02-16");
    let again = book.dividend("C1", 2025).unwrap();
    assert_eq!(
        (again.unpaid.unwrap().0.to_string(), again.reversed.len()),
        ("300.00".to_owned(), 1)
    );
    assert_eq!(balance(&trial, "222"), "-300.00");
    // The next year begins with what was kept, whichever year the vouchers are of.
    assert_eq!(book.dividend("C1", 2026).unwrap().opening_undistributed.0.to_string(), "100.00");
    assert!(book.check(None).unwrap().holds);
}

/// What stands on an account and below it, debit above zero.
fn balance(trial: &Trial, top: &str) -> String {
    let view = trial.book().trial_balance("C1", "2026-12-31", None, false).unwrap();
    let own = view.rows.iter().filter(|row| row.account.starts_with(top));
    own.map(|row| row.closing.0).sum::<domain::Money>().to_string()
}

#[test]
fn what_was_reversed_is_there_for_the_next_year() {
    let trial = posted();
    let mut book = trial.book();
    assert_eq!(book.dividend("C1", 2026).unwrap().opening_undistributed.0.to_string(), "0.00");
    book.dividend_reverse("C1", 2025, "2026-02-10", "大会撤销决议").unwrap();
    assert_eq!(book.dividend("C1", 2026).unwrap().opening_undistributed.0.to_string(), "400.00");
    // A new run that is approved and not posted yet takes it along.
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "社二号", "2026-02-15").unwrap();
    assert_eq!(book.dividend("C1", 2026).unwrap().opening_undistributed.0.to_string(), "0.00");
}

#[test]
fn a_resolution_that_was_annulled_before_posting_is_reversed_without_vouchers() {
    let trial = drafted();
    let mut book = trial.book();
    book.dividend_approve("C1", 2025, "社一号", "2026-01-20").unwrap();
    let early = book.dividend_reverse("C1", 2025, "2026-01-19", "撤销").unwrap_err();
    assert_eq!(early.code, "distribution.before_presentation");
    let why = book.dividend_reverse("C1", 2025, "2026-01-25", " ").unwrap_err();
    assert_eq!(why.code, "closing.reason");
    let view = book.dividend_reverse("C1", 2025, "2026-01-25", "大会撤销决议").unwrap();
    assert_eq!((view.status, view.reversed.len()), (DistributionStatus::None, 1));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_distribution_is_reversed_on_an_open_day_or_not_at_all() {
    let trial = posted();
    let mut book = trial.book();
    book.close_month("C1", "2026-01").unwrap();
    let before = trial.bytes();
    let refused = book.dividend_reverse("C1", 2025, "2026-01-25", "算错").unwrap_err();
    assert!(refused.message.zh.contains("2026-01"), "{}", refused.message.zh);
    assert_eq!(trial.bytes(), before);
    assert_eq!(balance(&trial, "222"), "-400.00");
}

#[test]
fn where_somebody_else_reviews_the_vouchers_are_reversed_one_by_one_first() {
    let trial = posted();
    trial.book().set_review(true).unwrap();
    let mut book = trial.book();
    let refused = book.dividend_reverse("C1", 2025, "2026-02-10", "算错").unwrap_err();
    assert_eq!(refused.code, "distribution.wants_review");
    assert!(refused.message.zh.contains("2025-12"), "{}", refused.message.zh);
    for number in book.dividend("C1", 2025).unwrap().posted {
        let red = book.reverse_voucher("C1", &number, "2026-02-10", "算错").unwrap();
        let draft = red.draft.unwrap().id;
        as_operator(&trial, "审核").review_draft(draft).unwrap();
        book.post_draft(draft).unwrap();
    }
    let view = book.dividend_reverse("C1", 2025, "2026-02-10", "算错").unwrap();
    assert_eq!(view.status, DistributionStatus::None);
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn the_plan_on_paper_says_how_far_it_is_and_adds_up() {
    let trial = drafted();
    let mut book = trial.book();
    let path = trial.beside("方案.xlsx");
    let rows = |book: &mut app::Book| -> Vec<Vec<String>> {
        book.save_plan("C1", 2025, &path).unwrap();
        let mut workbook = calamine::open_workbook_auto(&path).unwrap();
        let range = workbook.worksheet_range_at(0).unwrap().unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let says =
        |rows: &[Vec<String>], text: &str| rows.iter().flatten().any(|cell| cell.contains(text));
    let draft = rows(&mut book);
    assert!(says(&draft, "草案，还没有提交成员大会"));
    let total = draft.iter().find(|row| row.iter().any(|cell| cell == "合计 3 名")).unwrap();
    assert_eq!(total[2..9], ["400", "0", "0", "0", "0", "400", "400"]);
    book.dividend_present("C1", 2025, "2026-01-05", None).unwrap();
    assert!(says(&rows(&mut book), "2026-01-05 提交成员大会"));
    book.dividend_approve("C1", 2025, "社一号", "2026-01-18").unwrap();
    let approved = rows(&mut book);
    assert!(says(&approved, "决议 社一号") && says(&approved, "只备查 13 天"));
    book.save_plan("C1", 2025, &trial.beside("方案.pdf")).unwrap();
    let none = book.save_plan("C1", 2026, &path).unwrap_err();
    assert_eq!(none.code, "distribution.no_draft");
}

#[test]
fn shares_that_changed_since_are_not_approved_unseen() {
    let mut trial = drafted();
    trial.book().dividend_present("C1", 2025, "2026-01-05", None).unwrap();
    trial.take(ImportKind::Contributions, "coop,member,date,amount\nC1,A2,2025-03-02,200.00\n");
    let before = trial.bytes();
    let mut book = trial.book();
    let changed = book.dividend_approve("C1", 2025, "社一号", "2026-01-20").unwrap_err();
    assert_eq!(changed.code, "distribution.books_changed");
    let said = &changed.message.zh;
    assert!(said.contains("A1 甲村 提交时分得 300.00"), "{said}");
    assert!(said.contains("是 200.00（共 2 名成员不同）"), "{said}");
    assert_eq!(trial.bytes(), before);
    book.dividend_withdraw("C1", 2025, "补登乙村出资").unwrap();
    book.dividend_present("C1", 2025, "2026-01-08", None).unwrap();
    let approved = book.dividend_approve("C1", 2025, "社一号", "2026-01-24").unwrap();
    assert_eq!(approved.members[0].total.0.to_string(), "200.00");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn what_an_earlier_year_took_since_is_not_shared_out_again() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "400.00");
    trial.earn("C1", "2026-06-30", "100.00");
    let mut book = trial.book();
    book.dividend_save("C1", 2026, &plain_scheme()).unwrap();
    let shown = book.dividend_present("C1", 2026, "2027-01-05", None).unwrap();
    assert_eq!(shown.pool.0.to_string(), "500.00");
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "社一号", "2027-01-06").unwrap();
    let before = trial.bytes();
    let changed = book.dividend_approve("C1", 2026, "社二号", "2027-01-20").unwrap_err();
    assert_eq!(changed.code, "distribution.books_changed");
    let said = &changed.message.zh;
    assert!(said.contains("提交时是 400.00，账上现在是 0.00"), "{said}");
    assert_eq!(trial.bytes(), before);
    book.dividend_withdraw("C1", 2026, "2025 年先分").unwrap();
    book.dividend_present("C1", 2026, "2027-01-08", None).unwrap();
    let approved = book.dividend_approve("C1", 2026, "社二号", "2027-01-24").unwrap();
    assert_eq!(approved.pool.0.to_string(), "100.00");
}

#[test]
fn taking_the_vouchers_back_one_by_one_does_not_hide_what_was_paid() {
    let trial = posted();
    let mut book = trial.book();
    let pay = PaymentInput {
        on: "2026-02-03".to_owned(),
        members: vec!["A2".to_owned()],
        amount: None,
        account: None,
    };
    let paid = book.pay("C1", 2025, &pay).unwrap().voucher.unwrap();
    for number in book.dividend("C1", 2025).unwrap().posted {
        book.reverse_voucher("C1", &number, "2026-02-10", "算错").unwrap();
    }
    let before = trial.bytes();
    let refused = book.dividend_reverse("C1", 2025, "2026-02-11", "算错").unwrap_err();
    assert_eq!(refused.code, "distribution.paid");
    assert!(refused.message.zh.contains("已发放 100.00"), "{}", refused.message.zh);
    assert_eq!(trial.bytes(), before);
    book.reverse_voucher("C1", &paid, "2026-02-10", "分配要重做").unwrap();
    let view = book.dividend_reverse("C1", 2025, "2026-02-11", "算错").unwrap();
    assert_eq!((view.status, view.reversed.len()), (DistributionStatus::None, 1));
    assert_eq!(balance(&trial, "222"), "0.00");
    assert!(book.check(None).unwrap().holds);
}
