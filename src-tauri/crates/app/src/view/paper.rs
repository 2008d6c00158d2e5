//! What can be printed, and whether everything on it can be.

use serde::Serialize;
use ts_rs::TS;

use super::district::DistributionStatus;
use super::{Named, Yuan};

/// What can be printed for one cooperative and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintView {
    /// The cooperative.
    pub cooperative: Named,
    /// The fiscal year.
    pub year: i16,
    /// The years that have vouchers, earliest first.
    pub years: Vec<i16>,
    /// How far the distribution is; slips are printed once it is approved.
    pub status: DistributionStatus,
    /// How many slips, and pages, all members make.
    pub slips: u32,
    /// A4 pages, three slips to a page.
    pub pages: u32,
    /// What all slips come to.
    pub total: Yuan,
    /// The villages to choose from: village collectives with the households that live there.
    pub villages: Vec<PrintVillage>,
    /// Characters that no bundled font has, and in whose names they stand.
    pub missing: Vec<MissingGlyph>,
}

/// A village's slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintVillage {
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township, which tells villages of one name apart.
    pub township: String,
    /// How many slips there are for it and its households.
    pub slips: u32,
    /// What they come to.
    pub total: Yuan,
}

/// A character that cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingGlyph {
    /// The character.
    pub character: String,
    /// The names in which it stands.
    pub names: Vec<String>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintedView {
    /// Where it lies.
    pub path: String,
    /// How many slips it holds.
    pub slips: u32,
    /// On how many pages.
    pub pages: u32,
    /// How many bytes.
    pub bytes: u32,
}

/// A file of printed vouchers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VouchersPrintedView {
    /// Where it lies.
    pub path: String,
    /// How many vouchers it holds.
    pub vouchers: u32,
    /// On how many pages; a workbook has none.
    pub pages: u32,
    /// How many bytes.
    pub bytes: u32,
}
