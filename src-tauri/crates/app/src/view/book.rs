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
