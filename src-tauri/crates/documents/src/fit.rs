//! Text made to fit its place. It is made smaller first and broken into lines next; nothing is ever
//! cut off, so that a long name and a huge amount still stand whole on the paper.

use crate::font;
use crate::page::{Anchor, Drawing, Point, Style, at};

/// A place for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// How wide it is, in tenths of a millimetre.
    pub width: i32,
    /// How many lines it has room for.
    pub lines: usize,
    /// The size that is wanted, in tenths of a point.
    pub size: u16,
    /// The size below which it is better to take another line.
    pub least: u16,
}

/// No text is made smaller than this to fit, in tenths of a point: it would be ink, not words.
const SMALLEST: u16 = 10;

/// How wide `words` are at `size` tenths of a point, in whole tenths of a millimetre, rounded up.
#[must_use]
pub fn width(words: &str, size: u16) -> i32 {
    i32::try_from(font::width(words, size).div_ceil(100)).unwrap_or(i32::MAX)
}

/// The largest size up to `size`, in tenths of a point, at which `words` are at most `width` tenths
/// of a millimetre wide in one line.
#[must_use]
pub fn size(words: &str, width: i32, size: u16) -> u16 {
    let advance = u64::from(font::advance(words)).max(1);
    let micrometres = u64::try_from(width).unwrap_or(0) * 100;
    // The inverse of `font::width`, cut off.
    let largest = micrometres * 3600 / (advance * 127);
    u16::try_from(largest).unwrap_or(u16::MAX).min(size).max(1)
}

/// `words` in the lines of `place`, and the size at which they fit there.
///
/// One line down to the least size, then as many lines as there are; should even these not reach,
/// smaller still.
#[must_use]
pub fn lines(words: &str, place: Place) -> (u16, Vec<String>) {
    let one_line = size(words, place.width, place.size);
    if place.lines < 2 || one_line >= place.least {
        return (one_line, vec![words.to_owned()]);
    }
    let mut smaller = place.least;
    loop {
        let broken = broken(words, place.width, smaller);
        if broken.len() <= place.lines || smaller <= SMALLEST {
            return (smaller, broken);
        }
        smaller -= 5;
    }
}

/// `texts` below each other in a place so wide and high, in tenths of a millimetre: broken into as
/// many lines as there is room for, and all made smaller only where that is not enough.
#[must_use]
pub fn block(texts: &[(Style, &str)], width: i32, height: i32) -> Vec<(Style, String)> {
    let mut less = 0;
    loop {
        let at_size = |&(style, words): &(Style, &str)| {
            let style = style.sized(style.size.saturating_sub(less).max(SMALLEST));
            broken(words, width, style.size).into_iter().map(move |line| (style, line))
        };
        let lines: Vec<_> = texts.iter().flat_map(at_size).collect();
        let needed: i32 = lines.iter().map(|(style, _)| line_height(style.size)).sum();
        if needed <= height || lines.iter().all(|(style, _)| style.size == SMALLEST) {
            return lines;
        }
        less += 5;
    }
}

/// Writes lines below each other, the whole about the height of `middle`, each with its `anchor`
/// end at its place.
pub fn stack(drawing: &mut Drawing, middle: Point, anchor: Anchor, lines: Vec<(Style, String)>) {
    let height: i32 = lines.iter().map(|(style, _)| line_height(style.size)).sum();
    let mut top = middle.y - height / 2;
    for (style, line) in lines {
        let bottom = top + line_height(style.size);
        drawing.text(at(middle.x, style.baseline(top, bottom)), anchor, style, line);
        top = bottom;
    }
}

/// How far the lines of a text stand below each other at `size`, in tenths of a millimetre.
#[must_use]
pub const fn line_height(size: u16) -> i32 {
    // A tenth of a point is 127/360 tenths of a millimetre; lines are 1.2 of it apart.
    (size as i32 * 127 * 12 + 3599) / 3600
}

/// `words` broken into lines of at most `width` tenths of a millimetre at `size`.
///
/// Chinese breaks between any two characters; a figure or a word of letters stays whole where a
/// line can hold it, and no line begins with a mark that closes.
#[must_use]
pub fn broken(words: &str, width: i32, size: u16) -> Vec<String> {
    let room = u32::try_from(width).unwrap_or(0) * 100;
    let mut lines = Vec::new();
    let mut rest = words;
    while font::width(rest, size) > room {
        let end = line_end(rest, room, size);
        let (line, next) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = next.trim_start();
    }
    if lines.is_empty() || !rest.is_empty() {
        lines.push(rest.to_owned());
    }
    lines
}

/// Where the first line of `text`, which does not fit one line, ends. At least one character.
fn line_end(text: &str, room: u32, size: u16) -> usize {
    let mut used = 0;
    let mut fits = 0;
    for (index, c) in text.char_indices() {
        used += font::advance(c.encode_utf8(&mut [0; 4]));
        let width = u64::from(used) * u64::from(size) * 127 / 3600;
        if width > u64::from(room) && index > 0 {
            break;
        }
        fits = index + c.len_utf8();
    }
    let breaks = |end: &usize| may_break(&text[..*end], &text[*end..]);
    let ends = text[..fits].char_indices().map(|(index, c)| index + c.len_utf8());
    ends.rev().find(breaks).unwrap_or(fits)
}

fn may_break(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let holds_together = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '−');
    let closes = matches!(next, '，' | '。' | '、' | '；' | '：' | '）' | '〕' | '》' | '”' | '％');
    let opens = matches!(last, '（' | '〔' | '《' | '“');
    !(closes || opens || (holds_together(last) && holds_together(next)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_fits_keeps_its_size() {
        assert_eq!(size("甲村", 300, 95), 95);
        let place = Place { width: 300, lines: 2, size: 95, least: 70 };
        assert_eq!(lines("甲村", place), (95, vec!["甲村".to_owned()]));
    }

    #[test]
    fn what_is_a_little_too_long_gets_smaller_and_what_is_much_too_long_gets_lines() {
        let place = Place { width: 300, lines: 2, size: 95, least: 70 };
        assert_eq!(
            lines("东河镇甲村合作社联合", place),
            (85, vec!["东河镇甲村合作社联合".to_owned()])
        );
        let (size, broken) = lines("东河镇甲村乙村丙村肉鹅养殖合作社", place);
        assert_eq!(
            (size, broken.join("／")),
            (70, "东河镇甲村乙村丙村肉鹅养／殖合作社".to_owned())
        );
        let (size, broken) = lines(&"鹅".repeat(60), place);
        assert_eq!((size, broken.len()), (25, 2));
    }

    #[test]
    fn figures_stay_whole_and_no_line_begins_with_a_closing_mark() {
        assert_eq!(broken("股金 125,000.00 元", 150, 70), ["股金", "125,000.00", "元"]);
        assert_eq!(broken("甲乙丙（丁），戊", 100, 70), ["甲乙丙", "（丁），", "戊"]);
        assert_eq!(broken("125,000,000.00", 100, 100), ["125,0", "00,00", "0.00"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(
            words in "[甲乙鹅龘𠮷a-z0-9,.（）]{1,80}",
            width in 60..800_i32,
            wanted in 40..120_u16,
        ) {
            let place = Place { width, lines: 2, size: wanted, least: 60.min(wanted) };
            let (size, broken) = lines(&words, place);
            prop_assert_eq!(broken.concat(), words);
            for line in &broken {
                prop_assert!(font::width(line, size) <= width.unsigned_abs() * 100, "{}", line);
            }
        }
    }
}
