//! The bank's statement beside the books: what is found by itself, what is open at a month's end
//! and later, and what is refused.

use std::fs;

use app::import::ImportKind;
use app::view::bank::BankTakenView;
use app::{Book, Problem};

use crate::kit::Trial;

const AT: (&str, &str, &str) = ("C1", "102", "2025-01");

/// A cooperative with money in and out over two months.
fn books() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit\n\
         C1,1,2025-01-03,卖鹅,102,500.00,\nC1,1,2025-01-03,卖鹅,501,,500.00\n\
         C1,2,2025-01-05,买料,521,80.00,\nC1,2,2025-01-05,买料,102,,80.00\n\
         C1,3,2025-01-30,支票付款,521,70.00,\nC1,3,2025-01-30,支票付款,102,,70.00\n\
         C1,4,2025-02-10,卖鹅,102,300.00,\nC1,4,2025-02-10,卖鹅,501,,300.00\n",
    );
    trial
}

fn take(trial: &Trial, name: &str, lines: &str) -> Result<BankTakenView, Problem> {
    let path = trial.beside(name);
    fs::write(&path, format!("交易日期,摘要,收入,支出,余额\n{lines}")).unwrap();
    trial.book().take_bank_statement("C1", None, &path)
}

const JANUARY: &str = "2025-01-04,货款,500.00,,500.00\n2025-01-06,饲料,,80.00,420.00\n\
                       2025-01-31,结息,1.25,,421.25\n";

fn difference(book: &mut Book) -> String {
    let view = book.bank("C1", Some("102"), Some("2025-01")).unwrap();
    view.reconciliation.difference.unwrap().0.to_string()
}

#[test]
fn lines_are_found_and_what_is_open_explains_the_two_balances() {
    let trial = books();
    let taken = take(&trial, "一月.csv", JANUARY).unwrap();
    assert_eq!((taken.lines, taken.matched, taken.months.len()), (3, 2, 1));
    let mut book = trial.book();
    let view = book.bank("C1", None, Some("2025-01")).unwrap();
    let of = view.reconciliation;
    // Books 350.00 with a cheque on its way, bank 421.25 with interest nobody booked yet.
    assert_eq!(of.book.0.to_string(), "350.00");
    assert_eq!(of.bank.unwrap().0.to_string(), "421.25");
    assert_eq!(
        (of.book_out.0.to_string(), of.bank_in.0.to_string()),
        ("70.00".into(), "1.25".into())
    );
    assert_eq!(of.bank_adjusted.unwrap(), of.book_adjusted);
    let done = book.reconcile_bank(AT, None).unwrap();
    assert_eq!((done.made.is_some(), done.reconciled), (true, vec!["2025-01".to_owned()]));
    let items = book.check_month("C1", "2025-01").unwrap().items;
    let bank = items.iter().find(|item| item.code == "bank").unwrap();
    assert_eq!(bank.details, []);

    // In February the cheque is cashed: January is what it was.
    take(&trial, "二月.csv", "2025-02-01,支票,,70.00,351.25\n2025-02-11,货款,300.00,,651.25\n")
        .unwrap();
    let january = book.bank("C1", Some("102"), Some("2025-01")).unwrap();
    assert_eq!(january.reconciliation.book_out.0.to_string(), "70.00");
    assert_eq!(january.book_open.len(), 1);
    let february = book.bank("C1", Some("102"), Some("2025-02")).unwrap();
    assert_eq!((february.book_open.len(), february.bank_open.len()), (0, 1));
    let pdf = trial.beside("调节表.pdf");
    book.save_reconciliation(("C1", "102", "2025-01"), None, &pdf).unwrap();
    // A balance that cannot be read is not taken for none.
    let at = ("C1", "102", "2025-01");
    let problem = book.save_reconciliation(at, Some("十万"), &pdf).unwrap_err();
    assert_eq!((problem.code, problem.field.as_deref()), ("bank.balance", Some("balance")));
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF"));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_balance_that_nothing_explains_is_not_reconciled() {
    let trial = books();
    let mut book = trial.book();
    assert_eq!(book.reconcile_bank(AT, None).unwrap_err().code, "bank.no_balance");
    take(&trial, "一月.csv", JANUARY).unwrap();
    let problem = book.reconcile_bank(AT, Some("421.35")).unwrap_err();
    assert_eq!(problem.code, "bank.unexplained");
    assert!(problem.message.zh.contains("还差 0.10"), "{}", problem.message.zh);
    assert_eq!(difference(&mut book), "0.00");
}

