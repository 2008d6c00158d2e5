//! Which imports there were, and taking one back: the book says again what it said before, or one
//! sentence says what rests on it and what to do first.

use domain::id::BatchId;
use store::{BatchRecord, Deed, Reading, StoreError};

use super::ImportKind;
use super::obstacle::obstacle;
use crate::book::Book;
use crate::day;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::import::{BatchView, ImportsView, UndoneView};

impl Book {
    /// Every import that there was, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn imports(&mut self) -> Result<ImportsView, Problem> {
        let batches = self.store.read()?.batches()?.into_iter();
        Ok(ImportsView { rows: batches.map(batch_view).collect() })
    }

    /// Takes an import back: what it brought is gone, and the same file can be imported again.
    ///
    /// # Errors
    /// There is no such import, it was taken back before, or something that stays rests on what it
    /// brought.
    pub fn undo_import(&mut self, batch: i64) -> Result<BatchView, Problem> {
        let id = BatchId::new(batch);
        let work = self.store.begin()?;
        let record = record(&work, id)?;
        if let Some(undone) = &record.undone {
            return Err(taken_back(&record, undone));
        }
        match work.undo_batch(id) {
            Ok(()) => {
                let view = batch_view(self::record(&work, id)?);
                work.commit()?;
                Ok(view)
            }
            Err(StoreError::Rule(rule)) => {
                drop(work);
                let reading = self.store.read()?;
                match obstacle(&reading, &record, &rule)? {
                    Some((code, text)) => Err(Problem::refused(code, text)),
                    None => Err(StoreError::Rule(rule).into()),
                }
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn record(reading: &Reading<'_>, id: BatchId) -> Result<BatchRecord, Problem> {
    let batches = reading.batches()?;
    let count = batches.len();
    batches.into_iter().find(|record| record.id == id).ok_or_else(|| {
        let batch = id.number();
        let text = match count {
            0 => Text::new(
                format!("没有第 {batch} 批导入：这个账套还没有导入过。"),
                format!("There is no import {batch}: nothing was imported into this book yet."),
            ),
            count => Text::new(
                format!("没有第 {batch} 批导入，这个账套有第 1 到第 {count} 批。"),
                format!("There is no import {batch}; this book has imports 1 to {count}."),
            ),
        };
        Problem::refused("import.unknown", text).about("batch")
    })
}

fn batch_view(record: BatchRecord) -> BatchView {
    let vouchers = Some(record.vouchers).filter(|&count| count > 0);
    BatchView {
        batch: record.id.number(),
        name: name_of(&record.kind),
        kind: record.kind,
        file: record.file_name,
        hash: record.file_hash.chars().take(12).collect(),
        rows: record.rows,
        vouchers,
        coop: record.cooperative,
        who: record.made.operator,
        when: day::clock(record.made.at),
        undone: record
            .undone
            .map(|deed| UndoneView { who: deed.operator, when: day::clock(deed.at) }),
    }
}

fn name_of(kind: &str) -> Text {
    ImportKind::of_word(kind).map_or_else(|| Text::new(kind, kind), ImportKind::name)
}

/// How a sentence names an import: number, kind and file.
pub(super) fn named(record: &BatchRecord) -> Text {
    let (batch, file, name) = (record.id.number(), &record.file_name, name_of(&record.kind));
    Text::new(
        format!("第 {batch} 批（{}，{file}）", name.zh),
        format!("import {batch} ({}, {file})", name.en),
    )
}

fn taken_back(record: &BatchRecord, undone: &Deed) -> Problem {
    let (name, when, who) = (named(record), day::clock(undone.at), &undone.operator);
    let text = Text::new(
        format!("{}已由{who}在 {when} 撤销，没有什么可撤销的。", name.zh),
        format!("The {} was taken back by {who} on {when}; nothing is left of it.", name.en),
    );
    Problem::refused("undo.taken_back", text).about("batch")
}
