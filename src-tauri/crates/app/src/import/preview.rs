//! A file as it would be taken: the real import in a work that is not committed.

use std::collections::HashMap;
use std::path::Path;

use super::fields::{Fault, mapping_by_headers};
use super::kinds::{column_views, columns_of};
use super::table::{self, Table, TableRow};
use super::{ImportKind, ImportView, Tried, rows_of, try_table};
use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::import::{ImportFault, ImportInput, ImportPreviewView, ImportRow, ImportSource};

/// How many rows a preview shows.
const ROWS: usize = 500;
/// How many faults a preview names.
const FAULTS: usize = 1000;

impl Book {
    /// What would come of a file or of what was pasted, with every fault. Nothing is taken.
    ///
    /// # Errors
    /// A kind that there is not, a cooperative that is not known or not named, or a file that
    /// cannot be read.
    pub fn import_preview(&mut self, input: &ImportInput) -> Result<ImportPreviewView, Problem> {
        let (kind, table) = read(input)?;
        let work = self.store.begin()?;
        let shown = Shown { kind, table: &table };
        match try_table(&work, kind, &table, input.coop.as_deref())? {
            Tried::Before(batch) => Ok(ImportPreviewView {
                taken_before: Some(batch.number()),
                ..shown.view(Vec::new())
            }),
            Tried::Now { taken, faults, .. } => {
                let mut faults = faults.in_order();
                let taken = match taken {
                    Ok(taken) => taken,
                    Err(problem) => {
                        faults.extend(of_file(problem)?);
                        super::Taken::default()
                    }
                };
                let vouchers = taken.vouchers.filter(|_| faults.is_empty());
                Ok(ImportPreviewView { vouchers, warnings: taken.warnings, ..shown.view(faults) })
            }
        }
    }

    /// Takes a file or what was pasted into the book.
    ///
    /// # Errors
    /// As [`Book::import_preview`]; rows that were taken before; any faulty row: nothing is taken
    /// then.
    pub fn import_take(&mut self, input: &ImportInput) -> Result<ImportView, Problem> {
        let (kind, table) = read(input)?;
        self.import_table(kind, &table, input.coop.as_deref(), false)
    }
}

/// What is asked for, read, with the columns that were chosen or else those of the headers.
fn read(input: &ImportInput) -> Result<(ImportKind, Table), Problem> {
    let kind = ImportKind::of_word(&input.kind).ok_or_else(|| unknown_kind(&input.kind))?;
    let mut table = match &input.source {
        ImportSource::File { path } => table::read(Path::new(path))?,
        ImportSource::Pasted { name, text } => table::read_text(name, text)?,
    };
    let by_headers = || mapping_by_headers(&table, columns_of(kind));
    let mut mapping = input.mapping.clone().unwrap_or_else(by_headers);
    mapping.resize(table.headers.len(), None);
    table.mapping = Some(mapping);
    Ok((kind, table))
}

/// What is wrong with the columns of a file; any other problem is one of the whole preview.
fn of_file(problem: Problem) -> Result<Vec<Fault>, Problem> {
    if problem.code != "import.rows" {
        return Err(problem);
    }
    let whole = |text| Fault { row: None, place: None, text };
    Ok(problem.details.into_iter().map(whole).collect())
}

struct Shown<'a> {
    kind: ImportKind,
    table: &'a Table,
}

impl Shown<'_> {
    fn view(&self, faults: Vec<Fault>) -> ImportPreviewView {
        let faults: Vec<ImportFault> = faults.into_iter().map(fault_view).collect();
        ImportPreviewView {
            kind: self.kind.word(),
            file_name: self.table.file_name.clone(),
            headers: self.table.headers.clone(),
            mapping: self.table.mapping.clone().unwrap_or_default(),
            columns: column_views(self.kind),
            rows: self.rows(&faults),
            row_count: rows_of(self.table),
            vouchers: None,
            fault_count: u32::try_from(faults.len()).unwrap_or(u32::MAX),
            faults: faults.into_iter().take(FAULTS).collect(),
            warnings: Vec::new(),
            taken_before: None,
        }
    }

    /// The first rows, and of those after them the ones with faults.
    fn rows(&self, faults: &[ImportFault]) -> Vec<ImportRow> {
        let mut by_row: HashMap<u32, Vec<ImportFault>> = HashMap::new();
        for fault in faults.iter().take(FAULTS) {
            if let Some(row) = fault.row {
                by_row.entry(row).or_default().push(fault.clone());
            }
        }
        let mut rows: Vec<&TableRow> = self.table.rows.iter().chain(&self.table.sums).collect();
        rows.sort_by_key(|row| row.number);
        let rows = rows.into_iter().enumerate();
        let shown = rows.filter(|(place, row)| *place < ROWS || by_row.contains_key(&row.number));
        let shown = shown.map(|(_, row)| ImportRow {
            number: row.number,
            cells: row.cells.iter().map(str::to_owned).collect(),
            faults: by_row.get(&row.number).cloned().unwrap_or_default(),
        });
        shown.collect()
    }
}

fn fault_view(fault: Fault) -> ImportFault {
    let place = fault.place.and_then(|place| u32::try_from(place).ok());
    ImportFault { row: fault.row, place, text: fault.text }
}

fn unknown_kind(word: &str) -> Problem {
    let words = ImportKind::ALL.map(ImportKind::word).join(", ");
    let text = Text::new(
        format!("没有“{word}”这种导入，可以写：{words}。"),
        format!("There is no import of “{word}”; write one of: {words}."),
    );
    Problem::input("import.kind", text).about("kind")
}