#[test]
fn lines_are_matched_by_hand_where_both_come_to_the_same() {
    let trial = books();
    // The bank took both payments in one sum.
    take(&trial, "一月.csv", "2025-01-31,合并付款,,150.00,\n").unwrap();
    let mut book = trial.book();
    let view = book.bank("C1", None, Some("2025-01")).unwrap();
    let bank = vec![view.bank_open[0].key.clone()];
    let key = |summary: &str| {
        let line = view.book_open.iter().find(|line| line.summary == summary);
        line.unwrap().key.clone()
    };
    let both = vec![key("买料"), key("支票付款")];
    let problem = book.match_bank(AT, &bank, &both[..1]).unwrap_err();
    assert!(problem.message.zh.contains("银行一边合计 −150.00"), "{}", problem.message.zh);
    assert_eq!(book.match_bank(AT, &bank, &[]).unwrap_err().code, "bank.too_few");
    let matched = book.match_bank(AT, &bank, &both).unwrap();
    assert_eq!((matched.bank_open.len(), matched.book_open.len()), (0, 1));
    let again = book.match_bank(AT, &bank, &both).unwrap_err();
    assert_eq!(again.code, "bank.unknown_line");
    let group = matched.matched[0].group;
    let apart = book.unmatch_bank(AT, group).unwrap();
    assert_eq!((apart.bank_open.len(), apart.book_open.len()), (1, 3));
}

#[test]
fn what_was_taken_back_in_red_is_open_on_no_side() {
    let trial = books();
    let mut book = trial.book();
    book.reverse_voucher("C1", "2025-01 记-003", "2025-01-31", "支票作废").unwrap();
    take(&trial, "一月.csv", JANUARY).unwrap();
    let view = book.bank("C1", None, Some("2025-01")).unwrap();
    assert_eq!(view.book_open, []);
    assert_eq!(difference(&mut book), "0.00");
}

#[test]
fn files_overlap_and_are_taken_once() {
    let trial = books();
    take(&trial, "一月.csv", JANUARY).unwrap();
    assert_eq!(take(&trial, "又.csv", JANUARY).unwrap_err().code, "bank.taken_before");
    let more = format!("{JANUARY}2025-02-11,货款,300.00,,721.25\n");
    let taken = take(&trial, "一二月.csv", &more).unwrap();
    assert_eq!((taken.lines, taken.known, taken.matched), (1, 3, 1));
    let same = format!("{JANUARY}\n\n2025-02-11,货款,300.00,,721.25\n,,,,\n合计,,,,\n");
    assert_eq!(take(&trial, "再.csv", &same).unwrap_err().code, "bank.all_known");
}

#[test]
fn a_statement_that_was_taken_by_mistake_is_voided_and_may_come_again() {
    let trial = books();
    take(&trial, "别社.csv", "2025-01-08,别人的钱,9.00,,9.00\n").unwrap();
    let mut book = trial.book();
    let id = book.bank("C1", None, None).unwrap().statements[0].id;
    assert_eq!(
        book.void_bank_statement(("C1", "102"), id, " ").unwrap_err().field.as_deref(),
        Some("reason")
    );
    let view = book.void_bank_statement(("C1", "102"), id, "取错了").unwrap();
    assert!(view.statements.is_empty() && view.bank_open.is_empty());
    take(&trial, "别社.csv", "2025-01-08,别人的钱,9.00,,9.00\n").unwrap();
    take(&trial, "一月.csv", JANUARY).unwrap();
    let matched = book.bank("C1", None, None).unwrap().statements[1].id;
    let problem = book.void_bank_statement(("C1", "102"), matched, "取错了").unwrap_err();
    assert_eq!(problem.code, "bank.matched");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn what_is_no_statement_is_refused_and_nothing_changes() {
    let trial = books();
    let before = trial.bytes();
    let wrong = trial.beside("图.xlsx");
    fs::write(&wrong, b"\x89PNG\r\n\x1a\n").unwrap();
    let mut book = trial.book();
    let problem = book.take_bank_statement("C1", None, &wrong).unwrap_err();
    assert_eq!(problem.code, "import.no_workbook");
    let problem = take(&trial, "坏.csv", "三月,货款,5,,\n2025-01-05,两边,5,5,\n").unwrap_err();
    assert_eq!(problem.details.len(), 2, "{problem:?}");
    assert_eq!(book.bank("C1", Some("501"), None).unwrap_err().code, "bank.account");
    assert_eq!(book.bank("C9", None, None).unwrap_err().field.as_deref(), Some("coop"));
    assert_eq!(trial.bytes(), before);
}
