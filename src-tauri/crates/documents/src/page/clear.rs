//! Looks, for tests, whether a page can be read: no text runs into another, over a line, or near a
//! paper edge.

use super::{Anchor, Drawing, Form, MARGIN, Mark, Paper};
use crate::font;

/// The marks of a page with those of the forms that it places.
pub(crate) fn all_marks(forms: &[Form], page: &Drawing) -> Vec<Mark> {
    let mut all = Drawing::default();
    for mark in &page.marks {
        match mark {
            Mark::Form { at, number } => all.place(*at, forms[*number].drawing.clone()),
            other => all.marks.push(other.clone()),
        }
    }
    all.marks
}

/// What is written on a page, in the order of drawing.
pub(crate) fn words(forms: &[Form], page: &Drawing) -> String {
    let of_mark = |mark: &Mark| match mark {
        Mark::Text { words, .. } => words.to_string(),
        _ => String::new(),
    };
    all_marks(forms, page).iter().map(of_mark).collect()
}

/// What lies between two edges on each axis, in micrometres: left, top, right, bottom.
type Room = [i32; 4];

/// The room that a text takes.
pub(crate) fn room(mark: &Mark) -> Option<Room> {
    let Mark::Text { at, anchor, style, words } = mark else { return None };
    let width = i32::try_from(font::width(words, style.size)).unwrap();
    let left = at.x * 100
        - match anchor {
            Anchor::Left => 0,
            Anchor::Middle => width / 2,
            Anchor::Right => width,
        };
    // A tenth of a point is 35.3 micrometres; ideographs reach from 0.8 above to 0.1 below.
    let (above, below) = (i32::from(style.size) * 28, i32::from(style.size) * 4);
    Some([left, at.y * 100 - above, left + width, at.y * 100 + below])
}

/// The rooms of the lines that a mark draws; a slanted line takes all that lies between its ends.
fn lines(mark: &Mark) -> Vec<Room> {
    let line = |a: [i32; 2], b: [i32; 2]| {
        [a[0].min(b[0]), a[1].min(b[1]), a[0].max(b[0]), a[1].max(b[1])].map(|end| end * 100)
    };
    match mark {
        Mark::Rule { from, to, .. } => vec![line([from.x, from.y], [to.x, to.y])],
        Mark::Frame { at, width, height, .. } => {
            let (left, top, right, bottom) = (at.x, at.y, at.x + width, at.y + height);
            vec![
                line([left, top], [right, top]),
                line([left, bottom], [right, bottom]),
                line([left, top], [left, bottom]),
                line([right, top], [right, bottom]),
            ]
        }
        _ => Vec::new(),
    }
}

fn overlap(a: Room, b: Room) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Says which text of the page runs into another, over a line, or too near a paper edge.
pub(crate) fn check(paper: Paper, forms: &[Form], page: &Drawing) -> Result<(), String> {
    let marks = all_marks(forms, page);
    let texts: Vec<_> = marks.iter().filter_map(|mark| Some((mark, room(mark)?))).collect();
    let edge = MARGIN * 100;
    for (index, &(mark, a)) in texts.iter().enumerate() {
        let outside = a[0] < edge
            || a[1] < edge
            || a[2] > paper.width() * 100 - edge
            || a[3] > paper.height() * 100 - edge;
        if outside {
            return Err(format!("too near the edge: {mark}"));
        }
        if let Some((other, _)) = texts[index + 1..].iter().find(|(_, b)| overlap(a, *b)) {
            return Err(format!("{mark} runs into {other}"));
        }
        let crosses = |line: &&Mark| lines(line).into_iter().any(|b| overlap(a, b));
        if let Some(line) = marks.iter().find(crosses) {
            return Err(format!("{mark} runs over {line}"));
        }
    }
    Ok(())
}
