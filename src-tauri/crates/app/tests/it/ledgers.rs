//! Ledgers: an example worked by hand, and that all of them agree with the trial balance.

use app::Problem;
use app::import::ImportKind;
use app::view::Yuan;
use app::view::ledger::{CellView, LedgerKind, LedgerQuery, RowKindView, SheetRow, SheetView};
use domain::Money;

use crate::kit::Trial;

fn query(from: &str, to: &str, account: Option<&str>) -> LedgerQuery {
    LedgerQuery {
        from: from.to_owned(),
        to: to.to_owned(),
        account: account.map(str::to_owned),
        member: None,
        project: None,
        counterparty: None,
    }
}

/// A row as people read it, empty cells left out.
fn read(row: &SheetRow) -> String {
    let cell = |cell: &CellView| match cell {
        CellView::Label(text) => text.zh.clone(),
        CellView::Money(Yuan(amount)) => amount.to_string(),
        CellView::Text(text)
        | CellView::Day(text)
        | CellView::Voucher(text)
        | CellView::Quantity(text) => text.clone(),
    };
    let cells: Vec<String> = row.cells.iter().flatten().map(cell).collect();
    cells.join(" ")
}

fn rows(view: &SheetView) -> Vec<String> {
    assert!(view.rows.iter().all(|row| row.cells.len() == view.columns.len()));
    view.rows.iter().map(read).collect()
}

fn amount(row: &SheetRow, column: usize) -> Money {
    match &row.cells[column] {
        Some(CellView::Money(Yuan(amount))) => *amount,
        None => Money::ZERO,
        other => panic!("{other:?}"),
    }
}

/// Feed bought and used, with quantities, members and a project.
fn goose_books() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Accounts,
        "coop,code,name,parent\nC1,121-01,玉米,121\nC1,121-02,豆粕,121\n",
    );
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member,counterparty,project,\
         quantity,price\n\
         C1,1,2025-01-05,收股金,102,400.00,,,,,,\nC1,1,2025-01-05,收股金,301,,300.00,A1,,,,\n\
         C1,1,2025-01-05,收股金,301,,100.00,A2,,,,\n\
         C1,2,2025-01-20,购玉米,121-01,150.00,,,,,50,3\nC1,2,2025-01-20,购玉米,211,,150.00,,粮站,,,\n\
         C1,3,2025-02-03,购豆粕,121-02,80.00,,,,,20,4\nC1,3,2025-02-03,购豆粕,102,,80.00,,,,,\n\
         C1,4,2025-02-10,喂鹅,141,60.00,,,,春鹅,,\nC1,4,2025-02-10,喂鹅,121-01,,60.00,,,,20,3\n\
         C1,5,2025-02-10,付粮站,211,500.00,,,粮站,,,\nC1,5,2025-02-10,付粮站,102,,500.00,,,,,\n\
         C1,6,2025-03-01,喂鹅,141,10.00,,,,,,\nC1,6,2025-03-01,喂鹅,121-02,,10.00,,,,2.5,4\n",
    );
    trial
}

#[test]
fn the_bank_day_book_sums_each_day_and_names_days_below_zero() {
    let trial = goose_books();
    let view =
        trial.book().ledger("C1", LedgerKind::DayBook, &query("2025-01", "2025-02", None)).unwrap();
    assert_eq!(view.title.zh, "银行日记账");
    let expected = [
        "期初余额 平 0.00",
        "2025-01-05 2025-01 记-001 收股金 股金 400.00 借 400.00",
        "本日合计 400.00 借 400.00",
        "2025-02-03 2025-02 记-001 购豆粕 豆粕 80.00 借 320.00",
        "本日合计 80.00 借 320.00",
        "2025-02-10 2025-02 记-003 付粮站 应付款 500.00 贷 180.00",
        "本日合计 500.00 贷 180.00",
        "合计 400.00 580.00 贷 180.00",
    ];
    assert_eq!(rows(&view), expected);
    assert!(view.facts[1].value.zh.starts_with("1 天日终余额为负，最早 2025-02-10"));
}

#[test]
fn quantities_come_in_go_out_and_are_left() {
    let trial = goose_books();
    let asked = query("2025-02", "2025-03", Some("121"));
    let view = trial.book().ledger("C1", LedgerKind::Quantity, &asked).unwrap();
    let expected = [
        "期初结存 50 150.00",
        "2025-02-03 2025-02 记-001 购豆粕 20 4 80.00 70 230.00",
        "2025-02-10 2025-02 记-002 喂鹅 20 3 60.00 50 170.00",
        "2025-03-01 2025-03 记-001 喂鹅 2.5 4 10.00 47.5 160.00",
        "合计 80.00 70.00 47.5 160.00",
    ];
    assert_eq!(rows(&view), expected);
}

