//! How wide the columns of a sheet are, on which paper, and which of them stand on which page.
//!
//! Figures decide: they are never broken, so a column of amounts is as wide as its widest amount.
//! Texts take what is left and are broken into lines. What does not fit beside each other in small
//! print goes on on further pages, the first columns repeated there.

use std::ops::Range;

use domain::sheet::{Column, Content, Sheet};

use super::cells::Words;
use super::{PAD, SIDE};
use crate::font;
use crate::page::Paper;

/// The papers and sizes that are tried, the best first.
const TRIED: [(Paper, u16); 9] = [
    (Paper::Portrait, 90),
    (Paper::Portrait, 85),
    (Paper::Portrait, 80),
    (Paper::Landscape, 90),
    (Paper::Landscape, 85),
    (Paper::Landscape, 80),
    (Paper::Landscape, 75),
    (Paper::Landscape, 70),
    (Paper::Landscape, 65),
];

/// What is printed on several pages side by side, since no size is small enough for one.
const IN_PANELS: (Paper, u16) = (Paper::Landscape, 80);

/// Widths are counted in thousandths of the size: one ideograph is this wide.
const EM: u32 = 1000;
/// The width below which a column of texts is not pressed, and the one beyond which its texts are
/// broken.
const TEXT: Range<u32> = 9 * EM..24 * EM;
/// Beyond this width codes and short words are broken as well.
const WIDEST_CODE: u32 = 14 * EM;
/// A heading of so many ideographs stands in one line.
const HEADING_LINE: u32 = 4 * EM;
/// Beyond this width a heading is made smaller rather than its column wider.
const WIDEST_HEADING: u32 = 8 * EM;

/// On which paper a sheet is printed, how large, and in which panels.
pub(super) struct Layout {
    /// The paper.
    pub paper: Paper,
    /// The size of its figures and texts, in tenths of a point.
    pub size: u16,
    /// The columns that stand side by side on a page; each row goes through all panels.
    pub panels: Vec<Vec<Slot>>,
}

/// The place of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// Which column of the sheet.
    pub column: usize,
    /// Where it begins, from the paper's left edge.
    pub x: i32,
    /// Its width.
    pub width: i32,
}

impl Slot {
    /// Where it ends.
    pub const fn end(&self) -> i32 {
        self.x + self.width
    }

    /// The width that is there for words.
    pub const fn room(&self) -> i32 {
        self.width - 2 * PAD
    }
}

/// How wide a column must be and would be, in tenths of a millimetre.
#[derive(Clone, Copy)]
struct Need {
    least: i32,
    wanted: i32,
    is_text: bool,
}

impl Layout {
    /// The layout of `sheet`, whose cells say `words`.
    pub fn of(sheet: &Sheet, words: &Words<'_>) -> Layout {
        Self::on(sheet, words, None)
    }

    /// The same on this paper, where one is given.
    pub fn on(sheet: &Sheet, words: &Words<'_>, asked: Option<Paper>) -> Layout {
        let widths: Vec<(u32, u32)> = (0..sheet.columns.len())
            .map(|index| advances(&sheet.columns[index], words.widest(index)))
            .collect();
        let needs = |size: u16| -> Vec<Need> {
            let columns = sheet.columns.iter().zip(&widths);
            columns.map(|(column, &(least, wanted))| need(column, least, wanted, size)).collect()
        };
        for (paper, size) in TRIED {
            if asked.is_some_and(|asked| asked != paper) {
                continue;
            }
            let needs = needs(size);
            let all: Vec<usize> = (0..needs.len()).collect();
            if least(&needs, &all) <= room(paper) {
                let panel = spread(&needs, &all, room(paper));
                return Layout { paper, size, panels: vec![panel] };
            }
        }
        let (paper, size) = IN_PANELS;
        let needs = needs(size);
        let panels = panels(&sheet.columns, &needs, room(paper));
        let spread = |columns: &Vec<usize>| spread(&needs, columns, room(paper));
        Layout { paper, size, panels: panels.iter().map(spread).collect() }
    }
}

/// The width of a table on `paper`.
const fn room(paper: Paper) -> i32 {
    paper.width() - 2 * SIDE
}

/// The least and the wanted width of a column whose widest cell has this advance, in thousandths
/// of the size.
fn advances(column: &Column, widest: u32) -> (u32, u32) {
    let heading = font::advance(&column.heading.zh);
    let in_two_lines = heading.div_ceil(2) + EM / 2;
    let heading = heading.min(in_two_lines.max(HEADING_LINE)).min(WIDEST_HEADING);
    match column.content {
        Content::Text => (widest.min(TEXT.start).max(heading), widest.min(TEXT.end).max(heading)),
        Content::Code => {
            let width = widest.min(WIDEST_CODE).max(heading);
            (width, width)
        }
        Content::Day | Content::Voucher | Content::Money | Content::Quantity => {
            let width = widest.max(heading);
            (width, width)
        }
    }
}

