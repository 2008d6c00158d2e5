//! 银行存款余额调节表 as a sheet: both balances, what is open line by line, both balances then.

use domain::bank::Reconciliation;
use domain::sheet::{Cell, Column, Content, Fact, Label, Row, RowKind, Sheet};
use domain::{Money, Month};
use jiff::civil::Date;

use super::Asked;
use super::state::State;

/// The sheet of an account and month; nothing where the bank's balance is not known.
pub(super) fn of(asked: &Asked, month: Month, state: &State) -> Option<Sheet> {
    let of = state.reconciliation()?;
    let day = month.last_day();
    let period = format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day());
    let title = Label::new("银行存款余额调节表", "Bank reconciliation");
    let period = Label::new(period, day.to_string());
    let account = &asked.account.what;
    let mut sheet = Sheet::new(title, &asked.coop.what.name, period);
    sheet.facts.push(Fact {
        name: Label::new("科目", "Account"),
        value: Label::same(format!("{} {}", account.code, account.name)),
    });
    sheet.columns = columns();
    sheet.rows = rows(state, &of);
    Some(sheet)
}

fn columns() -> Vec<Column> {
    let column =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    vec![
        column("项目", "Item", Content::Text),
        column("日期", "Day", Content::Day),
        column("凭证", "Voucher", Content::Voucher),
        column("金额", "Amount", Content::Money),
    ]
}

fn rows(state: &State, of: &Reconciliation) -> Vec<Row> {
    let mut rows = Vec::new();
    let total = |kind, zh: &str, en: &str, amount: Money| {
        let label = Cell::Label(Label::new(zh, en));
        Row::new(kind, vec![label, Cell::Empty, Cell::Empty, Cell::Money(amount)])
    };
    rows.push(total(RowKind::Subtotal, "银行对账单余额", "The bank's balance", of.bank));
    let book = |wanted: fn(Money) -> bool| {
        state.book_open.iter().filter(move |line| wanted(line.movement.amount)).map(|line| {
            let number = Cell::Voucher(line.voucher.clone());
            open(&line.summary, line.movement.on, number, line.movement.amount)
        })
    };
    rows.push(total(
        RowKind::Line,
        "加：企业已收、银行未收",
        "Add: in the books, not yet at the bank",
        of.book_in,
    ));
    rows.extend(book(|amount| amount > Money::ZERO));
    rows.push(total(
        RowKind::Line,
        "减：企业已付、银行未付",
        "Less: paid in the books, not yet at the bank",
        of.book_out,
    ));
    rows.extend(book(|amount| amount < Money::ZERO));
    rows.push(total(RowKind::Total, "调节后银行余额", "The bank's, adjusted", of.bank_adjusted()));
    rows.push(total(RowKind::Subtotal, "银行存款账面余额", "The books' balance", of.book));
    let bank = |wanted: fn(Money) -> bool| {
        state.bank_open.iter().filter(move |line| wanted(line.line.movement.amount)).map(|line| {
            let moved = line.line.movement;
            open(&line.line.summary, moved.on, Cell::Empty, moved.amount)
        })
    };
    rows.push(total(
        RowKind::Line,
        "加：银行已收、企业未收",
        "Add: received at the bank, not yet in the books",
        of.bank_in,
    ));
    rows.extend(bank(|amount| amount > Money::ZERO));
    rows.push(total(
        RowKind::Line,
        "减：银行已付、企业未付",
        "Less: paid at the bank, not yet in the books",
        of.bank_out,
    ));
    rows.extend(bank(|amount| amount < Money::ZERO));
    rows.push(total(RowKind::Total, "调节后账面余额", "The books', adjusted", of.book_adjusted()));
    if of.difference() != Money::ZERO {
        rows.push(total(RowKind::Total, "差额", "Difference", of.difference()));
    }
    rows
}

/// An open line, below the sum of its kind.
fn open(summary: &str, on: Date, voucher: Cell, amount: Money) -> Row {
    let cells =
        vec![Cell::Text(summary.to_owned()), Cell::Day(on), voucher, Cell::Money(amount.abs())];
    Row::new(RowKind::Line, cells).at_level(1)
}