#[test]
fn a_multi_column_ledger_has_a_column_for_each_account_below() {
    let trial = goose_books();
    let asked = query("2025-01", "2025-03", Some("121"));
    let view = trial.book().ledger("C1", LedgerKind::MultiColumn, &asked).unwrap();
    let headings: Vec<&str> = view.columns[7..].iter().map(|c| c.heading.zh.as_str()).collect();
    assert_eq!(headings, ["玉米", "豆粕"]);
    let total = view.rows.last().unwrap();
    assert_eq!(read(total), "合计 230.00 70.00 借 160.00 90.00 70.00");
}

#[test]
fn lines_without_the_detail_that_the_chart_wants_are_named() {
    let trial = goose_books();
    let asked = query("2025-01", "2025-12", None);
    let view = trial.book().ledger("C1", LedgerKind::Project, &asked).unwrap();
    let expected = [
        "141 消耗性生物资产 未分明细 10.00 10.00",
        "141 消耗性生物资产 春鹅 60.00 60.00",
        "合计 70.00 70.00",
    ];
    assert_eq!(rows(&view), expected);
    let unnamed = LedgerQuery { project: Some(String::new()), ..asked };
    let view = trial.book().ledger("C1", LedgerKind::Project, &unnamed).unwrap();
    assert_eq!(view.rows.iter().filter(|row| row.kind == RowKindView::Line).count(), 1);
}

#[test]
fn a_member_and_a_counterparty_have_ledgers_of_their_own() {
    let trial = goose_books();
    let asked = LedgerQuery { member: Some("A1".to_owned()), ..query("2025-01", "2025-12", None) };
    let view = trial.book().ledger("C1", LedgerKind::Member, &asked).unwrap();
    let expected = [
        "301 股金 平 0.00",
        "2025-01-05 2025-01 记-001 收股金 300.00 贷 300.00",
        "本科目合计 300.00 贷 300.00",
        "合计 300.00 贷 300.00",
    ];
    assert_eq!(rows(&view), expected);
    let asked = LedgerQuery {
        counterparty: Some("粮站".to_owned()),
        ..query("2025-02", "2025-12", None)
    };
    let view = trial.book().ledger("C1", LedgerKind::Counterparty, &asked).unwrap();
    let expected = [
        "211 应付款 贷 150.00",
        "2025-02-10 2025-02 记-003 付粮站 500.00 借 350.00",
        "本科目合计 500.00 借 350.00",
        "合计 500.00 借 350.00",
    ];
    assert_eq!(rows(&view), expected);
}

#[test]
fn the_lines_of_a_voucher_stand_as_they_were_written() {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member,counterparty,project\n\
         C1,1,2025-01-05,玉米,141,90.00,,A1,粮站,春鹅\nC1,1,2025-01-05,豆粕,141,30.00,,A1,粮站,春鹅\n\
         C1,1,2025-01-05,运费,141,60.00,,A1,粮站,春鹅\nC1,1,2025-01-05,付款,102,,180.00,,,\n",
    );
    let mut book = trial.book();
    let asked = query("2025-01", "2025-12", None);
    let written = ["玉米", "豆粕", "运费"];
    for (kind, asked) in [
        (LedgerKind::Detailed, LedgerQuery { account: Some("141".to_owned()), ..asked.clone() }),
        (LedgerKind::Member, LedgerQuery { member: Some("A1".to_owned()), ..asked.clone() }),
        (LedgerKind::Project, LedgerQuery { project: Some("春鹅".to_owned()), ..asked.clone() }),
        (
            LedgerKind::Counterparty,
            LedgerQuery { counterparty: Some("粮站".to_owned()), ..asked.clone() },
        ),
    ] {
        let view = book.ledger("C1", kind, &asked).unwrap();
        let lines = view.rows.iter().filter(|row| row.kind == RowKindView::Line);
        let summaries: Vec<String> = lines.map(read).collect();
        assert_eq!(summaries.len(), 3, "{kind:?}: {summaries:?}");
        for (line, summary) in summaries.iter().zip(written) {
            assert!(line.contains(summary), "{kind:?}: {summaries:?}");
        }
    }
}

