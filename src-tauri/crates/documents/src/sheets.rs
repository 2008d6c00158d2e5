//! Printed sheets (账页、报表): ledgers, trial balances and lists on A4, upright or on its side.
//!
//! A sheet is data; here it gets its paper. One surprising thing: a sheet too wide for one page is
//! printed in panels (分栏), whose rows stand at the same height on each, so that the pages can be
//! laid side by side.

mod cells;
mod columns;
mod frame;

use std::ops::Range;

use domain::sheet::{Cell, Row, RowKind, Sheet};
use jiff::civil::Date;

use crate::figures::day;
use crate::page::{Anchor, Drawing, Form, Ink, Paper, Pen, Style, at};
use crate::{DocumentError, MissingGlyph, fit, font, pdf};

use cells::Words;
use columns::{Layout, Slot};
use frame::Head;

/// What stays free beside a table.
const SIDE: i32 = 125;
/// What stays free between a rule and what is written beside it.
const PAD: i32 = 13;
/// What stays free below a table for the foot, and where the foot stands, from the paper's end.
const FOOT_ROOM: i32 = 175;
const FOOT: i32 = 118;
/// The lines that a text in a cell takes at most before it is made smaller.
const MOST_LINES: i32 = 6;

/// What stays free between a table and what is said below it.
const NOTES_ABOVE: i32 = 18;

const BETWEEN_ROWS: Pen = Pen::new(8, Ink::Black);
/// The rule that closes a month, as accountants draw it (结账划线).
const CLOSING: Pen = Pen::new(20, Ink::Red);
const NOTE: Style = Style::new(75, Ink::Black);

/// What stands on a printed sheet besides the sheet itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFrame {
    /// 制表: who made it; where nobody is named, there is room to sign.
    pub preparer: Option<String>,
    /// The day of making. Never today's date by itself.
    pub made_on: Date,
    /// The code by which the paper is compared with the book, as the caller writes it.
    pub check_code: Option<String>,
}

/// The PDF of `sheet`.
///
/// # Errors
/// [`DocumentError::MissingGlyphs`] where a text has a character that cannot be printed, named
/// before anything is made; [`DocumentError::Empty`] for a sheet without columns.
pub fn pdf(sheet: &Sheet, frame: &SheetFrame) -> Result<Vec<u8>, DocumentError> {
    let missing = missing_glyphs(sheet, frame);
    if !missing.is_empty() {
        return Err(DocumentError::MissingGlyphs(missing));
    }
    if sheet.columns.is_empty() {
        return Err(DocumentError::Empty);
    }
    let printed = Printed::new(sheet, frame);
    let title = format!("{} {} {}", sheet.entity, sheet.title.zh, sheet.period.zh);
    pdf::write(&title, printed.layout.paper, &printed.forms(), printed.pages())
}

/// The PDF of several sheets one after the other, each with page numbers of its own, such as the
/// accounts of all members. All are printed on the paper that the widest of them needs.
///
/// # Errors
/// As [`pdf`]; [`DocumentError::Empty`] without a sheet.
pub fn pdf_of_all(sheets: &[Sheet], frame: &SheetFrame) -> Result<Vec<u8>, DocumentError> {
    let missing: Vec<_> = sheets.iter().flat_map(|sheet| missing_glyphs(sheet, frame)).collect();
    if !missing.is_empty() {
        return Err(DocumentError::MissingGlyphs(missing));
    }
    let Some(first) = sheets.first() else { return Err(DocumentError::Empty) };
    if sheets.iter().any(|sheet| sheet.columns.is_empty()) {
        return Err(DocumentError::Empty);
    }
    let is_wide = |sheet: &Sheet| Layout::of(sheet, &Words::new(sheet)).paper == Paper::Landscape;
    let paper = if sheets.iter().any(is_wide) { Paper::Landscape } else { Paper::Portrait };
    let printed: Vec<Printed<'_>> =
        sheets.iter().map(|sheet| Printed::on(sheet, frame, Some(paper))).collect();
    let mut forms = Vec::new();
    let mut firsts = Vec::new();
    for one in &printed {
        firsts.push(forms.len());
        forms.extend(one.forms());
    }
    let pages = printed.iter().zip(&firsts).flat_map(|(one, &first)| one.pages_from(first));
    pdf::write(&format!("{} {}", first.entity, first.title.zh), paper, &forms, pages)
}

