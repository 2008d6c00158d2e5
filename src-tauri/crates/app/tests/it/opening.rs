//! Opening balances: from a file, or typed, kept as a draft and confirmed.

use std::fs;

use app::Problem;
use app::import::{ImportKind, ImportView};
use app::view::opening::OpeningRowInput;

use crate::kit::Trial;

const BALANCES: &str = "科目,借方,贷方,成员,往来单位\n\
    101,120.00,0.00,,\n102,880.00,,,\n121,0,0.00,,\n211,,400.00,,饲料厂\n301,,300.00,A1,\n\
    301,,300.00,A2,\n";

fn import(trial: &Trial, coop: Option<&str>, csv: &str) -> Result<ImportView, Problem> {
    let path = trial.beside("期初.csv");
    fs::write(&path, csv).unwrap();
    trial.book().import(ImportKind::OpeningBalances, &path, coop, false)
}

#[track_caller]
fn faults(csv: &str) -> Vec<String> {
    let problem = import(&Trial::small(), Some("C1"), csv).unwrap_err();
    assert_eq!(problem.code, "import.rows", "{problem:?}");
    problem.details.into_iter().map(|text| text.zh).collect()
}

fn typed(account: &str, member: Option<&str>, debit: &str, credit: &str) -> OpeningRowInput {
    OpeningRowInput {
        account: account.to_owned(),
        member: member.map(str::to_owned),
        counterparty: None,
        debit: debit.to_owned(),
        credit: credit.to_owned(),
    }
}

#[test]
fn a_file_of_balances_makes_one_voucher_dated_the_day_before_the_books_begin() {
    let trial = Trial::small();
    let taken = import(&trial, Some("C1"), BALANCES).unwrap();
    assert_eq!((taken.rows, taken.vouchers), (6, Some(1)));
    let voucher = trial.book().voucher("C1", "2024-12 期初-001").unwrap();
    assert_eq!((voucher.date.as_str(), voucher.summary.as_str()), ("2024-12-31", "期初余额"));
    assert_eq!((voucher.debit.0.to_string(), voucher.lines.len()), ("1000.00".to_owned(), 5));
    assert_eq!(voucher.lines[2].counterparty.as_deref(), Some("饲料厂"));
    let balance = trial.book().trial_balance("C1", "2025-12-31", None, false).unwrap();
    let row = |code: &str| balance.rows.iter().find(|row| row.account == code).unwrap();
    assert_eq!(row("102").opening.0.to_string(), "880.00");
    assert_eq!(row("301").opening.0.to_string(), "-600.00");
    assert_eq!(row("301").credit.0.to_string(), "0.00", "no turnover of the year");
    let check = trial.book().check(None).unwrap();
    assert!(check.holds, "{:?}", check.faults);
}

#[test]
fn every_faulty_row_is_named_with_what_to_do() {
    let said = faults(
        "account,debit,credit,member\n999,1.00,,\n501,,5.00,\n301,,5.00,\n301,,5.00,X9\n\
         101,1.001,,\n102,1.00,1.00,\n113,,,\n331,1.00,,\n331,1.00,,\n332,2.00,,\n",
    );
    let parts = [
        "第 2 行：没有科目“999”",
        "第 3 行：期初余额不能有损益类科目“501”，把它的余额结转到 331 本年盈余",
        "第 4 行：科目“301”要写明成员",
        "第 5 行：没有编号为“X9”的成员",
        "第 6 行：“debit”“1.001”的小数超过 2 位",
        "第 7 行：“debit”和贷方都填了金额",
        "第 8 行：“debit”和贷方都没有金额",
        "第 10 行：科目“331”的余额写了两次，合成一行",
        "第 11 行：科目“332”有下级科目",
    ];
    assert_eq!(said.len(), parts.len(), "{said:#?}");
    for (said, part) in said.iter().zip(parts) {
        assert!(said.starts_with(part), "{said}");
    }
}

