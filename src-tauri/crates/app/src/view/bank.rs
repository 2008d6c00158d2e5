//! Bank reconciliation and counts of cash.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::DraftView;
use super::{Named, Text, Yuan};

/// A bank account at the end of a month, beside what the bank says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The accounts of banks and the like.
    pub accounts: Vec<Named>,
    /// The one that is looked at.
    pub account: Named,
    /// The month.
    pub month: String,
    /// The month in which the books begin.
    pub starts: String,
    /// The months that are reconciled.
    pub reconciled: Vec<String>,
    /// The bank's statements that were taken.
    pub statements: Vec<BankStatementRow>,
    /// Lines of the bank that are not in the books by the month's end.
    pub bank_open: Vec<BankRow>,
    /// Lines of the books that the bank does not have by the month's end.
    pub book_open: Vec<BookRow>,
    /// Lines of the month that are found on both sides.
    pub matched: Vec<MatchedRow>,
    /// The two balances and what is open between them.
    pub reconciliation: ReconciliationView,
    /// The reconciliation that was made of the month, where one was.
    pub made: Option<ReconciliationView>,
}

/// A statement of the bank that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankStatementRow {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// The file that it came from.
    pub file: String,
    /// How many lines it has.
    pub lines: u32,
    /// The day of its first line.
    pub first: String,
    /// The day of its last line.
    pub last: String,
    /// How many of its lines are found in the books.
    pub matched: u32,
}

/// A line of the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankRow {
    /// Where it stands: the statement and the line.
    pub key: String,
    /// The day.
    pub date: String,
    /// How much: into the account above zero.
    pub amount: Yuan,
    /// What the bank says of it.
    pub summary: String,
}

/// A line of the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BookRow {
    /// Where it stands: the voucher and the line.
    pub key: String,
    /// The day.
    pub date: String,
    /// How much: into the account above zero.
    pub amount: Yuan,
    /// The number of its voucher.
    pub voucher: String,
    /// What it is for.
    pub summary: String,
}

/// Lines that are the same money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatchedRow {
    /// What the group is called by.
    #[ts(type = "number")]
    pub group: i64,
    /// Those of the bank.
    pub bank: Vec<BankRow>,
    /// Those of the books.
    pub book: Vec<BookRow>,
}

/// 银行存款余额调节表.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ReconciliationView {
    /// What the bank says; nothing where no statement reaches that far.
    pub bank: Option<Yuan>,
    /// What the books say.
    pub book: Yuan,
    /// In the books and not at the bank yet: in.
    pub book_in: Yuan,
    /// Out.
    pub book_out: Yuan,
    /// At the bank and not in the books yet: in.
    pub bank_in: Yuan,
    /// Out.
    pub bank_out: Yuan,
    /// What the bank would say with what is on its way.
    pub bank_adjusted: Option<Yuan>,
    /// What the books would say with what only the bank knows.
    pub book_adjusted: Yuan,
    /// What is left unexplained.
    pub difference: Option<Yuan>,
}

/// What came of taking a statement of the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankTakenView {
    /// The account.
    pub account: Named,
    /// How many lines were taken.
    pub lines: u32,
    /// How many lines were there already and were passed over.
    pub known: u32,
    /// How many lines were found in the books by themselves.
    pub matched: u32,
    /// What came in.
    pub came_in: Yuan,
    /// What went out.
    pub went_out: Yuan,
    /// What the account stood at after the last line.
    pub balance: Option<Yuan>,
    /// The months that it reaches into.
    pub months: Vec<String>,
    /// What is worth a look, such as balances that do not follow from each other.
    pub warnings: Vec<Text>,
}

/// Counts of cash of a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CashView {
    /// The cooperative.
    pub coop: Named,
    /// All cooperatives of the book.
    pub cooperatives: Vec<Named>,
    /// The accounts of cash boxes, with what they stand at.
    pub accounts: Vec<CashAccount>,
    /// The counts, the latest first.
    pub rows: Vec<CashRow>,
}

/// A cash box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CashAccount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What the books say of it now.
    pub balance: Yuan,
}

/// A count of cash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CashRow {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// At the end of which day.
    pub on: String,
    /// The account of the cash box.
    pub account: String,
    /// What was counted.
    pub counted: Yuan,
    /// What the books said.
    pub book: Yuan,
    /// Counted less books: above zero there is more than there should be.
    pub difference: Yuan,
    /// How many notes and coins of each kind.
    pub pieces: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
    /// The voucher of the difference that stands.
    pub voucher: Option<String>,
    /// The draft of it.
    #[ts(type = "number | null")]
    pub draft: Option<i64>,
}

/// A count of cash as it is typed: in all, or by notes and coins.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CashInput {
    /// The day.
    pub on: String,
    /// The account; the first one of 101 where empty.
    #[serde(default)]
    pub account: Option<String>,
    /// What was counted, in yuan.
    #[serde(default)]
    pub counted: Option<String>,
    /// How many of each note and coin.
    #[serde(default)]
    pub pieces: Vec<PieceInput>,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// Notes or coins of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PieceInput {
    /// What one is worth, in yuan.
    pub worth: String,
    /// How many.
    pub count: String,
}

/// What came of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CashMadeView {
    /// The counts with it.
    pub cash: CashView,
    /// The draft of the difference; nothing where there is none.
    pub draft: Option<DraftView>,
}
