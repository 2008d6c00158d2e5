//! The words of the ledgers: titles, headings and sums, and the cells that are made of figures.

use domain::sheet::{Cell, Column, Content, Label, Row, RowKind};
use domain::{Money, Quantity};

pub(super) fn label(zh: &str, en: &str) -> Label {
    Label::new(zh, en)
}

/// A column under no group.
pub(super) fn column(zh: &str, en: &str, content: Content) -> Column {
    Column { group: None, heading: label(zh, en), content }
}

/// Debit and credit side by side under one heading.
pub(super) fn sides(zh: &str, en: &str) -> [Column; 2] {
    let side = |(side_zh, side_en)| Column {
        group: Some(label(zh, en)),
        heading: label(side_zh, side_en),
        content: Content::Money,
    };
    [("借方", "Debit"), ("贷方", "Credit")].map(side)
}

/// Day, voucher and summary, which most ledgers begin with.
pub(super) fn line_columns() -> [Column; 3] {
    [
        column("日期", "Date", Content::Day),
        column("凭证", "Voucher", Content::Voucher),
        column("摘要", "Summary", Content::Text),
    ]
}

/// Debit, credit, on which side the balance stands, and how much it is.
pub(super) fn balance_columns() -> [Column; 4] {
    [
        column("借方", "Debit", Content::Money),
        column("贷方", "Credit", Content::Money),
        column("方向", "Side", Content::Code),
        column("余额", "Balance", Content::Money),
    ]
}

/// An amount; nothing for zero, as ledgers are written.
pub(super) fn money(amount: Money) -> Cell {
    if amount == Money::ZERO { Cell::Empty } else { Cell::Money(amount) }
}

pub(super) fn quantity(quantity: Option<Quantity>) -> Cell {
    quantity.map_or(Cell::Empty, Cell::Quantity)
}

pub(super) fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// A balance on the side on which it stands.
pub(super) fn two_sides(balance: Money) -> [Cell; 2] {
    let (debit, credit) =
        if balance < Money::ZERO { (Money::ZERO, -balance) } else { (balance, Money::ZERO) };
    [money(debit), money(credit)]
}

/// On which side a balance stands, and how much it is.
pub(super) fn balance(balance: Money) -> [Cell; 2] {
    let (zh, en) = match balance.cmp(&Money::ZERO) {
        std::cmp::Ordering::Greater => ("借", "Dr"),
        std::cmp::Ordering::Less => ("贷", "Cr"),
        std::cmp::Ordering::Equal => ("平", "—"),
    };
    [Cell::Label(label(zh, en)), Cell::Money(balance.abs())]
}

/// Turnover of both sides, with the balance after it.
pub(super) fn moved(debit: Money, credit: Money, after: Money) -> [Cell; 4] {
    let [side, amount] = balance(after);
    [money(debit), money(credit), side, amount]
}

/// A row that says what it is in the third column, after day and voucher.
pub(super) fn named_row(kind: RowKind, name: Label, cells: impl IntoIterator<Item = Cell>) -> Row {
    let before = [Cell::Empty, Cell::Empty, Cell::Label(name)];
    Row::new(kind, before.into_iter().chain(cells).collect())
}