fn need(column: &Column, least: u32, wanted: u32, size: u16) -> Need {
    // A thousandth of a tenth of a point is 127/3600 of a micrometre.
    let tenths = |advance: u32| {
        let micrometres = (u64::from(advance) * u64::from(size) * 127).div_ceil(3600);
        i32::try_from(micrometres.div_ceil(100)).unwrap_or(i32::MAX / 4).min(i32::MAX / 4)
    };
    let widest = room(Paper::Landscape) / 2;
    let width = |advance| (tenths(advance) + 2 * PAD).min(widest);
    Need { least: width(least), wanted: width(wanted), is_text: column.content == Content::Text }
}

fn least(needs: &[Need], columns: &[usize]) -> i32 {
    columns.iter().map(|&column| needs[column].least).sum()
}

/// The columns of each panel: the first columns of texts in all of them, the others one after the
/// other, groups together where they fit, and about as many on each.
fn panels(columns: &[Column], needs: &[Need], room: i32) -> Vec<Vec<usize>> {
    let is_figure = |column: &Column| matches!(column.content, Content::Money | Content::Quantity);
    let texts = columns.iter().take_while(|column| !is_figure(column)).count();
    let mut repeated: Vec<usize> = (0..texts).collect();
    while least(needs, &repeated) > room / 2 {
        repeated.pop();
    }
    let left = room - least(needs, &repeated);
    let units = units(columns, needs, repeated.len(), left);
    let fewest = filled(&units, needs, left).len();
    let total: i32 = units.iter().map(|unit| least(needs, unit)).sum();
    let even = total / i32::try_from(fewest).unwrap_or(1).max(1);
    let limits = (even..left).step_by(10).chain([left]);
    let panels = limits.map(|limit| filled(&units, needs, limit));
    let panels = panels.into_iter().find(|panels| panels.len() <= fewest).unwrap_or_default();
    panels.into_iter().map(|panel| [repeated.clone(), panel].concat()).collect()
}

/// The columns from `first` on in lots that stay together: equal neighbours of a group, unless
/// they are wider than `room`.
fn units(columns: &[Column], needs: &[Need], first: usize, room: i32) -> Vec<Vec<usize>> {
    let mut units: Vec<Vec<usize>> = Vec::new();
    for index in first..columns.len() {
        let group = columns[index].group.as_ref();
        let goes_on =
            index > first && group.is_some() && columns[index - 1].group.as_ref() == group;
        match units.last_mut() {
            Some(unit) if goes_on => unit.push(index),
            Some(_) | None => units.push(vec![index]),
        }
    }
    let apart = |unit: Vec<usize>| match least(needs, &unit) > room {
        true => unit.into_iter().map(|index| vec![index]).collect(),
        false => vec![unit],
    };
    units.into_iter().flat_map(apart).collect()
}

/// The units in lots of at most `room`, at least one unit in each.
fn filled(units: &[Vec<usize>], needs: &[Need], room: i32) -> Vec<Vec<usize>> {
    let mut panels: Vec<Vec<usize>> = Vec::new();
    let mut used = 0;
    for unit in units {
        let width = least(needs, unit);
        match panels.last_mut() {
            Some(panel) if used + width <= room => panel.extend(unit),
            Some(_) | None => {
                panels.push(unit.clone());
                used = 0;
            }
        }
        used += width;
    }
    panels
}

/// The places of `columns`, which together fill `room`: texts grow to what they want first, figures
/// by two fifths next, and texts take the rest.
fn spread(needs: &[Need], columns: &[usize], room: i32) -> Vec<Slot> {
    let needs: Vec<Need> = columns.iter().map(|&column| needs[column]).collect();
    let mut widths: Vec<i32> = needs.iter().map(|need| need.least).collect();
    let wanted: Vec<i32> = needs.iter().map(|need| need.wanted).collect();
    grow(&mut widths, &wanted, room);
    let airy: Vec<i32> = wanted.iter().map(|width| width * 7 / 5).collect();
    grow(&mut widths, &airy, room);
    let has_text = needs.iter().any(|need| need.is_text);
    let whole = |(need, &width): (&Need, &i32)| match need.is_text || !has_text {
        true => width + room,
        false => width,
    };
    let rest: Vec<i32> = needs.iter().zip(&widths).map(whole).collect();
    grow(&mut widths, &rest, room);

    let mut x = SIDE;
    let mut slots = Vec::with_capacity(columns.len());
    for (&column, width) in columns.iter().zip(widths) {
        slots.push(Slot { column, x, width });
        x += width;
    }
    slots
}

/// Lets each of `widths` grow towards its limit, all by the same part of the way, as far as `room`
/// for all of them allows.
fn grow(widths: &mut [i32], limits: &[i32], room: i32) {
    let mut left = (room - widths.iter().sum::<i32>()).max(0);
    let mut way: i32 = limits.iter().zip(widths.iter()).map(|(limit, width)| limit - width).sum();
    for (width, limit) in widths.iter_mut().zip(limits) {
        let own = limit - *width;
        if own > 0 && way > 0 {
            // What is left is shared with the columns that follow, so that no tenth is lost.
            let step = i64::from(own) * i64::from(left) / i64::from(way);
            let step = i32::try_from(step).unwrap_or(own).min(own);
            *width += step;
            left -= step;
            way -= own;
        }
    }
}
