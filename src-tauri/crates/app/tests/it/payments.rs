//! Payments of what distributions gave: in parts, all at once, over two years, by draft where
//! somebody else reviews; what is refused, and the file for the bank.

use std::fs;

use app::import::ImportKind;
use app::view::closing::{PostingDateView, YearCloseInput};
use app::view::payment::{PaymentInput, PaymentsView};
use app::view::share::MemberChangeInput;
use app::{Book, Problem};
use calamine::Reader;
use domain::Money;

use crate::drafts::as_operator;
use crate::kit::{Trial, plain_scheme};

/// A cooperative whose surplus of 2025, 400.00, went to two villages by capital 3 : 1, and is
/// posted on 31 December.
fn posted() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member\n\
         C1,1,2025-01-02,收股金,102,400.00,,\nC1,1,2025-01-02,收股金,301,,300.00,A1\n\
         C1,1,2025-01-02,收股金,301,,100.00,A2\n",
    );
    trial.earn("C1", "2025-06-30", "400.00");
    share_out(&trial, 2025);
    trial
}

fn share_out(trial: &Trial, year: i64) {
    let mut book = trial.book();
    for month in 1..=11 {
        book.close_month("C1", &format!("{year}-{month:02}")).unwrap();
    }
    let input = YearCloseInput { posting_date: PostingDateView::YearEnd, cover: None };
    book.close_year("C1", year, &input).unwrap();
    book.dividend_save("C1", year, &plain_scheme()).unwrap();
    book.dividend_approve("C1", year, "社一号", &format!("{}-01-20", year + 1)).unwrap();
    book.post_distribution("C1", year, None).unwrap();
}

fn input(on: &str, members: &[&str], amount: &str) -> PaymentInput {
    PaymentInput {
        on: on.to_owned(),
        members: members.iter().map(|code| (*code).to_owned()).collect(),
        amount: Some(amount.to_owned()).filter(|text| !text.is_empty()),
        account: None,
    }
}

fn left(view: &PaymentsView) -> Vec<(&str, String, String)> {
    let rows = view.rows.iter().filter(|row| row.sums.dividend.0 > Money::ZERO);
    rows.map(|row| {
        let sums = &row.sums;
        (row.member.code.as_str(), sums.paid.0.to_string(), sums.left.0.to_string())
    })
    .collect()
}

fn of<'a>(code: &'a str, paid: &str, left: &str) -> (&'a str, String, String) {
    (code, paid.to_owned(), left.to_owned())
}

#[test]
fn a_part_is_paid_and_then_all_that_is_left() {
    let trial = posted();
    let mut book = trial.book();
    let view = book.payments("C1", None).unwrap();
    assert_eq!((view.year, view.posted_on.as_str()), (2025, "2025-12-31"));
    assert_eq!(left(&view), [of("A1", "0.00", "300.00"), of("A2", "0.00", "100.00")]);

    let paid = book.pay("C1", 2025, &input("2026-02-01", &["A1"], "120")).unwrap();
    assert_eq!((paid.members, paid.amount.0.to_string()), (1, "120.00".to_owned()));
    assert_eq!(left(&paid.payments)[0], of("A1", "120.00", "180.00"));
    let number = paid.voucher.unwrap();
    let voucher = book.voucher("C1", &number).unwrap();
    assert_eq!(voucher.summary, "发放 2025 年盈余分配　甲村");
    assert_eq!(voucher.lines[0].account, "222");
    assert_eq!(voucher.lines[1].account, "102");

    let all = book.pay("C1", 2025, &input("2026-02-02", &[], "")).unwrap();
    assert_eq!((all.members, all.amount.0.to_string()), (2, "280.00".to_owned()));
    assert_eq!(all.payments.totals.left.0, Money::ZERO);
    assert_eq!(book.dividend("C1", 2025).unwrap().unpaid.unwrap().0, Money::ZERO);
    // What was paid by mistake and taken back is owed again.
    book.reverse_voucher("C1", &number, "2026-02-03", "付错").unwrap();
    let view = book.payments("C1", Some(2025)).unwrap();
    assert_eq!(left(&view)[0], of("A1", "180.00", "120.00"));
    assert!(book.check(None).unwrap().holds);
}

