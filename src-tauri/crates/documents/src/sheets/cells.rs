//! What the cells of a sheet say on paper, where it stands and how it looks.

use std::borrow::Cow;

use domain::Money;
use domain::sheet::{Cell, Content, Row, RowKind, Sheet};

use crate::figures::quantity;
use crate::font;
use crate::page::{Anchor, Ink, Style};

/// Reads the cells of one sheet.
pub(super) struct Words<'a> {
    sheet: &'a Sheet,
    /// Whether a voucher's month stands beside it already, as part of a day.
    has_day: bool,
    /// The column of texts that shows how deep a row stands.
    tree: Option<usize>,
}

/// How far a row stands in for each level, in thousandths of the size.
const LEVEL: u32 = 1000;

impl<'a> Words<'a> {
    pub fn new(sheet: &'a Sheet) -> Self {
        let has = |content| sheet.columns.iter().position(|column| column.content == content);
        Words { sheet, has_day: has(Content::Day).is_some(), tree: has(Content::Text) }
    }

    /// What a cell says.
    pub fn say(&self, cell: &'a Cell) -> Cow<'a, str> {
        match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(words) => Cow::Borrowed(words),
            Cell::Label(label) => Cow::Borrowed(&label.zh),
            Cell::Day(date) => date.to_string().into(),
            Cell::Voucher(number) if self.has_day => {
                format!("{}-{:03}", number.word, number.number).into()
            }
            Cell::Voucher(number) => number.to_string().into(),
            Cell::Money(amount) => amount.grouped().into(),
            Cell::Quantity(amount) => quantity(*amount).into(),
            Cell::QuantityBelowZero(amount) => format!("−{}", quantity(*amount)).into(),
        }
    }

    /// How far the words of a row's cell stand in, in thousandths of the size.
    pub fn indent(&self, row: &Row, column: usize) -> u32 {
        match self.tree {
            Some(tree) if tree == column => u32::from(row.level) * LEVEL,
            Some(_) | None => 0,
        }
    }

    /// The widest cell of a column, in thousandths of the size.
    pub fn widest(&self, column: usize) -> u32 {
        let of_row = |row: &'a Row| {
            let words = row.cells.get(column).map_or(0, |cell| font::advance(&self.say(cell)));
            words + self.indent(row, column)
        };
        self.sheet.rows.iter().map(of_row).max().unwrap_or(0)
    }
}

/// Whether a cell is a figure, which stays in one line.
pub(super) const fn is_figure(cell: &Cell) -> bool {
    matches!(cell, Cell::Money(_) | Cell::Quantity(_) | Cell::QuantityBelowZero(_))
}

/// Where the words of a cell stand in a column.
pub(super) fn anchor(cell: &Cell, content: Content, kind: RowKind) -> Anchor {
    let is_sum = matches!(kind, RowKind::Subtotal | RowKind::Total);
    match (cell, content) {
        (Cell::Money(_) | Cell::Quantity(_) | Cell::QuantityBelowZero(_), _) => Anchor::Right,
        (Cell::Day(_) | Cell::Voucher(_), _) | (Cell::Label(_), Content::Code) => Anchor::Middle,
        (Cell::Label(_), Content::Text) if is_sum => Anchor::Middle,
        (_, Content::Text | Content::Code) => Anchor::Left,
        (_, Content::Day | Content::Voucher | Content::Money | Content::Quantity) => Anchor::Middle,
    }
}

/// How a cell looks: sums strong, what is below zero red.
pub(super) fn style(cell: &Cell, kind: RowKind, size: u16) -> Style {
    let is_below_zero = match cell {
        Cell::Money(amount) => *amount < Money::ZERO,
        Cell::QuantityBelowZero(_) => true,
        _ => false,
    };
    let ink = if is_below_zero { Ink::Red } else { Ink::Black };
    let bold = matches!(kind, RowKind::Subtotal | RowKind::Total);
    Style { bold, ..Style::new(size, ink) }
}
