//! Ledgers as the window shows them: any [`domain::sheet::Sheet`], cell by cell.

use domain::sheet::{Cell, Content, Label, RowKind, Sheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Named, QuantityText, Text, Yuan};

/// Which ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// 科目余额表.
    TrialBalance,
    /// 总账.
    General,
    /// 明细账.
    Detailed,
    /// 多栏账.
    MultiColumn,
    /// 数量金额账.
    Quantity,
    /// 现金、银行日记账.
    DayBook,
    /// 成员明细账.
    Member,
    /// 项目明细账.
    Project,
    /// 往来单位明细账.
    Counterparty,
}

/// What of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LedgerQuery {
    /// The first month, `2025-01`.
    pub from: String,
    /// The last month.
    pub to: String,
    /// The account's code.
    #[serde(default)]
    pub account: Option<String>,
    /// The member's code.
    #[serde(default)]
    pub member: Option<String>,
    /// The project; empty for lines that name none.
    #[serde(default)]
    pub project: Option<String>,
    /// The other party; empty for lines that name none.
    #[serde(default)]
    pub counterparty: Option<String>,
}

/// What a ledger can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LedgerChoices {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// Its chart, in order.
    pub accounts: Vec<LedgerAccount>,
    /// Its members.
    pub members: Vec<LedgerMember>,
    /// Projects that lines name.
    pub projects: Vec<String>,
    /// Other parties that lines name.
    pub counterparties: Vec<String>,
    /// The first month with vouchers.
    pub first: String,
    /// The last one.
    pub last: String,
    /// The years from the first month through the last.
    pub years: Vec<i16>,
}

/// An account to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LedgerAccount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The initials of its name in pinyin.
    pub initials: String,
    /// How many accounts stand above it.
    pub level: usize,
    /// Whether none stands below it.
    pub leaf: bool,
}

/// A member to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LedgerMember {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The initials of its name in pinyin.
    pub initials: String,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedView {
    /// Where it lies.
    pub path: String,
    /// How large it is.
    pub bytes: u32,
}

/// A ledger, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetView {
    /// What it is.
    pub title: Text,
    /// The number of a statutory form.
    pub form: Option<Text>,
    /// Whose books.
    pub entity: String,
    /// The months.
    pub period: Text,
    /// What else stands above the columns.
    pub facts: Vec<SheetFact>,
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// The rows.
    pub rows: Vec<SheetRow>,
    /// What is said below the table.
    pub notes: Vec<Text>,
}

/// A line above the columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetFact {
    /// What it names.
    pub name: Text,
    /// What it says.
    pub value: Text,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetColumn {
    /// What stands above several side by side.
    pub group: Option<Text>,
    /// What stands above this one.
    pub heading: Text,
    /// What its cells hold.
    pub content: ContentView,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContentView {
    /// Names and summaries.
    Text,
    /// Codes and short words.
    Code,
    /// A day.
    Day,
    /// A voucher's number.
    Voucher,
    /// Yuan.
    Money,
    /// A quantity or price.
    Quantity,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRow {
    /// What it is.
    pub kind: RowKindView,
    /// How deep below the account above it.
    pub level: u8,
    /// One cell for each column; nothing where it is empty.
    pub cells: Vec<Option<CellView>>,
    /// The account whose ledger it opens.
    pub account: Option<String>,
    /// The member's code, project or other party whose ledger it opens; empty for lines that name
    /// none.
    pub detail: Option<String>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowKindView {
    /// What was brought forward.
    Opening,
    /// One line or account.
    Line,
    /// The sum of a month or group.
    Subtotal,
    /// The sum of all.
    Total,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellView {
    /// What somebody typed or named.
    Text(String),
    /// A phrase of ours.
    Label(Text),
    /// A day.
    Day(String),
    /// A voucher's number.
    Voucher(String),
    /// An amount.
    Money(Yuan),
    /// A quantity, below zero with a minus.
    Quantity(String),
}

fn text(label: &Label) -> Text {
    Text::new(&label.zh, &label.en)
}

impl SheetView {
    /// The view of a sheet.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let fact = |fact: &domain::sheet::Fact| SheetFact {
            name: text(&fact.name),
            value: text(&fact.value),
        };
        let column = |column: &domain::sheet::Column| SheetColumn {
            group: column.group.as_ref().map(text),
            heading: text(&column.heading),
            content: content(column.content),
        };
        let row = |row: &domain::sheet::Row| SheetRow {
            kind: kind(row.kind),
            level: row.level,
            cells: row.cells.iter().map(cell).collect(),
            account: row.account.clone(),
            detail: row.detail.clone(),
        };
        SheetView {
            title: text(&sheet.title),
            form: sheet.form.as_ref().map(text),
            notes: sheet.notes.iter().map(text).collect(),
            entity: sheet.entity.clone(),
            period: text(&sheet.period),
            facts: sheet.facts.iter().map(fact).collect(),
            columns: sheet.columns.iter().map(column).collect(),
            rows: sheet.rows.iter().map(row).collect(),
        }
    }
}

fn content(content: Content) -> ContentView {
    match content {
        Content::Text => ContentView::Text,
        Content::Code => ContentView::Code,
        Content::Day => ContentView::Day,
        Content::Voucher => ContentView::Voucher,
        Content::Money => ContentView::Money,
        Content::Quantity => ContentView::Quantity,
    }
}

fn kind(kind: RowKind) -> RowKindView {
    match kind {
        RowKind::Opening => RowKindView::Opening,
        RowKind::Line => RowKindView::Line,
        RowKind::Subtotal => RowKindView::Subtotal,
        RowKind::Total => RowKindView::Total,
    }
}

fn cell(cell: &Cell) -> Option<CellView> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(words) => CellView::Text(words.clone()),
        Cell::Label(label) => CellView::Label(text(label)),
        Cell::Day(day) => CellView::Day(day.to_string()),
        Cell::Voucher(number) => CellView::Voucher(number.to_string()),
        Cell::Money(amount) => CellView::Money(Yuan(*amount)),
        Cell::Quantity(quantity) => CellView::Quantity(QuantityText(*quantity).0.to_string()),
        Cell::QuantityBelowZero(quantity) => CellView::Quantity(format!("-{quantity}")),
    })
}