fn refused(book: &mut Book, input: &PaymentInput) -> Problem {
    book.pay("C1", 2025, input).unwrap_err()
}

#[test]
fn nobody_is_paid_twice_or_more_than_is_owed() {
    let trial = posted();
    let mut book = trial.book();
    let before = trial.bytes();
    let too_much = refused(&mut book, &input("2026-02-01", &["A2"], "100.01"));
    assert_eq!(too_much.code, "payment.too_much");
    assert!(too_much.message.zh.contains("还有 100.00 没发，要发 100.01，多了 0.01"));
    let cases = [
        (input("2026-02-01", &["A2"], "0"), "payment.amount"),
        (input("2026-02-01", &["A2"], "-5"), "payment.amount"),
        (input("2026-02-01", &["A2"], "很多"), "payment.amount"),
        (input("2026-02-01", &["A1", "A2"], "5"), "payment.one_member"),
        (input("2026-02-01", &["Z9"], ""), "payment.unknown"),
        (input("2025-12-30", &["A2"], ""), "payment.before_posting"),
        (
            PaymentInput { account: Some("501".into()), ..input("2026-02-01", &[], "") },
            "payment.account",
        ),
        // Nobody has capital in the village that never paid in.
        (input("2026-02-01", &["H1"], ""), "payment.unknown"),
    ];
    for (wrong, code) in cases {
        let problem = refused(&mut book, &wrong);
        assert!(
            problem.code == code || (code == "payment.unknown" && problem.code == "payment.paid"),
            "{wrong:?}: {}",
            problem.code
        );
    }
    assert_eq!(
        book.pay("C2", 2025, &input("2026-02-01", &[], "")).unwrap_err().code,
        "payment.not_posted"
    );
    assert_eq!(trial.bytes(), before);

    book.pay("C1", 2025, &input("2026-02-01", &["A2"], "")).unwrap();
    assert_eq!(refused(&mut book, &input("2026-02-02", &["A2"], "")).code, "payment.paid");
    book.pay("C1", 2025, &input("2026-02-02", &[], "")).unwrap();
    assert_eq!(refused(&mut book, &input("2026-02-03", &[], "")).code, "payment.nothing");
}

#[test]
fn where_somebody_else_reviews_a_payment_is_a_draft_and_counts_as_spoken_for() {
    let trial = posted();
    as_operator(&trial, "甲").set_review(true).unwrap();
    let mut book = as_operator(&trial, "甲");
    let made = book.pay("C1", 2025, &input("2026-02-01", &["A1"], "")).unwrap();
    let draft = made.draft.unwrap();
    assert_eq!(made.voucher, None);
    assert_eq!(left(&made.payments)[0], of("A1", "0.00", "0.00"));
    let twice = refused(&mut book, &input("2026-02-01", &["A1"], "1"));
    assert!(twice.message.zh.contains("300.00 已经在草稿里"), "{}", twice.message.zh);
    let mut other = as_operator(&trial, "乙");
    other.review_draft(draft.id).unwrap();
    other.post_draft(draft.id).unwrap();
    let view = other.payments("C1", None).unwrap();
    assert_eq!(left(&view)[0], of("A1", "300.00", "0.00"));
}

#[test]
fn the_oldest_year_is_paid_first() {
    let mut trial = posted();
    trial.book().pay("C1", 2025, &input("2026-02-01", &["A1"], "100")).unwrap();
    trial.earn("C1", "2026-06-30", "40.00");
    share_out(&trial, 2026);
    let mut book = trial.book();
    let view = book.payments("C1", Some(2026)).unwrap();
    assert_eq!(view.years, [2025, 2026]);
    let row = &view.rows[0];
    assert_eq!(row.sums.earlier.0.to_string(), "200.00");
    assert_eq!(row.sums.left.0.to_string(), "230.00");
    book.pay("C1", 2026, &input("2027-02-01", &["A1"], "210")).unwrap();
    let view = book.payments("C1", Some(2026)).unwrap();
    assert_eq!(
        (view.rows[0].sums.paid.0.to_string(), view.rows[0].sums.earlier.0),
        ("10.00".into(), Money::ZERO)
    );
    let older = book.payments("C1", Some(2025)).unwrap();
    assert_eq!(left(&older)[0], of("A1", "300.00", "0.00"));
}