/// The characters in `sheet` that no face has, each with the words it stands in.
#[must_use]
pub fn missing_glyphs(sheet: &Sheet, frame: &SheetFrame) -> Vec<MissingGlyph> {
    let named = font::missing_glyphs(texts(sheet, frame)).map(|(character, words)| MissingGlyph {
        character,
        words: words.to_owned(),
        member: sheet.entity.clone(),
        serial_number: format!("{} {}", sheet.title.zh, sheet.period.zh),
    });
    named.collect()
}

/// Every text of a printed sheet.
fn texts<'a>(sheet: &'a Sheet, frame: &'a SheetFrame) -> impl Iterator<Item = &'a str> {
    let head = [&sheet.title.zh, &sheet.entity, &sheet.period.zh].map(String::as_str);
    let foot = [&frame.preparer, &frame.check_code].into_iter().filter_map(|text| text.as_deref());
    let facts = sheet.facts.iter().flat_map(|fact| [fact.name.zh.as_str(), &fact.value.zh]);
    let headings = sheet.columns.iter().flat_map(|column| {
        let group = column.group.iter().map(|group| group.zh.as_str());
        group.chain([column.heading.zh.as_str()])
    });
    let cells = sheet.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Text(words) => Some(words.as_str()),
        Cell::Label(label) => Some(&label.zh),
        Cell::Voucher(number) => Some(&number.word),
        Cell::Empty
        | Cell::Day(_)
        | Cell::Money(_)
        | Cell::Quantity(_)
        | Cell::QuantityBelowZero(_) => None,
    });
    let form = sheet.form.iter().chain(&sheet.notes).map(|label| label.zh.as_str());
    head.into_iter().chain(form).chain(foot).chain(facts).chain(headings).chain(cells)
}

/// A sheet on its paper.
struct Printed<'a> {
    sheet: &'a Sheet,
    frame: &'a SheetFrame,
    words: Words<'a>,
    layout: Layout,
    heads: Vec<Head>,
    /// The rows of each page; every panel has them all.
    pages: Vec<Range<usize>>,
}

impl<'a> Printed<'a> {
    fn new(sheet: &'a Sheet, frame: &'a SheetFrame) -> Self {
        Self::on(sheet, frame, None)
    }

    /// On this paper, or on the one that suits the sheet best.
    fn on(sheet: &'a Sheet, frame: &'a SheetFrame, paper: Option<Paper>) -> Self {
        let words = Words::new(sheet);
        let layout = Layout::on(sheet, &words, paper);
        let heads = frame::heads(sheet, &layout);
        let mut printed = Printed { sheet, frame, words, layout, heads, pages: Vec::new() };
        printed.pages = printed.broken_into_pages();
        printed
    }

    fn forms(&self) -> Vec<Form> {
        self.heads.iter().map(|head| head.form.clone()).collect()
    }

    /// The rows that fit on each page. A sum does not begin a page: it takes the row before along.
    fn broken_into_pages(&self) -> Vec<Range<usize>> {
        let rows = &self.sheet.rows;
        let top = self.heads.first().map_or(0, |head| head.rows);
        let room = self.layout.paper.height() - FOOT_ROOM - top;
        let mut pages = Vec::new();
        let (mut first, mut used) = (0, 0);
        for (index, row) in rows.iter().enumerate() {
            let height = self.height(row);
            if used + height > room && index > first {
                let mut end = index;
                while is_sum(&rows[end]) && end > first + 1 {
                    end -= 1;
                }
                let end = if is_sum(&rows[end]) { index } else { end };
                pages.push(first..end);
                used = rows[end..index].iter().map(|row| self.height(row)).sum();
                first = end;
            }
            used += height;
        }
        // What is said below the table stands on its last page, with at least one row above it.
        if used + self.notes_height() > room && rows.len() > first + 1 {
            let end = rows.len() - 1;
            pages.push(first..end);
            first = end;
        }
        pages.push(first..rows.len());
        pages
    }