#[test]
fn balances_that_differ_are_refused_with_the_difference() {
    let said = faults("account,debit,credit,member\n102,880.00,,\n301,,800.00,A1\n");
    assert_eq!(said, ["期初余额不平：借方 880.00，贷方 800.00，差 80.00"]);
    assert_eq!(faults("account,debit,credit\n102,0,0\n").len(), 1);
}

#[test]
fn they_are_of_one_cooperative_once_and_before_any_close() {
    let trial = Trial::small();
    let nobody = import(&trial, None, BALANCES).unwrap_err();
    assert_eq!((nobody.code, nobody.field.as_deref()), ("import.no_cooperative", Some("coop")));
    let batch = import(&trial, Some("C1"), BALANCES).unwrap().batch.unwrap();
    let again = BALANCES.replace("120.00", "130.00").replace("880.00", "870.00");
    let locked = import(&trial, Some("C1"), &again).unwrap_err();
    assert_eq!(locked.code, "opening.confirmed");
    assert!(locked.message.zh.contains(&format!("撤销第 {batch} 批")), "{}", locked.message.zh);
    trial.book().undo_import(batch).unwrap();
    trial.close_through("C1", "2025-02");
    let late = import(&trial, Some("C1"), &again).unwrap_err();
    assert_eq!(late.code, "opening.after_close");
    assert!(late.message.zh.contains("2025-02"), "{}", late.message.zh);
}

#[test]
fn the_sheet_is_kept_as_typed_and_confirmed_once_it_balances() {
    let trial = Trial::small();
    let half = [typed("102", None, "88o", ""), typed("301", Some("A1"), "", "1,000")];
    let view = trial.book().opening_save("C1", &half).unwrap();
    assert_eq!((view.day.as_str(), view.balances), ("2024-12-31", false));
    assert_eq!(view.credit.0.to_string(), "1000.00");
    assert_eq!(view.difference.0.to_string(), "-1000.00");
    assert_eq!(view.faults.len(), 1);
    assert_eq!(view.faults[0].account, "102");
    assert_eq!(trial.book().opening("C1").unwrap(), view, "kept as it was typed");
    let refused = trial.book().opening_confirm("C1").unwrap_err();
    assert_eq!((refused.code, refused.details.len()), ("opening.faulty", 1));

    let short = [typed("102", None, "880", ""), typed("301", Some("A1"), "", "1,000")];
    trial.book().opening_save("C1", &short).unwrap();
    let refused = trial.book().opening_confirm("C1").unwrap_err();
    assert_eq!(refused.code, "opening.unbalanced");
    assert!(refused.message.zh.contains("差 120.00"), "{}", refused.message.zh);

    let whole = [
        typed("101", None, "120", ""),
        typed("102", None, "880", ""),
        typed("113", None, "", ""),
        typed("301", Some("A1"), "", "1,000"),
    ];
    assert!(trial.book().opening_save("C1", &whole).unwrap().balances);
    let view = trial.book().opening_confirm("C1").unwrap();
    assert_eq!(view.voucher.as_deref(), Some("2024-12 期初-001"));
    assert!(view.locked.is_some());
    let capital = view.accounts.iter().find(|account| account.code == "301").unwrap();
    assert!(capital.by_member);
    assert_eq!(capital.credit.0.to_string(), "1000.00");
    let late = trial.book().opening_save("C1", &whole).unwrap_err();
    assert_eq!(late.code, "opening.confirmed");
    let check = trial.book().check(None).unwrap();
    assert!(check.holds, "{:?}", check.faults);
}

#[test]
fn the_sheet_offers_every_account_but_income_and_cost() {
    let view = Trial::small().book().opening("C1").unwrap();
    assert!(view.accounts.iter().all(|account| !account.code.starts_with('5')));
    let account = |code: &str| view.accounts.iter().find(|account| account.code == code).unwrap();
    assert!(account("332").heading && account("332-02").below);
    let by_member = view.accounts.iter().filter(|account| account.by_member);
    let by_member: Vec<&str> = by_member.map(|account| account.code.as_str()).collect();
    assert_eq!(by_member, ["114", "221", "222", "301"]);
    assert_eq!(view.members.len(), 3);
}