#[test]
fn a_ledger_of_a_member_or_project_keeps_to_the_account_that_was_chosen() {
    let trial = goose_books();
    let mut book = trial.book();
    let member = LedgerQuery { member: Some("A1".to_owned()), ..query("2025-01", "2025-12", None) };
    let mut rows_of = |kind, asked: &LedgerQuery, account: &str| {
        let asked = LedgerQuery { account: Some(account.to_owned()), ..asked.clone() };
        book.ledger("C1", kind, &asked).map(|view| rows(&view).len())
    };
    assert_eq!(rows_of(LedgerKind::Member, &member, "301").unwrap(), 4);
    assert_eq!(rows_of(LedgerKind::Member, &member, "102").unwrap(), 1);
    let project =
        LedgerQuery { project: Some("春鹅".to_owned()), ..query("2025-01", "2025-12", None) };
    assert_eq!(rows_of(LedgerKind::Project, &project, "141").unwrap(), 4);
    assert_eq!(rows_of(LedgerKind::Project, &project, "121").unwrap(), 1);
    let unknown = rows_of(LedgerKind::Member, &member, "999").unwrap_err();
    assert_eq!(unknown.code, "ledger.account");
}

#[test]
fn only_cash_and_bank_have_a_day_book() {
    let mut trial = goose_books();
    trial.take(ImportKind::Accounts, "coop,code,name,parent\nC1,101-01,出纳,101\n");
    let mut book = trial.book();
    let mut title = |account: &str| {
        let asked = query("2025-01", "2025-12", Some(account));
        book.ledger("C1", LedgerKind::DayBook, &asked).map(|view| view.title.zh)
    };
    assert_eq!(title("101-01").unwrap(), "现金日记账");
    assert_eq!(title("102").unwrap(), "银行日记账");
    let refused = title("301").unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), ("ledger.no_money", Some("account")));
    assert!(refused.message.zh.starts_with("科目 301 股金 不是现金或银行"), "{refused:?}");
}

#[test]
fn what_cannot_be_asked_is_said_with_its_field() {
    let trial = goose_books();
    let mut book = trial.book();
    let mut refused = |kind, query: &LedgerQuery| -> (&'static str, String) {
        let problem: Problem = book.ledger("C1", kind, query).unwrap_err();
        (problem.code, problem.field.unwrap_or_default())
    };
    let whole = query("2025-01", "2025-12", None);
    let answer = refused(LedgerKind::Detailed, &whole);
    assert_eq!(answer, ("ledger.account", "account".to_owned()));
    let answer = refused(LedgerKind::General, &query("2025-01", "2025-12", Some("999")));
    assert_eq!(answer, ("ledger.account", "account".to_owned()));
    let answer = refused(LedgerKind::TrialBalance, &query("2025-12", "2025-01", None));
    assert_eq!(answer, ("ledger.span", "from".to_owned()));
    let answer = refused(LedgerKind::TrialBalance, &query("2025-1", "2025-12", None));
    assert_eq!(answer, ("period", "from".to_owned()));
    let answer = refused(LedgerKind::General, &query("2023-01", "2024-12", Some("102")));
    assert_eq!(answer, ("month.before_books", "to".to_owned()));
    let answer =
        refused(LedgerKind::Member, &LedgerQuery { member: Some("X".to_owned()), ..whole });
    assert_eq!(answer, ("ledger.member", "member".to_owned()));
}

/// The last balance of a ledger, credit below zero.
fn closing(view: &SheetView) -> Money {
    let row = view.rows.last().unwrap();
    let place = view.columns.iter().position(|column| column.heading.zh == "余额").unwrap();
    let amount = amount(row, place);
    match &row.cells[place - 1] {
        Some(CellView::Label(text)) if text.zh == "贷" => -amount,
        _ => amount,
    }
}

#[test]
fn every_ledger_of_every_account_of_the_demo_ends_where_the_trial_balance_does() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for coop in ["C01", "C02"] {
        let balance = book.trial_balance(coop, "2025-12-31", None, false).unwrap();
        for row in &balance.rows {
            for kind in [LedgerKind::General, LedgerKind::Detailed, LedgerKind::MultiColumn] {
                let asked = query("2025-01", "2025-12", Some(&row.account));
                let view = book.ledger(coop, kind, &asked).unwrap();
                assert_eq!(closing(&view), row.closing.0, "{coop} {} {kind:?}", row.account);
            }
        }
    }
}

#[test]
fn the_trial_balance_of_any_months_agrees_with_the_one_of_days() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for month in ["2025-01", "2025-04", "2025-12"] {
        let view =
            book.ledger("C02", LedgerKind::TrialBalance, &query("2025-01", month, None)).unwrap();
        let last = domain::Month::read(month).unwrap().last_day().to_string();
        let balance = book.trial_balance("C02", &last, None, false).unwrap();
        let total = view.rows.last().unwrap();
        assert_eq!(amount(total, 2), amount(total, 3), "openings balance");
        assert_eq!((amount(total, 4), amount(total, 5)), {
            let totals = &balance.totals;
            (totals.debit.0, totals.credit.0)
        });
        assert_eq!(amount(total, 8), amount(total, 9), "closings balance");
        for row in &balance.rows {
            let own = view.rows.iter().find(|own| own.account.as_ref() == Some(&row.account));
            let own = own.unwrap();
            assert_eq!(amount(own, 8) - amount(own, 9), row.closing.0, "{}", row.account);
        }
    }
}

