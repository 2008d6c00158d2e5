//! The chart: sub-accounts are added, accounts switched off and on, and what is used stays.

use app::import::ImportKind;

use crate::kit::Trial;

fn with_cash() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member\n\
         C1,1,2025-01-05,收股金,102,400.00,,\nC1,1,2025-01-05,收股金,301,,400.00,A1\n\
         C1,2,2025-02-05,取现,101,90.00,,\nC1,2,2025-02-05,取现,102,,90.00,\n",
    );
    trial
}

#[test]
fn the_chart_shows_what_stands_on_each_account_and_below_it() {
    let trial = with_cash();
    let mut book = trial.book();
    book.add_account("C1", "121", "玉米", None).unwrap();
    let chart = book.chart("C1").unwrap();
    let of = |code: &str| chart.accounts.iter().find(|row| row.account == code).unwrap();
    assert_eq!(of("101").balance.0.to_string(), "90.00");
    assert_eq!(of("102").balance.0.to_string(), "310.00");
    assert_eq!(of("301").balance.0.to_string(), "-400.00");
    assert_eq!((of("121-01").level, of("121-01").parent.as_deref()), (1, Some("121")));
    let top: i64 =
        chart.accounts.iter().filter(|row| row.level == 0).map(|r| r.balance.0.fen()).sum();
    assert_eq!(top, 0);
}

#[test]
fn a_sub_account_gets_the_next_code_and_a_wrong_one_changes_nothing() {
    let trial = with_cash();
    let mut book = trial.book();
    assert_eq!(book.add_account("C1", "121", "玉米", None).unwrap().account, "121-01");
    assert_eq!(book.add_account("C1", "121", "豆粕", Some("121-07")).unwrap().account, "121-07");
    assert_eq!(book.add_account("C1", "121", "麸皮", None).unwrap().account, "121-08");
    drop(book);
    let before = trial.bytes();
    for (parent, name, code, expected) in [
        ("121", "麦", Some("121-07"), "account.taken"),
        ("121", "麦", Some("122-01"), "account.foreign_code"),
        ("121", " ", None, "account.name"),
        ("121", "玉米", None, "account.same_name"),
        ("102", "农行", None, "account.parent_in_use"),
        ("999", "农行", None, "account.unknown"),
    ] {
        let problem = trial.book().add_account("C1", parent, name, code).unwrap_err();
        assert_eq!(problem.code, expected, "{}", problem.message.zh);
    }
    assert_eq!(trial.bytes(), before);
}

#[test]
fn only_an_empty_account_is_switched_off_and_then_takes_no_lines() {
    let trial = with_cash();
    let mut book = trial.book();
    let problem = book.switch_account("C1", "102", false).unwrap_err();
    assert!(problem.message.zh.contains("还有余额 310.00"), "{}", problem.message.zh);
    assert_eq!(book.switch_account("C1", "121", true).unwrap_err().code, "account.unchanged");
    book.add_account("C1", "121", "玉米", None).unwrap();
    assert_eq!(book.switch_account("C1", "121", false).unwrap_err().code, "account.has_below");
    assert!(!book.switch_account("C1", "121-01", false).unwrap().active);
    drop(book);
    let file = "coop,voucher,date,summary,account,debit,credit,member\n\
                C1,3,2025-03-05,购玉米,121-01,10.00,,\nC1,3,2025-03-05,购玉米,101,,10.00,\n";
    let taken = trial.import(ImportKind::Vouchers, "购.csv", file.as_bytes());
    assert!(taken.is_err(), "{taken:?}");
    assert!(trial.book().switch_account("C1", "121-01", true).unwrap().active);
    trial.import(ImportKind::Vouchers, "购.csv", file.as_bytes()).unwrap();
}
