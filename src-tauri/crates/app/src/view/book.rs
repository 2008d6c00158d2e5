//! The book itself: what it holds, which books were open lately, what a check found.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// What a book holds, in counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BookView {
    /// Where the file lies.
    pub path: String,
    /// The name of the district or township that it is kept for.
    pub name: String,
    /// How many townships, villages, cooperatives, members and posted vouchers it holds.
    pub townships: u32,
    /// Villages.
    pub villages: u32,
    /// Cooperatives.
    pub cooperatives: u32,
    /// Members of all cooperatives.
    pub members: u32,
    /// Posted vouchers of all cooperatives.
    pub vouchers: u32,
    /// The day of the last posted voucher, if there is one.
    pub last_voucher: Option<String>,
    /// The years that have vouchers or incomes, earliest first.
    pub years: Vec<i16>,
    /// The version of the file's schema.
    pub schema_version: u32,
    /// The check code of the book as it is.
    pub code: Option<String>,
    /// When the last copy was made of it, by the clock of this machine.
    pub last_backup: Option<String>,
}

/// A book that was open lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentBook {
    /// Where the file lay.
    pub path: String,
    /// Its name then.
    pub name: String,
    /// Villages then.
    pub villages: u32,
    /// Cooperatives then.
    pub cooperatives: u32,
    /// The day of its last voucher then, if there was one.
    pub last_voucher: Option<String>,
    /// When the last copy had been made of it then.
    #[serde(default)]
    pub last_backup: Option<String>,
    /// Whether the file is still there.
    #[serde(default)]
    pub exists: bool,
}

/// The start screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StartView {
    /// Books that were open lately, the latest first.
    pub recent: Vec<RecentBook>,
    /// The book that the program was started with or has open now.
    pub open: Option<BookView>,
    /// The folder that new books are put into unless another is chosen.
    pub folder: String,
    /// The program's version.
    pub version: String,
}

/// What the check of the whole book found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct CheckView {
    /// Whether everything holds.
    pub holds: bool,
    /// How many vouchers, lines and distributions were recounted.
    pub vouchers: u32,
    /// Lines of these vouchers.
    pub lines: u32,
    /// Distributions recounted.
    pub distributions: u32,
    /// The check code of the book as it is.
    pub code: Option<String>,
    /// What does not hold, with the figures.
    pub faults: Vec<Text>,
}

/// A copy that was made of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupView {
    /// Where it lies.
    pub path: String,
    /// How many bytes.
    pub bytes: u32,
    /// How many posted vouchers it holds.
    pub vouchers: u32,
    /// How many cooperatives.
    pub cooperatives: u32,
    /// The check code that it has.
    pub code: Option<String>,
}

/// The copies that were made of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupsView {
    /// The copies, the latest first.
    pub rows: Vec<BackupRow>,
    /// How much became final since the last one.
    pub changes: u32,
    /// Whether it is time for another.
    pub due: bool,
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    /// Where it was put.
    pub path: String,
    /// When, by the clock of this machine.
    pub made_at: String,
    /// Whether the file is still there.
    pub exists: bool,
}

/// A book in a folder, which may be a copy to go back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupFile {
    /// Where it lies.
    pub path: String,
    /// How many bytes.
    pub bytes: u32,
    /// When it was last written.
    pub made_at: String,
}

/// A copy that was gone back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RestoreView {
    /// The new book.
    pub path: String,
    /// The copy that it was made of.
    pub from: String,
    /// Whom it is kept for.
    pub name: String,
    /// How many cooperatives it holds.
    pub cooperatives: u32,
    /// How many posted vouchers.
    pub vouchers: u32,
    /// The day of the last one.
    pub last_voucher: Option<String>,
    /// Its check code.
    pub code: Option<String>,
}

/// The log of the book (操作日志), the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogView {
    /// The entries.
    pub rows: Vec<LogRow>,
    /// The place before which older ones follow; nothing at the beginning.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogRow {
    /// Its place in the chain.
    #[ts(type = "number")]
    pub seq: i64,
    /// When, by the clock of this machine.
    pub at: String,
    /// Who; nobody where the program did it.
    pub operator: Option<String>,
    /// What became final.
    pub what: Text,
    /// Its row.
    #[ts(type = "number")]
    pub subject: i64,
}
