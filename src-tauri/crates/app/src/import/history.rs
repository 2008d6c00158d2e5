//! Which imports there were, and taking one back: the book says again what it said before, or one
//! sentence says what rests on it and what to do first.

use std::collections::BTreeSet;

use domain::id::BatchId;
use store::{
    BatchRecord, Deed, FinalKind, LaterVoucher, Reading, Resting, RestingKind, StoreError,
};

use super::ImportKind;
use crate::book::Book;
use crate::day;
use crate::fault_text::kind_text;
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
fn named(record: &BatchRecord) -> Text {
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

/// What stands in the way of taking an import back, with the figures and the way on.
fn obstacle(
    reading: &Reading<'_>,
    record: &BatchRecord,
    rule: &str,
) -> Result<Option<(&'static str, Text)>, Problem> {
    let (id, name) = (record.id, named(record));
    Ok(match rule {
        "undo.closed_month" => reading.closed_on(id)?.map(|closed| {
            let (coop, month) = (closed.cooperative, closed.month);
            let text = Text::new(
                format!(
                    "{}没有撤销：合作社 {coop} 的 {month} 已经结账。先反结账，再撤销。",
                    name.zh
                ),
                format!(
                    "The {} was not taken back: cooperative {coop} has closed {month}. Reopen it, \
                     then take the import back.",
                    name.en
                ),
            );
            ("undo.closed_month", text)
        }),
        "undo.later_number" => {
            reading.later_than(id)?.map(|later| ("undo.later_number", later_text(&name, &later)))
        }
        "undo.approved" => reading.approved_on(id)?.map(|(coop, year, resolution)| {
            let text = Text::new(
                format!(
                    "{}没有撤销：合作社 {coop} {year} 年的分配已按它通过（{resolution}）。\
                     有错的记录用红字凭证或新登记改正。",
                    name.zh
                ),
                format!(
                    "The {} was not taken back: the distribution of cooperative {coop} for {year} \
                     was approved on it ({resolution}). Put wrong records right by red vouchers \
                     or new entries.",
                    name.en
                ),
            );
            ("undo.approved", text)
        }),
        "undo.rests" => {
            let resting = reading.rests_on(id)?;
            (!resting.is_empty()).then(|| ("undo.rests", resting_text(&name, &resting)))
        }
        _ => None,
    })
}

fn later_text(name: &Text, later: &LaterVoucher) -> Text {
    let LaterVoucher { cooperative, number, batch } = later;
    match batch.map(BatchId::number) {
        Some(batch) => Text::new(
            format!(
                "{}没有撤销：合作社 {cooperative} 的 {number} 接着它编号，来自第 {batch} 批。\
                 先撤销第 {batch} 批。",
                name.zh
            ),
            format!(
                "The {} was not taken back: voucher {number} of cooperative {cooperative} follows \
                 its numbers and came with import {batch}. Take import {batch} back first.",
                name.en
            ),
        ),
        None => Text::new(
            format!(
                "{}没有撤销：合作社 {cooperative} 又记了 {number}，号数不能断。\
                 有错的凭证逐张红字冲销。",
                name.zh
            ),
            format!(
                "The {} was not taken back: voucher {number} of cooperative {cooperative} follows \
                 its numbers, which stay whole. Reverse the wrong vouchers one by one.",
                name.en
            ),
        ),
    }
}

fn resting_text(name: &Text, resting: &[Resting]) -> Text {
    // The latest import stands first, what was entered one by one last.
    let batches: BTreeSet<i64> =
        resting.iter().filter_map(|found| found.batch.map(BatchId::number)).collect();
    let by_hand: Vec<&Resting> = resting.iter().filter(|found| found.batch.is_none()).collect();
    let shown: Vec<&Resting> =
        if by_hand.is_empty() { resting.iter().collect() } else { by_hand.clone() };
    let zh: Vec<String> = shown.iter().map(|found| found_zh(found)).collect();
    let en: Vec<String> = shown.iter().map(|found| found_en(found)).collect();
    let way = match (by_hand.is_empty(), way_by_hand(&by_hand)) {
        (true, _) => Text::new(
            format!("先撤销第 {} 批", joined(&batches, "、")),
            format!("Take back import {} first", joined(&batches, ", ")),
        ),
        (false, way) => way,
    };
    Text::new(
        format!("{}没有撤销：{}用到它。{}。", name.zh, zh.join("、"), way.zh),
        format!("The {} was not taken back: {} rest on it. {}.", name.en, en.join(", "), way.en),
    )
}

/// The latest import first: that is the order in which they are taken back.
fn joined(batches: &BTreeSet<i64>, comma: &str) -> String {
    let batches: Vec<String> = batches.iter().rev().map(ToString::to_string).collect();
    batches.join(comma)
}

/// Drafts and templates can be thrown away; what is final stays, and so does the import.
fn way_by_hand(by_hand: &[&Resting]) -> Text {
    let passing = |found: &&Resting| match found.kind {
        RestingKind::Draft | RestingKind::Template => true,
        RestingKind::Final(_) => false,
    };
    if by_hand.iter().all(passing) {
        return Text::new("先删去它们，再撤销", "Discard them first, then take it back");
    }
    Text::new(
        "这些是单独登记的，不能撤销，这一批只能留着；有错的另行改正",
        "They were entered one by one and stay, and so does the import; put right what is wrong",
    )
}

fn found_zh(found: &Resting) -> String {
    let (count, example) = (found.found, &found.example);
    let (measure, noun) = match found.kind {
        RestingKind::Draft => ("张", "凭证草稿"),
        RestingKind::Template => ("个", "模板"),
        RestingKind::Final(FinalKind::Voucher) => ("张", "凭证"),
        RestingKind::Final(FinalKind::Member) => ("名", "成员"),
        RestingKind::Final(kind) => ("项", kind_text(kind).0),
    };
    format!("{count} {measure}{noun}（如 {example}）")
}

fn found_en(found: &Resting) -> String {
    let (count, example) = (found.found, &found.example);
    let (one, many) = match found.kind {
        RestingKind::Draft => ("draft", "drafts"),
        RestingKind::Template => ("template", "templates"),
        RestingKind::Final(kind) => nouns(kind),
    };
    format!("{count} {} (such as {example})", if count == 1 { one } else { many })
}

fn nouns(kind: FinalKind) -> (&'static str, &'static str) {
    match kind {
        FinalKind::Book => ("book", "books"),
        FinalKind::SchemaVersion => ("format version", "format versions"),
        FinalKind::Operator => ("operator", "operators"),
        FinalKind::Township => ("township", "townships"),
        FinalKind::Village => ("village", "villages"),
        FinalKind::Alliance => ("alliance", "alliances"),
        FinalKind::Cooperative => ("cooperative", "cooperatives"),
        FinalKind::Account => ("account", "accounts"),
        FinalKind::Member => ("member", "members"),
        FinalKind::Contribution => ("contribution", "contributions"),
        FinalKind::Yield => ("yield", "yields"),
        FinalKind::Delivery => ("delivery", "deliveries"),
        FinalKind::VillageIncome => ("income", "incomes"),
        FinalKind::Policy => ("policy", "policies"),
        FinalKind::ImportBatch => ("import", "imports"),
        FinalKind::ImportUndo => ("undo", "undos"),
        FinalKind::Voucher => ("voucher", "vouchers"),
        FinalKind::MonthChange => ("closed month", "closed months"),
        FinalKind::Distribution => ("distribution", "distributions"),
    }
}
