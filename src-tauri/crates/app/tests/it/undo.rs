//! Imports taken back: the book says again what it said before, or the sentence says why not.

use std::fs;

use app::import::{ImportKind, ImportView};
use app::view::opening::OpeningRowInput;
use app::{Hold, Problem};
use proptest::prelude::*;
use store::Store;

use crate::kit::{Trial, plain_scheme};

const VOUCHERS: &str = "coop,voucher,date,summary,account,debit,credit\n\
    C1,1,2025-03-01,卖鹅蛋,102,900.00,\nC1,1,2025-03-01,卖鹅蛋,501,,900.00\n";

/// A file of each kind for the small book.
const FILES: &[(ImportKind, Option<&str>, &str)] = &[
    (ImportKind::Villages, None, "code,name,township\nV3,丙村,东河镇\nV4,丁村,西河镇\n"),
    (ImportKind::Cooperatives, None, "code,name,starts,alliance\nC3,三号合作社,2025-01,东河联盟\n"),
    (ImportKind::Members, Some("C1"), "code,name,kind\nH7,村民007,household\n"),
    (ImportKind::Contributions, None, "coop,member,date,amount\nC1,H1,2025-01-05,50.00\n"),
    (ImportKind::Yields, None, "coop,date,product,quantity,unit\nC1,2025-02-01,鹅蛋,12,斤\n"),
    (
        ImportKind::Deliveries,
        None,
        "coop,member,date,product,quantity,unit,amount\nC1,H1,2025-02-01,鹅蛋,12,斤,60.00\n",
    ),
    (ImportKind::Incomes, None, "village,year,kind,amount\nV1,2025,lease,100.00\n"),
    (ImportKind::Accounts, Some("C1"), "code,name,parent\n102-01,农商行,102\n"),
    (
        ImportKind::OpeningBalances,
        Some("C2"),
        "account,debit,credit,member\n102,100.00,,\n301,,100.00,H1\n",
    ),
    (ImportKind::Vouchers, None, VOUCHERS),
];

fn taken(trial: &Trial, (kind, coop, csv): (ImportKind, Option<&str>, &str)) -> ImportView {
    let path = trial.beside("file.csv");
    fs::write(&path, csv).unwrap();
    let taken = trial.book().import(kind, &path, coop, false);
    taken.unwrap_or_else(|problem| panic!("{problem:#?}"))
}

fn content(trial: &Trial) -> [u8; 32] {
    let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
    store.read().unwrap().content_hash().unwrap()
}

#[track_caller]
fn whole(trial: &Trial) {
    let check = trial.book().check(None).unwrap();
    assert!(check.holds, "{:?}", check.faults);
}

#[track_caller]
fn refused(trial: &Trial, batch: i64, code: &str, parts: &[&str]) {
    let before = trial.bytes();
    let problem: Problem = trial.book().undo_import(batch).unwrap_err();
    assert_eq!(problem.code, code, "{problem:?}");
    for part in parts {
        assert!(problem.message.zh.contains(part), "{part}: {}", problem.message.zh);
        let english = problem.message.en.as_str();
        assert!(english.contains(part) || !part.is_ascii(), "{part}: {english}");
    }
    assert_eq!(trial.bytes(), before, "nothing was changed");
}

