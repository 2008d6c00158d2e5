//! From one year into the next: what an open year, a carried one and a distribution leave behind.

use app::import::ImportKind;
use app::view::dividend::DividendView;

use crate::kit::{Trial, plain_scheme};

fn year(trial: &Trial, year: i64) -> DividendView {
    trial.book().dividend("C1", year).unwrap()
}

fn approve(trial: &Trial, retained: &str) {
    let mut scheme = plain_scheme();
    scheme.retained = retained.to_owned();
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &scheme).unwrap();
    book.dividend_approve("C1", 2025, "社〔2026〕1号", "2026-01-18").unwrap();
}

/// Carries income and cost to 331, and that to 332, as every set of books has it at the year's end.
fn carry_forward(trial: &mut Trial) {
    let csv = "coop,voucher,date,summary,account,debit,credit\n\
               C1,结1,2025-12-31,结转收入,501,1000.00,\nC1,结1,2025-12-31,结转收入,331,,1000.00\n\
               C1,结2,2025-12-31,结转盈余,331,1000.00,\nC1,结2,2025-12-31,结转盈余,332-02,,1000.00\n";
    trial.take(ImportKind::Vouchers, csv);
}

#[test]
fn a_loss_of_a_year_that_was_not_closed_is_made_up_all_the_same() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "-500.00");
    trial.earn("C1", "2026-06-30", "1600.00");
    let next = year(&trial, 2026);
    assert_eq!(next.losses_made_up.0.to_string(), "500.00");
    assert_eq!(next.distributable.0.to_string(), "1100.00");
}

#[test]
fn carrying_income_forward_takes_nothing_from_the_surplus() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "1000.00");
    carry_forward(&mut trial);
    assert_eq!(year(&trial, 2025).surplus.0.to_string(), "1000.00");
    let next = year(&trial, 2026);
    assert_eq!(next.surplus.0.to_string(), "0.00");
    assert_eq!(next.opening_undistributed.0.to_string(), "1000.00");
}

#[test]
fn what_was_shared_out_is_not_shared_out_again_and_what_was_retained_is() {
    for carried in [false, true] {
        let mut trial = Trial::small();
        trial.earn("C1", "2025-06-30", "1000.00");
        if carried {
            carry_forward(&mut trial);
        }
        approve(&trial, "150.00");
        let next = year(&trial, 2026);
        assert_eq!(next.opening_undistributed.0.to_string(), "150.00", "carried: {carried}");
        assert_eq!(next.distributable.0.to_string(), "150.00", "carried: {carried}");
    }
}

#[test]
fn a_distribution_that_the_books_have_taken_is_not_taken_off_twice() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "1000.00");
    carry_forward(&mut trial);
    approve(&trial, "150.00");
    let csv = "coop,voucher,date,summary,account,debit,credit,member\n\
               C1,分1,2025-12-31,分配剩余盈余,332-01,850.00,,\n\
               C1,分1,2025-12-31,分配剩余盈余,222,,637.50,A1\n\
               C1,分1,2025-12-31,分配剩余盈余,222,,212.50,A2\n\
               C1,分2,2025-12-31,结转各项分配,332-02,850.00,,\n\
               C1,分2,2025-12-31,结转各项分配,332-01,,850.00,\n";
    trial.take(ImportKind::Vouchers, csv);
    assert_eq!(year(&trial, 2026).opening_undistributed.0.to_string(), "150.00");
}

#[test]
fn vouchers_stand_as_accountants_export_them() {
    let mut trial = Trial::small();
    // Numbers begin anew in February, and only a voucher's first row says which one it is.
    let csv = "凭证号,日期,摘要,科目,借方,贷方\n\
               1,2025/1/31,卖蛋,102,\"1,200.00\",\n,,,501,,\"1,200.00\"\n\
               1,2025/2/28,卖蛋,102,￥300.00,\n,,,501,,300\n";
    let path = trial.beside("凭证.csv");
    std::fs::write(&path, csv).unwrap();
    let taken = trial.book().import(ImportKind::Vouchers, &path, Some("C1"), false).unwrap();
    assert_eq!(taken.vouchers, Some(2));
    assert_eq!(year(&trial, 2025).surplus.0.to_string(), "1500.00");
    trial.earn("C1", "2025-03-31", "1.00");
}

#[test]
fn the_same_rows_are_known_again_in_another_encoding() {
    let trial = Trial::small();
    let text = "village,year,kind,amount\nV1,2025,发包租赁,5000.00\n";
    trial.import(ImportKind::Incomes, "收入.csv", text.as_bytes()).unwrap();
    // GB18030 of the same rows.
    let mut other = b"village,year,kind,amount\nV1,2025,".to_vec();
    other.extend([0xb7, 0xa2, 0xb0, 0xfc, 0xd7, 0xe2, 0xc1, 0xde]);
    other.extend(b",5000.00\n");
    let refused = trial.import(ImportKind::Incomes, "另存.csv", &other).unwrap_err();
    assert_eq!(refused.code, "import.taken_before");
}
