//! What the pages of a sheet have in common: title, whose books, period and unit, facts, and the
//! ruled head of the table.

use std::ops::Range;

use domain::sheet::{Column, Content, Label, Sheet};

use super::columns::{Layout, Slot};
use super::{PAD, SIDE};
use crate::fit;
use crate::page::{Anchor, Drawing, Form, Ink, Pen, Style, at};

/// The baseline of the title, and of the line below it.
const TITLE: i32 = 188;
const META: i32 = 272;
/// How far the lines of facts stand below each other.
const FACT: i32 = 46;
/// The height of a head of one line of headings, and of two.
const HEAD: i32 = 82;
const HEAD_WITH_GROUPS: i32 = 132;
/// Of a head with groups, how high these are.
const GROUP: i32 = 54;

const BORDER: Pen = Pen::new(35, Ink::Black);
pub(super) const RULE: Pen = Pen::new(15, Ink::Black);
const VALUE: Style = Style::new(90, Ink::Black);

/// The head of the pages of one panel.
pub(super) struct Head {
    /// What is drawn on each of these pages.
    pub form: Form,
    /// Where the rows begin.
    pub rows: i32,
    /// Where the table begins.
    pub table: i32,
}

/// The head of the pages of each panel; all tables begin at the same height.
pub(super) fn heads(sheet: &Sheet, layout: &Layout) -> Vec<Head> {
    let of = layout.panels.len();
    let panels = layout.panels.iter().zip(1..);
    panels.map(|(panel, number)| head(sheet, layout, panel, (number, of))).collect()
}

fn head(sheet: &Sheet, layout: &Layout, panel: &[Slot], (number, of): (usize, usize)) -> Head {
    let mut drawing = Drawing::default();
    let (left, right) = (SIDE, layout.paper.width() - SIDE);
    title(&mut drawing, &sheet.title.zh, (left, right));
    about(&mut drawing, sheet, (left, right));
    let mut y = META;
    for line in fact_lines(sheet, right - left) {
        y += FACT;
        drawing.text(at(left, y), Anchor::Left, VALUE.sized(85), line);
    }
    let panels = (of > 1).then(|| format!("分栏 {number}/{of}"));
    let form = sheet.form.as_ref().map(|form| form.zh.clone());
    let corner: Vec<String> = form.into_iter().chain(panels).collect();
    if !corner.is_empty() {
        drawing.text(at(right, TITLE), Anchor::Right, VALUE, corner.join("　"));
    }

    let has_groups = sheet.columns.iter().any(|column| column.group.is_some());
    let height = if has_groups { HEAD_WITH_GROUPS } else { HEAD };
    let table = y + 24;
    headings(&mut drawing, sheet, layout.size, panel, (table, table + height));
    let (width, height) = (layout.paper.width(), layout.paper.height());
    let rows = table + if has_groups { HEAD_WITH_GROUPS } else { HEAD };
    Head { form: Form { width, height, drawing }, rows, table }
}

fn title(drawing: &mut Drawing, title: &str, (left, right): (i32, i32)) {
    let size = fit::size(title, right - left - 400, 180);
    let style = Style::new(size, Ink::Black).bold();
    let middle = i32::midpoint(left, right);
    let width = (fit::width(title, size) + 120).max(480);
    drawing.text(at(middle, TITLE), Anchor::Middle, style, title.to_owned());
    drawing.across(middle - width / 2, TITLE + 22, width, Pen::new(50, Ink::Red));
    drawing.across(middle - width / 2, TITLE + 30, width, Pen::new(20, Ink::Red));
}

/// Whose books, of which days, in which unit.
fn about(drawing: &mut Drawing, sheet: &Sheet, (left, right): (i32, i32)) {
    let third = (right - left) * 36 / 100;
    let place = fit::Place { width: third, lines: 2, size: 90, least: 75 };
    let (size, lines) = fit::lines(&sheet.entity, place);
    let lines = lines.into_iter().map(|line| (VALUE.sized(size), line)).collect();
    fit::stack(drawing, at(left, META - 12), Anchor::Left, lines);
    let period = &sheet.period.zh;
    let style = VALUE.sized(fit::size(period, (right - left) * 26 / 100, VALUE.size));
    drawing.text(at(i32::midpoint(left, right), META), Anchor::Middle, style, period.clone());
    if sheet.columns.iter().any(|column| column.content == Content::Money) {
        drawing.text(at(right, META), Anchor::Right, VALUE, "单位：元");
    }
}

/// The facts side by side, in as many lines as they need.
fn fact_lines(sheet: &Sheet, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in &sheet.facts {
        let words = format!("{}：{}", fact.name.zh, fact.value.zh);
        if let Some(line) = lines.last_mut() {
            let joined = format!("{line}　　{words}");
            if fit::width(&joined, 85) <= width {
                *line = joined;
                continue;
            }
        }
        lines.extend(fit::broken(&words, width, 85));
    }
    lines
}

/// The head of the table between `top` and `bottom`: groups above, headings below.
fn headings(
    drawing: &mut Drawing,
    sheet: &Sheet,
    size: u16,
    panel: &[Slot],
    (top, bottom): (i32, i32),
) {
    let (Some(first), Some(last)) = (panel.first(), panel.last()) else { return };
    let width = last.end() - first.x;
    drawing.ground(at(first.x, top), width, bottom - top, Ink::Tint);
    let group_of = |slot: &Slot| sheet.columns[slot.column].group.as_ref();
    for together in panel.chunk_by(|a, b| group_of(a).is_some() && group_of(a) == group_of(b)) {
        let Some(group) = group_of(&together[0]) else { continue };
        let (x, end) = (together[0].x, together[together.len() - 1].end());
        heading(drawing, group, size, (x, end), (top, top + GROUP));
        drawing.across(x, top + GROUP, end - x, RULE);
        for slot in &together[1..] {
            drawing.down(slot.x, top + GROUP, bottom - top - GROUP, RULE);
        }
    }
    for (before, slot) in panel.iter().zip(&panel[1..]) {
        let within = group_of(slot).is_some() && group_of(slot) == group_of(before);
        if !within {
            drawing.down(slot.x, top, bottom - top, RULE);
        }
    }
    for slot in panel {
        let Column { group, heading: words, .. } = &sheet.columns[slot.column];
        let top = if group.is_some() { top + GROUP } else { top };
        heading(drawing, words, size, (slot.x, slot.end()), (top, bottom));
    }
    drawing.across(first.x, bottom, width, RULE);
    drawing.across(first.x, top, width, BORDER);
}

fn heading(
    drawing: &mut Drawing,
    words: &Label,
    size: u16,
    (x, end): (i32, i32),
    (top, bottom): (i32, i32),
) {
    let style = Style::new(size, Ink::Black).bold();
    let lines = fit::block(&[(style, &words.zh)], end - x - PAD, bottom - top - 6);
    let middle = at(i32::midpoint(x, end), i32::midpoint(top, bottom));
    fit::stack(drawing, middle, Anchor::Middle, lines);
}

/// The frame round a table that begins at `table`, and the rules between its columns in `rows`.
pub(super) fn rules(drawing: &mut Drawing, panel: &[Slot], table: i32, rows: Range<i32>) {
    let (Some(first), Some(last)) = (panel.first(), panel.last()) else { return };
    for slot in panel[1..].iter().filter(|_| !rows.is_empty()) {
        drawing.down(slot.x, rows.start, rows.end - rows.start, RULE);
    }
    for x in [first.x, last.end()] {
        drawing.down(x, table, rows.end - table, BORDER);
    }
    drawing.across(first.x, rows.end, last.end() - first.x, BORDER);
}