#[test]
fn every_kind_of_import_can_be_taken_back_and_taken_again() {
    for &file in FILES {
        let trial = Trial::small();
        let before = content(&trial);
        let first = taken(&trial, file).batch.unwrap();
        assert_ne!(content(&trial), before, "{file:?}");
        let undone = trial.book().undo_import(first).unwrap();
        assert!(undone.undone.is_some());
        assert_eq!(content(&trial), before, "{file:?}");
        whole(&trial);
        let again = taken(&trial, file).batch.unwrap();
        assert_eq!(again, first + 1, "its number stays taken");
        assert_ne!(content(&trial), before, "{file:?}");
        whole(&trial);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn imports_taken_back_from_the_last_leave_nothing(
        order in Just((0..FILES.len()).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let trial = Trial::small();
        let mut states = Vec::new();
        for index in order {
            // Lines on 102 and sub-accounts below it exclude each other.
            if FILES[index].0 != ImportKind::Accounts {
                states.push(content(&trial));
                taken(&trial, FILES[index]);
            }
        }
        for (state, batch) in states.into_iter().zip(5..).collect::<Vec<_>>().into_iter().rev() {
            trial.book().undo_import(batch).unwrap();
            prop_assert_eq!(content(&trial), state);
        }
        let check = trial.book().check(None).unwrap();
        prop_assert!(check.holds, "{:?}", check.faults);
    }
}

#[test]
fn vouchers_that_were_taken_back_are_not_found_and_leave_no_balance() {
    let trial = Trial::small();
    let coop = {
        let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
        let reading = store.read().unwrap();
        reading.cooperatives().unwrap()[0].id
    };
    let found = |text: &str| {
        let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
        store.read().unwrap().found(coop, text, 9).unwrap().len()
    };
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    assert_eq!((found("鹅蛋"), found("900.00")), (1, 1));
    trial.book().undo_import(batch).unwrap();
    assert_eq!((found("鹅蛋"), found("900.00")), (0, 0));
    let balance = trial.book().trial_balance("C1", "2025-12-31", None, false).unwrap();
    assert_eq!(balance.rows, []);
}

#[test]
fn an_import_that_is_unknown_or_gone_is_named_as_such() {
    let trial = Trial::small();
    refused(&trial, 99, "import.unknown", &["99", "4"]);
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    trial.book().undo_import(batch).unwrap();
    refused(&trial, batch, "undo.taken_back", &["5", "file.csv"]);
}

#[test]
fn a_later_number_stands_in_the_way_and_says_which_import_goes_first() {
    let trial = Trial::small();
    let first = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    let later = VOUCHERS.replace("900.00", "800.00");
    let second = taken(&trial, (ImportKind::Vouchers, None, &later)).batch.unwrap();
    refused(&trial, first, "undo.later_number", &["C1", "2025-03 记-002", &second.to_string()]);
    trial.book().undo_import(second).unwrap();
    trial.book().undo_import(first).unwrap();
}

#[test]
fn a_voucher_typed_later_stays_and_so_does_the_import_before_it() {
    let trial = Trial::small();
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    trial.book().reverse_voucher("C1", "2025-03/1", "2025-03-09", "记错").unwrap();
    refused(&trial, batch, "undo.later_number", &["2025-03 记-002", "红字冲销"]);
    let trial = Trial::small();
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    trial.book().reverse_voucher("C1", "2025-03/1", "2025-04-09", "记错").unwrap();
    refused(&trial, batch, "undo.rests", &["1 张凭证", "C1 2025-04 记-001"]);
}

#[test]
fn a_closed_month_stands_in_the_way_until_it_is_reopened() {
    let trial = Trial::small();
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    trial.close_through("C1", "2025-03");
    refused(&trial, batch, "undo.closed_month", &["C1", "2025-03"]);
    trial.book().reopen_month("C1", "2025-03", "撤销导入").unwrap();
    trial.book().undo_import(batch).unwrap();
}

#[test]
fn opening_balances_stay_once_any_month_is_closed() {
    let trial = Trial::small();
    let batch = taken(&trial, FILES[8]).batch.unwrap();
    trial.close_through("C2", "2025-02");
    refused(&trial, batch, "undo.closed_month", &["C2", "2025-02"]);
}

#[test]
fn an_approved_distribution_stands_in_the_way_for_good() {
    let trial = Trial::small();
    let batch = taken(&trial, (ImportKind::Vouchers, None, VOUCHERS)).batch.unwrap();
    trial.book().dividend_save("C1", 2025, &plain_scheme()).unwrap();
    trial.book().dividend_approve("C1", 2025, "〔2026〕1号", "2026-01-20").unwrap();
    refused(&trial, batch, "undo.approved", &["C1", "2025", "〔2026〕1号"]);
}

#[test]
fn a_sheet_of_opening_balances_is_emptied_before_its_cooperative_goes() {
    let trial = Trial::small();
    let batch = taken(&trial, FILES[1]).batch.unwrap();
    let row = OpeningRowInput {
        account: "102".to_owned(),
        member: None,
        counterparty: None,
        debit: "1".to_owned(),
        credit: String::new(),
    };
    trial.book().opening_save("C3", &[row]).unwrap();
    refused(&trial, batch, "undo.rests", &["1 张凭证草稿或期初表（如 C3）", "清空"]);
    trial.book().opening_save("C3", &[]).unwrap();
    trial.book().undo_import(batch).unwrap();
    whole(&trial);
}

#[test]
fn money_that_was_taken_out_since_is_named() {
    let trial = Trial::small();
    let paid_in =
        (ImportKind::Contributions, None, "coop,member,date,amount\nC1,H1,2025-02-01,50\n");
    let taken_out =
        (ImportKind::Contributions, None, "coop,member,date,amount\nC1,H1,2025-03-01,-30\n");
    let first = taken(&trial, paid_in).batch.unwrap();
    let second = taken(&trial, taken_out).batch.unwrap();
    refused(&trial, first, "undo.withdrawn", &["H1", "2025-03-01", "30.00", &second.to_string()]);
    trial.book().undo_import(second).unwrap();
    trial.book().undo_import(first).unwrap();
}

#[test]
fn an_account_that_was_switched_off_since_goes_with_its_import() {
    let trial = Trial::small();
    let before = content(&trial);
    let batch = taken(&trial, FILES[7]).batch.unwrap();
    {
        let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
        let work = store.begin().unwrap();
        let coop = work.cooperatives().unwrap()[0].id;
        let chart = work.chart(coop).unwrap();
        let account = chart.iter().find(|account| account.what.code == "102-01").unwrap();
        work.switch_account(account.id, false).unwrap();
        work.commit().unwrap();
    }
    whole(&trial);
    trial.book().undo_import(batch).unwrap();
    assert_eq!(content(&trial), before);
    whole(&trial);
    taken(&trial, FILES[7]);
    whole(&trial);
}

#[test]
fn what_later_imports_rest_on_names_them_latest_first() {
    let trial = Trial::small();
    // Batch 1 brought the villages, 2 the cooperatives, 3 the members, 4 their contributions.
    refused(&trial, 3, "undo.rests", &["4", "2 项出资（如 A1）"]);
    refused(&trial, 2, "undo.rests", &["4 名成员（如 A1）", "先撤销第 3 批"]);
    refused(&trial, 1, "undo.rests", &["先撤销第 3 批"]);
    for batch in [4, 3, 2, 1] {
        trial.book().undo_import(batch).unwrap();
    }
    whole(&trial);
}

#[test]
fn the_history_says_who_took_what_when_and_who_took_it_back() {
    let trial = Trial::small();
    let batch = {
        let mut book = trial.book();
        book.act_as("王会计").unwrap();
        let path = trial.beside("三月.csv");
        fs::write(&path, VOUCHERS).unwrap();
        book.import(ImportKind::Vouchers, &path, None, false).unwrap().batch.unwrap()
    };
    let mut book = trial.book();
    book.act_as("李主管").unwrap();
    book.undo_import(batch).unwrap();
    let rows = book.imports().unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.batch).collect::<Vec<_>>(), [5, 4, 3, 2, 1]);
    let row = &rows[0];
    assert_eq!((row.kind.as_str(), row.file.as_str(), row.rows), ("vouchers", "三月.csv", 2));
    assert_eq!((row.vouchers, row.who.as_str()), (Some(1), "王会计"));
    assert_eq!(row.undone.as_ref().unwrap().who, "李主管");
    assert_eq!(rows[1].undone, None);
}