#[test]
fn a_month_opens_where_the_one_before_closed() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let months: Vec<String> = (1..=12).map(|month| format!("2025-{month:02}")).collect();
    for pair in months.windows(2) {
        let [before, after] = [&pair[0], &pair[1]].map(|month| query(month, month, Some("102")));
        let before = book.ledger("C01", LedgerKind::Detailed, &before).unwrap();
        let after = book.ledger("C01", LedgerKind::Detailed, &after).unwrap();
        let opening = SheetView { rows: vec![after.rows[0].clone()], ..after };
        assert_eq!(closing(&before), closing(&opening), "{pair:?}");
    }
}

#[test]
fn members_add_up_to_their_account() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let view =
        book.ledger("C02", LedgerKind::Member, &query("2025-01", "2025-12", Some("301"))).unwrap();
    let total = view.rows.last().unwrap();
    let balance = book.trial_balance("C02", "2025-12-31", None, false).unwrap();
    let capital = balance.rows.iter().find(|row| row.account == "301").unwrap();
    assert_eq!(amount(total, 8) - amount(total, 9), capital.closing.0);
}

#[test]
fn a_ledger_is_saved_as_paper_or_workbook_by_its_ending() {
    let trial = goose_books();
    let mut book = trial.book();
    let asked = query("2025-01", "2025-12", Some("102"));
    for (name, begins) in [("账.pdf", "%PDF"), ("账.xlsx", "PK")] {
        let path = trial.beside(name);
        let saved = book.ledger_save("C1", LedgerKind::Detailed, &asked, &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes.len(), saved.bytes as usize);
        assert!(bytes.starts_with(begins.as_bytes()));
    }
    let path = trial.beside("账.docx");
    let refused = book.ledger_save("C1", LedgerKind::Detailed, &asked, &path).unwrap_err();
    assert_eq!((refused.code, path.exists()), ("ledger.ending", false));
}

#[test]
fn a_trial_balance_that_begins_late_closes_as_the_one_of_the_whole_year() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let whole = book.trial_balance("C01", "2025-12-31", None, false).unwrap();
    for from in ["2025-12-01", "2025-03-17"] {
        for recount in [false, true] {
            let late = book.trial_balance("C01", "2025-12-31", Some(from), recount).unwrap();
            assert_eq!(late.rows.len(), whole.rows.len());
            for (late, whole) in late.rows.iter().zip(&whole.rows) {
                assert_eq!(late.closing, whole.closing, "{from} {}", late.account);
                let sum = late.opening.0 + late.debit.0 - late.credit.0;
                assert_eq!(sum, late.closing.0, "{from} {}", late.account);
            }
        }
    }
}

#[test]
fn before_the_books_begin_nothing_stands_on_any_account() {
    let trial = goose_books();
    let mut book = trial.book();
    for recount in [false, true] {
        let before = book.trial_balance("C1", "2024-12-31", None, recount).unwrap();
        assert_eq!((before.rows.len(), before.totals.closing), (0, Money::ZERO.into()));
        let begun = book.trial_balance("C1", "2025-01-31", None, recount).unwrap();
        assert!(!begun.rows.is_empty());
    }
    let problem = book.account_register("C1", "102", 2024).unwrap_err();
    assert_eq!((problem.code, problem.field.as_deref()), ("month.before_books", Some("year")));
}

#[test]
fn a_close_notes_what_moved_without_the_detail_that_its_account_wants() {
    let trial = goose_books();
    let mut book = trial.book();
    let january = book.close_month("C1", "2025-01").unwrap();
    let of_bank = "102 银行存款本月没有和银行对账。";
    assert_eq!(january.notes.iter().map(|note| &note.zh).collect::<Vec<_>>(), [of_bank]);
    book.close_month("C1", "2025-02").unwrap();
    let march = book.close_month("C1", "2025-03").unwrap();
    let notes: Vec<&str> = march.notes.iter().map(|note| note.zh.as_str()).collect();
    let of_geese = "141 消耗性生物资产 借 10.00、贷 0.00 没有写项目（未分明细）。";
    assert_eq!(notes, [of_geese]);
}
