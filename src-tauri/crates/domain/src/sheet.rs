//! A sheet (表): a ledger, a trial balance or a list as data. Screen, paper and workbook show the
//! same sheet, so that no figure can differ between them.

use jiff::civil::Date;

use crate::money::Money;
use crate::quantity::Quantity;
use crate::voucher::VoucherNumber;

/// A word or phrase in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// In Chinese, as papers print it.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Label {
    /// Both.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Label { zh: zh.into(), en: en.into() }
    }

    /// A name that is the same in both, such as an account's.
    pub fn same(name: impl Into<String>) -> Self {
        let zh = name.into();
        Label { en: zh.clone(), zh }
    }
}

/// A whole sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is: 科目余额表, 明细账 …
    pub title: Label,
    /// The number of a statutory form, such as 会农社01表.
    pub form: Option<Label>,
    /// Whose books it shows: the cooperative's name.
    pub entity: String,
    /// The days or months that it covers.
    pub period: Label,
    /// What else stands above the columns, such as the account of a ledger.
    pub facts: Vec<Fact>,
    /// Its columns, from the left.
    pub columns: Vec<Column>,
    /// Its rows, from the top; each has one cell for each column.
    pub rows: Vec<Row>,
    /// What is said below the table, such as checks between forms.
    pub notes: Vec<Label>,
}

impl Sheet {
    /// A sheet of these books and days without columns and rows yet.
    #[must_use]
    pub fn new(title: Label, entity: impl Into<String>, period: Label) -> Self {
        Sheet {
            title,
            form: None,
            entity: entity.into(),
            period,
            facts: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// A line above the columns: `科目 102 银行存款`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it names.
    pub name: Label,
    /// What it says.
    pub value: Label,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above several columns side by side, such as 期初余额; equal neighbours are one.
    pub group: Option<Label>,
    /// What stands above this one.
    pub heading: Label,
    /// What its cells hold, which says how wide it is and where they stand.
    pub content: Content,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Names and summaries: as wide as there is room.
    Text,
    /// Codes and short words.
    Code,
    /// A day.
    Day,
    /// A voucher's number.
    Voucher,
    /// Yuan with two decimals.
    Money,
    /// A quantity or a unit price.
    Quantity,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// What somebody typed or named.
    Text(String),
    /// A phrase of ours, such as 本月合计.
    Label(Label),
    /// A day.
    Day(Date),
    /// A voucher, which the screen opens.
    Voucher(VoucherNumber),
    /// An amount; below zero in red.
    Money(Money),
    /// A quantity or price.
    Quantity(Quantity),
    /// A quantity that is short or taken back, shown below zero.
    QuantityBelowZero(Quantity),
}

/// What a row is, which says how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// What was brought forward.
    Opening,
    /// One line or one account.
    Line,
    /// The sum of a month or of a group.
    Subtotal,
    /// The sum of all.
    Total,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// How deep it stands below the account above it; 0 at the top.
    pub level: u8,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
    /// The account whose lines it sums, which the screen opens.
    pub account: Option<String>,
    /// The member's code, project or other party whose lines it sums, which the screen opens;
    /// empty for lines that name none.
    pub detail: Option<String>,
}

impl Row {
    /// A row at the top level that leads nowhere.
    #[must_use]
    pub fn new(kind: RowKind, cells: Vec<Cell>) -> Self {
        Row { kind, level: 0, cells, account: None, detail: None }
    }

    /// The same row, which opens the ledger of this account.
    #[must_use]
    pub fn of_account(self, code: impl Into<String>) -> Self {
        Row { account: Some(code.into()), ..self }
    }

    /// The same row, which opens the ledger of this member, project or other party, if of any.
    #[must_use]
    pub fn of_detail(self, detail: Option<String>) -> Self {
        Row { detail, ..self }
    }

    /// The same row, so many levels below the top.
    #[must_use]
    pub fn at_level(self, level: u8) -> Self {
        Row { level, ..self }
    }
}