#[test]
fn the_file_for_the_bank_keeps_zeros_in_front_and_sums_up() {
    let trial = posted();
    let mut book = trial.book();
    let xlsx = trial.beside("代发.xlsx");
    assert_eq!(book.save_bank_file("C1", 2025, &xlsx).unwrap_err().code, "payment.no_accounts");
    drop(book);
    // Another village joins with an account.
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Members,
        "coop,code,name,kind,bank_account\nC1,B1,户甲,household,0062170001\n",
    );
    trial.take(ImportKind::Contributions, "coop,member,date,amount\nC1,B1,2025-01-02,400.00\n");
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member\n\
         C1,1,2025-01-02,收股金,102,800.00,,\nC1,1,2025-01-02,收股金,301,,300.00,A1\n\
         C1,1,2025-01-02,收股金,301,,100.00,A2\nC1,1,2025-01-02,收股金,301,,400.00,B1\n",
    );
    trial.earn("C1", "2025-06-30", "800.00");
    share_out(&trial, 2025);
    let mut book = trial.book();
    let bank = MemberChangeInput {
        on: "2025-12-01".to_owned(),
        reason: "补登开户行".to_owned(),
        bank_name: Some("农商行东河支行".to_owned()),
        ..MemberChangeInput::default()
    };
    book.change_member("C1", "B1", &bank).unwrap();
    let written = book.save_bank_file("C1", 2025, &trial.beside("代发.csv")).unwrap();
    assert_eq!((written.payments, written.amount.0.to_string()), (1, "400.00".to_owned()));
    let names: Vec<&str> = written.without_account.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(names, ["A1", "A2"]);
    let csv = fs::read_to_string(trial.beside("代发.csv")).unwrap();
    assert_eq!(
        csv,
        "\u{feff}序号,户名,账号,开户行,金额,用途\r\n\
         1,户甲,0062170001,农商行东河支行,400.00,2025年盈余分配\r\n,合计 1 笔,,,400.00,\r\n"
    );
    let path = trial.beside("代发.xlsx");
    book.save_bank_file("C1", 2025, &path).unwrap();
    let mut workbook = calamine::open_workbook_auto(path).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    assert!(range.used_cells().any(|(_, _, cell)| *cell == *"0062170001"));
    let problem = book.save_bank_file("C1", 2025, &trial.beside("代发.txt")).unwrap_err();
    assert_eq!(problem.code, "ledger.ending");
}

#[test]
fn the_sheet_to_sign_has_a_line_for_each_member_that_is_owed() {
    let trial = posted();
    let mut book = trial.book();
    book.pay("C1", 2025, &input("2026-02-01", &["A2"], "40.00")).unwrap();
    let path = trial.beside("领款.xlsx");
    book.save_payment_sheet("C1", 2025, &path).unwrap();
    let mut workbook = calamine::open_workbook_auto(&path).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &calamine::Data| cell.to_string();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(text).collect()).collect();
    let of = |code: &str| rows.iter().find(|row| row.get(1).is_some_and(|cell| cell == code));
    let (first, second) = (of("A1").unwrap(), of("A2").unwrap());
    assert_eq!(first[3..7], ["0", "300", "0", "300"]);
    assert_eq!(second[3..7], ["0", "100", "40", "60"]);
    let total = rows.iter().find(|row| row.iter().any(|cell| cell == "合计 2 人")).unwrap();
    assert_eq!(total[3..7], ["0", "400", "40", "360"]);
    book.save_payment_sheet("C1", 2025, &trial.beside("领款.pdf")).unwrap();
    let wrong = book.save_payment_sheet("C1", 2025, &trial.beside("领款.csv")).unwrap_err();
    assert_eq!(wrong.code, "ledger.ending");
    let over = book.save_payment_sheet("C1", 2025, &trial.path()).unwrap_err();
    assert_eq!(over.code, "paper.over_book");
    // Once all is paid there is nothing to sign for.
    book.pay("C1", 2025, &input("2026-02-02", &[], "")).unwrap();
    let done = book.save_payment_sheet("C1", 2025, &path).unwrap_err();
    assert_eq!(done.code, "payment.nothing");
}
