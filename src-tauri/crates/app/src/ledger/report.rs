//! The reports of the command line as sheets, with the figures that their tables have.

use std::path::Path;

use domain::sheet::{Cell, Content, Fact, Label, Row, RowKind, Sheet};
use domain::voucher::VoucherNumber;
use store::Reading;

use super::words::{column, label};
use super::written;
use crate::book::Book;
use crate::paper::{ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::report;
use crate::view::Yuan;
use crate::view::books::TrialBalanceView;
use crate::view::ledger::SavedView;
use crate::view::voucher::RegisterView;

impl Book {
    /// Writes a trial balance to a file, as PDF or as a workbook by its ending.
    ///
    /// # Errors
    /// As [`Book::trial_balance`]; an ending that is neither, a character that cannot be printed,
    /// or a file that cannot be written.
    pub fn trial_balance_save(
        &mut self,
        coop: &str,
        days: (&str, Option<&str>),
        recount: bool,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        self.sheet_save(path, |reading| {
            Ok(trial_balance(&report::trial_balance(reading, coop, days, recount)?))
        })
    }

    /// Writes an account's register to a file, as PDF or as a workbook by its ending.
    ///
    /// # Errors
    /// As [`Book::account_register`] and [`Book::trial_balance_save`].
    pub fn register_save(
        &mut self,
        coop: &str,
        account: &str,
        year: i64,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        self.sheet_save(path, |reading| {
            Ok(register(&report::account_register(reading, coop, account, year)?))
        })
    }

    /// Writes a text to a file; one that is there already is replaced.
    ///
    /// # Errors
    /// A file that is a book, and one that cannot be written.
    pub fn text_save(&mut self, text: &str, path: &Path) -> Result<SavedView, Problem> {
        refuse_over_book(path, self.store.path(), "txt")?;
        put(path, text.as_bytes())
    }

    /// Writes a sheet to a file. Its figures and its check code are of one state of the book.
    pub(super) fn sheet_save(
        &mut self,
        path: &Path,
        sheet: impl FnOnce(&Reading<'_>) -> Result<Sheet, Problem>,
    ) -> Result<SavedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let ending = ending(path);
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let bytes = written(&reading, &sheet(&reading)?, &ending, operator)?;
        put(path, &bytes)
    }
}

fn amount(yuan: Yuan) -> Cell {
    Cell::Money(yuan.0)
}

fn trial_balance(view: &TrialBalanceView) -> Sheet {
    let rows = view.rows.iter().map(|row| {
        let named = [Cell::Text(row.account.clone()), Cell::Text(row.name.clone())];
        let figures = [row.opening, row.debit, row.credit, row.closing].map(amount);
        Row::new(RowKind::Line, named.into_iter().chain(figures).collect())
    });
    let (totals, opening) = (&view.totals, view.opening_name());
    let named = [Cell::Empty, Cell::Label(label("合计", "Total"))];
    let figures = [totals.opening, totals.debit, totals.credit, totals.closing].map(amount);
    let total = Row::new(RowKind::Total, named.into_iter().chain(figures).collect());
    let period =
        label(&format!("{} 至 {}", view.from, view.at), &format!("{} – {}", view.from, view.at));
    Sheet {
        facts: vec![Fact {
            name: label("余额", "Balances"),
            value: label("借方为正，贷方为负", "debit above zero, credit below"),
        }],
        columns: vec![
            column("科目编码", "Code", Content::Code),
            column("科目名称", "Account", Content::Text),
            column(&opening.zh, &opening.en, Content::Money),
            column("借方", "Debit", Content::Money),
            column("贷方", "Credit", Content::Money),
            column("期末余额", "Closing", Content::Money),
        ],
        rows: rows.chain([total]).collect(),
        ..Sheet::new(label("科目余额表", "Trial balance"), &view.coop.name, period)
    }
}

fn register(view: &RegisterView) -> Sheet {
    let empty = || Cell::Empty;
    let opening = vec![
        empty(),
        empty(),
        Cell::Label(label("年初余额", "Opening")),
        empty(),
        empty(),
        empty(),
        empty(),
        amount(view.opening),
    ];
    let side = |yuan: Yuan| if yuan.0.fen() == 0 { Cell::Empty } else { amount(yuan) };
    let rows = view.rows.iter().map(|row| {
        let against: Vec<&str> = row.counter.iter().map(|line| line.name.as_str()).collect();
        let voucher = VoucherNumber::read(&row.voucher);
        let cells = vec![
            Cell::Text(row.date.clone()),
            voucher.map_or_else(empty, Cell::Voucher),
            Cell::Text(row.summary.clone()),
            Cell::Text(format!("{} {}", row.account.code, row.account.name)),
            Cell::Text(against.join("、")),
            side(row.debit),
            side(row.credit),
            amount(row.balance),
        ];
        Row::new(RowKind::Line, cells)
    });
    let year = vec![
        empty(),
        empty(),
        Cell::Label(label("本年合计", "Year")),
        empty(),
        empty(),
        amount(view.debit),
        amount(view.credit),
        amount(view.closing),
    ];
    let opening = Row::new(RowKind::Opening, opening);
    let year = Row::new(RowKind::Total, year);
    let period = label(&format!("{} 年", view.year), &view.year.to_string());
    Sheet {
        facts: vec![Fact {
            name: label("科目", "Account"),
            value: Label::same(format!("{} {}", view.account.code, view.account.name)),
        }],
        columns: vec![
            column("日期", "Date", Content::Code),
            column("凭证", "Voucher", Content::Voucher),
            column("摘要", "Summary", Content::Text),
            column("科目", "Account", Content::Text),
            column("对方科目", "Against", Content::Text),
            column("借方", "Debit", Content::Money),
            column("贷方", "Credit", Content::Money),
            column("余额", "Balance", Content::Money),
        ],
        rows: [opening].into_iter().chain(rows).chain([year]).collect(),
        ..Sheet::new(label("明细账", "Account register"), &view.coop.name, period)
    }
}
