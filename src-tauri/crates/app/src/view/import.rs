//! Imports: what they bring, what is wrong with a file before it is taken, which there were.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// What a file can bring, and the columns that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportKindView {
    /// The word that commands use.
    pub word: &'static str,
    /// What people call it.
    pub name: Text,
    /// Whether a cooperative is named beside the file.
    pub coop: ImportCoop,
    /// Its columns, those that must be there first.
    pub columns: Vec<ImportColumn>,
}

/// Whether a cooperative is named beside a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportCoop {
    /// What it brings belongs to none.
    None,
    /// By a column, or beside the file.
    Optional,
    /// Always beside the file.
    Required,
}

/// A column that an import knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportColumn {
    /// The name that files and mappings use.
    pub name: &'static str,
    /// What people call it.
    pub label: Text,
    /// Whether it must be there.
    pub required: bool,
}

/// Every kind of import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportKindsView {
    /// In the order in which a new book is filled.
    pub kinds: Vec<ImportKindView>,
}

/// Where rows come from: a file, or what was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(untagged)]
pub enum ImportSource {
    /// A file on the disk.
    File {
        /// Where it lies.
        path: String,
    },
    /// Text from the clipboard: cells between tabs, as a spreadsheet gives them, or a csv.
    Pasted {
        /// What it is called in the history.
        name: String,
        /// The text.
        text: String,
    },
}

/// What is asked of an import, tried or taken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ImportInput {
    /// What the rows bring.
    pub kind: String,
    /// The cooperative, where one is named beside the file.
    pub coop: Option<String>,
    /// Where the rows come from.
    pub source: ImportSource,
    /// For each column of the file the name of ours, or nothing where it is left out; nothing at
    /// all to go by the headers.
    pub mapping: Option<Vec<Option<String>>>,
}

/// A file as it would be taken, with everything that is wrong with it. Nothing was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreviewView {
    /// What the rows bring.
    pub kind: &'static str,
    /// The file's name.
    pub file_name: String,
    /// The cells of its first row.
    pub headers: Vec<String>,
    /// For each of them the name of our column, or nothing where it is left out.
    pub mapping: Vec<Option<String>>,
    /// The columns that can be chosen.
    pub columns: Vec<ImportColumn>,
    /// The first 500 rows, and after them those with faults.
    pub rows: Vec<ImportRow>,
    /// How many rows there are.
    pub row_count: u32,
    /// How many vouchers they make, where they are vouchers without faults.
    pub vouchers: Option<u32>,
    /// The first 1000 faults, in the order of the rows.
    pub faults: Vec<ImportFault>,
    /// How many there are.
    pub fault_count: u32,
    /// What would be taken, but is odd.
    pub warnings: Vec<Text>,
    /// The import that took the same rows before.
    #[ts(type = "number | null")]
    pub taken_before: Option<i64>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRow {
    /// Its number, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What is wrong with it.
    pub faults: Vec<ImportFault>,
}

/// Something that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportFault {
    /// The row; nothing where it is about the whole file.
    pub row: Option<u32>,
    /// Which of its cells, from 0, where one is to blame.
    pub place: Option<u32>,
    /// What is wrong.
    pub text: Text,
}

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportView {
    /// The number of the batch; nothing for a trial run.
    #[ts(type = "number | null")]
    pub batch: Option<i64>,
    /// What was imported.
    pub kind: &'static str,
    /// How many rows.
    pub rows: u32,
    /// How many vouchers they made, where they are vouchers.
    pub vouchers: Option<u32>,
    /// Rows that were taken, but are odd.
    pub warnings: Vec<Text>,
}

/// Every import that there was, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportsView {
    /// The imports.
    pub rows: Vec<BatchView>,
}

/// An import that there was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchView {
    /// Its number.
    #[ts(type = "number")]
    pub batch: i64,
    /// What it brought.
    pub kind: String,
    /// What people call that.
    pub name: Text,
    /// The file's name.
    pub file: String,
    /// The first 12 digits of the file's SHA-256.
    pub hash: String,
    /// How many rows it had.
    pub rows: u32,
    /// How many vouchers they made, where they made any.
    pub vouchers: Option<u32>,
    /// The cooperative that it was read for, where it was read for one.
    pub coop: Option<String>,
    /// Who took it.
    pub who: String,
    /// When, by the clock of this machine: `2025-03-31 16:20`.
    pub when: String,
    /// Who took it back, where somebody did.
    pub undone: Option<UndoneView>,
}

/// Who took an import back, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoneView {
    /// Who.
    pub who: String,
    /// When, by the clock of this machine.
    pub when: String,
}