    /// The notes in lines as wide as the paper allows.
    fn note_lines(&self) -> Vec<String> {
        let width = self.layout.paper.width() - 2 * SIDE;
        let notes = self.sheet.notes.iter();
        notes.flat_map(|note| fit::broken(&note.zh, width, NOTE.size)).collect()
    }

    fn notes_height(&self) -> i32 {
        let lines = i32::try_from(self.note_lines().len()).unwrap_or(0);
        if lines == 0 { 0 } else { lines * fit::line_height(NOTE.size) + NOTES_ABOVE }
    }

    /// The pages, those of all panels for some rows before those for the next.
    fn pages(&self) -> impl Iterator<Item = Drawing> + '_ {
        self.pages_from(0)
    }

    /// The same, where the forms of its panels have the numbers from `first` on.
    fn pages_from(&self, first: usize) -> impl Iterator<Item = Drawing> + '_ {
        let panels = self.layout.panels.len();
        let count = self.pages.len() * panels;
        let of_rows = move |(rows, index): (&Range<usize>, usize)| {
            let rows = rows.clone();
            (0..panels).map(move |panel| {
                self.page(rows.clone(), (panel, first), (index * panels + panel + 1, count))
            })
        };
        self.pages.iter().zip(0..).flat_map(of_rows)
    }

    fn page(
        &self,
        rows: Range<usize>,
        (panel, first): (usize, usize),
        place: (usize, usize),
    ) -> Drawing {
        let mut drawing = Drawing::default();
        let (slots, head) = (&self.layout.panels[panel], &self.heads[panel]);
        drawing.form(at(0, 0), first + panel);
        let mut y = head.rows;
        let mut columns = head.rows;
        if rows.is_empty() {
            y = self.nothing(&mut drawing, slots, y);
            columns = y;
        }
        for row in &self.sheet.rows[rows] {
            let bottom = y + self.height(row);
            self.row(&mut drawing, row, slots, (y, bottom));
            y = bottom;
        }
        frame::rules(&mut drawing, slots, head.table, columns..y);
        if place.0 + self.layout.panels.len() > place.1 {
            let mut baseline = y + NOTES_ABOVE;
            for line in self.note_lines() {
                baseline += fit::line_height(NOTE.size);
                drawing.text(at(SIDE, baseline), Anchor::Left, NOTE, line);
            }
        }
        self.foot(&mut drawing, place);
        drawing
    }

    /// One wide row that says that there is none; returns where it ends.
    fn nothing(&self, drawing: &mut Drawing, slots: &[Slot], top: i32) -> i32 {
        let bottom = top + self.line_height() * 2;
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return bottom };
        let style = Style::new(self.layout.size, Ink::Grey);
        let middle = at(i32::midpoint(first.x, last.end()), style.baseline(top, bottom));
        drawing.text(middle, Anchor::Middle, style, "（无记录）");
        bottom
    }

    fn line_height(&self) -> i32 {
        fit::line_height(self.layout.size)
    }

    /// How high a row is: the same in all panels.
    fn height(&self, row: &Row) -> i32 {
        let slots = self.layout.panels.iter().flatten();
        let of_slot = |slot: &Slot| {
            let lines = self.lines(row, slot);
            lines.iter().map(|(style, _)| fit::line_height(style.size)).sum::<i32>()
        };
        let words = slots.map(of_slot).max().unwrap_or(0).max(self.line_height());
        words + self.line_height() * 7 / 10 + closing_room(row.kind)
    }

    /// The lines of a cell. A figure stays in one, and is made smaller should it be too wide.
    fn lines(&self, row: &Row, slot: &Slot) -> Vec<(Style, String)> {
        let Some(cell) = row.cells.get(slot.column) else { return Vec::new() };
        let words = self.words.say(cell);
        if words.is_empty() {
            return Vec::new();
        }
        let style = cells::style(cell, row.kind, self.layout.size);
        let room = slot.room() - self.indent(row, slot);
        if font::width(&words, style.size) <= room.unsigned_abs() * 100 {
            return vec![(style, words.into_owned())];
        }
        if cells::is_figure(cell) {
            return vec![(style.sized(fit::size(&words, room, style.size)), words.into_owned())];
        }
        fit::block(&[(style, &words)], room, self.line_height() * MOST_LINES)
    }

    /// How far the words of a cell stand in, at most half the column.
    fn indent(&self, row: &Row, slot: &Slot) -> i32 {
        let thousandths = self.words.indent(row, slot.column).min(100_000);
        let tenths = thousandths * u32::from(self.layout.size) * 127 / 360_000;
        i32::try_from(tenths).unwrap_or(0).min(slot.room() / 2)
    }

    fn row(&self, drawing: &mut Drawing, row: &Row, slots: &[Slot], (top, bottom): (i32, i32)) {
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return };
        let (x, width) = (first.x, last.end() - first.x);
        if row.kind == RowKind::Total {
            drawing.ground(at(x, top), width, bottom - top, Ink::Tint);
        }
        for slot in slots {
            let lines = self.lines(row, slot);
            let Some(cell) = row.cells.get(slot.column).filter(|_| !lines.is_empty()) else {
                continue;
            };
            let content = self.sheet.columns[slot.column].content;
            let anchor = cells::anchor(cell, content, row.kind);
            let place = match anchor {
                Anchor::Left => slot.x + PAD + self.indent(row, slot),
                Anchor::Middle => slot.x + slot.width / 2,
                Anchor::Right => slot.end() - PAD,
            };
            let middle = i32::midpoint(top, bottom - closing_room(row.kind));
            fit::stack(drawing, at(place, middle), anchor, lines);
        }
        match row.kind {
            RowKind::Opening | RowKind::Line => drawing.across(x, bottom, width, BETWEEN_ROWS),
            RowKind::Subtotal => {
                drawing.across(x, top, width, CLOSING);
                drawing.across(x, bottom, width, CLOSING);
            }
            RowKind::Total => {
                drawing.across(x, top, width, frame::RULE);
                drawing.across(x, bottom - 13, width, CLOSING);
                drawing.across(x, bottom - 5, width, CLOSING);
            }
        }
    }

    /// Who made the sheet and when, the check code, and which page it is.
    fn foot(&self, drawing: &mut Drawing, (page, pages): (usize, usize)) {
        let paper = self.layout.paper;
        let (left, right, y) = (SIDE, paper.width() - SIDE, paper.height() - FOOT);
        let third = (right - left) / 3 - 40;
        let preparer = self.frame.preparer.as_deref().filter(|name| !name.is_empty());
        let preparer = preparer.unwrap_or("　　　　　　");
        let made = format!("制表：{preparer}　{}", day(self.frame.made_on));
        let style = NOTE.sized(fit::size(&made, third, NOTE.size));
        drawing.text(at(left, y), Anchor::Left, style, made);
        if let Some(code) = &self.frame.check_code {
            let code = format!("校验码 {code}");
            let style = Style::new(fit::size(&code, third, 65), Ink::Grey);
            drawing.text(at(i32::midpoint(left, right), y), Anchor::Middle, style, code);
        }
        let place = format!("第 {page} 页　共 {pages} 页");
        drawing.text(at(right, y), Anchor::Right, NOTE, place);
    }
}

/// What a total needs below its words for the two rules that close it.
const fn closing_room(kind: RowKind) -> i32 {
    match kind {
        RowKind::Total => 13,
        RowKind::Opening | RowKind::Line | RowKind::Subtotal => 0,
    }
}

const fn is_sum(row: &Row) -> bool {
    matches!(row.kind, RowKind::Subtotal | RowKind::Total)
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
