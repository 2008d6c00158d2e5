//! Marks to the operators of a PDF content stream, and the glyphs that they use.
//!
//! Streams count in tenths of a millimetre like the pages they come from; one scaling at the head
//! of a page makes points of them. Only the axis turns: in a PDF it points up.

use std::io::Write;

use subsetter::GlyphRemapper;

use crate::font::{self, FACES, Glyph};
use crate::page::{Anchor, Drawing, Ink, Mark, Pen, Point, Style};

/// What the stroke round a bold glyph measures, in thousandths of the size.
const BOLD_STROKE: i64 = 22;

/// How far a handle of a curve lies from the end of a quarter of a ring, in ten-thousandths of the
/// radius.
const RING_HANDLE: i64 = 5523;

/// The glyphs that a document uses, numbered as they come.
pub(crate) struct Glyphs {
    faces: [UsedGlyphs; FACES.len()],
}

/// The glyphs used of one face.
struct UsedGlyphs {
    /// The new number of each glyph of the face, zero for those not used.
    numbers: Vec<u16>,
    /// Glyph, character and width in thousandths, by new number; `.notdef` is not among them.
    used: Vec<(u16, char, u16)>,
}

impl Glyphs {
    pub(crate) fn new() -> Self {
        let of_face = |face| UsedGlyphs {
            numbers: vec![0; usize::from(font::parsed(face).number_of_glyphs())],
            used: Vec::new(),
        };
        Glyphs { faces: std::array::from_fn(of_face) }
    }

    /// The number of `c`'s glyph in its cut face.
    fn number(&mut self, c: char, glyph: Glyph) -> u16 {
        let face = &mut self.faces[usize::from(glyph.face)];
        let number = &mut face.numbers[usize::from(glyph.id)];
        if *number == 0 {
            face.used.push((glyph.id, c, glyph.advance));
            // A face has at most 65,535 glyphs, .notdef among them.
            *number = u16::try_from(face.used.len()).unwrap_or(0);
        } else {
            let known = &mut face.used[usize::from(*number) - 1].1;
            *known = plainer(*known, c);
        }
        *number
    }

    /// Of the face `face`: which glyphs to keep, in the order of their numbers.
    pub(crate) fn remapper(&self, face: usize) -> GlyphRemapper {
        let mut remapper = GlyphRemapper::new();
        for &(id, _, _) in &self.faces[face].used {
            remapper.remap(id);
        }
        remapper
    }

    /// Of the face `face`: number, character and width of each glyph used.
    pub(crate) fn used(&self, face: usize) -> impl Iterator<Item = (u16, char, u16)> {
        let numbered = self.faces[face].used.iter().zip(1..);
        numbered.map(|(&(_, c, advance), number)| (number, c, advance))
    }
}

/// Some characters share a glyph, such as 一 and the radical ⼀. One who searches types the plain
/// one.
fn plainer(a: char, b: char) -> char {
    let is_radical = |c: char| ('\u{2E80}'..='\u{2FDF}').contains(&c);
    if (is_radical(a), a) <= (is_radical(b), b) { a } else { b }
}

/// The content of a page or form whose upper edge is at `top` on the axis that points up.
pub(crate) fn encode(drawing: &Drawing, top: i32, glyphs: &mut Glyphs, out: &mut Vec<u8>) {
    let mut stream = Stream { out, top, state: State::default() };
    for mark in &drawing.marks {
        stream.mark(mark, glyphs);
    }
    stream.end_text();
}

/// What stays set in a stream until it is set anew.
#[derive(Default)]
struct State {
    fill: Option<Ink>,
    stroke: Option<Ink>,
    /// In hundredths of a tenth of a millimetre.
    line_width: Option<i64>,
    dash: Option<(u16, u16)>,
    font: Option<(u8, u16)>,
    bold: bool,
    /// Where the last line of text began, inside a text object.
    line_start: Option<(i64, i64)>,
}

struct Stream<'a> {
    out: &'a mut Vec<u8>,
    top: i32,
    state: State,
}

impl Stream<'_> {
    fn mark(&mut self, mark: &Mark, glyphs: &mut Glyphs) {
        match mark {
            Mark::Text { at, anchor, style, words } => {
                self.text(*at, *anchor, *style, words, glyphs);
            }
            Mark::Rule { from, to, pen } => {
                self.pen(*pen);
                let (from, to) = (self.place(*from), self.place(*to));
                self.operator(&[from.0, from.1], "m");
                self.operator(&[to.0, to.1], "l");
                self.operator(&[], "S");
            }
            Mark::Frame { at, width, height, pen } => {
                self.pen(*pen);
                self.rectangle(*at, *width, *height);
                self.operator(&[], "S");
            }
            Mark::Ground { at, width, height, ink } => {
                self.end_text();
                self.fill(*ink);
                self.rectangle(*at, *width, *height);
                self.operator(&[], "f");
            }
            Mark::Ring { at, radius, pen } => {
                self.pen(*pen);
                self.ring(*at, *radius);
            }
            Mark::Form { at, number } => {
                self.end_text();
                let (x, y) = self.place(*at);
                self.operator(&[], "q");
                self.plain();
                self.operator(&[100, 0, 0, 100, x, y], "cm");
                self.name("X", *number);
                self.operator(&[], "Do");
                self.operator(&[], "Q");
            }
        }
    }

    /// Takes back what a form would inherit and does not set itself; `Q` brings it again.
    fn plain(&mut self) {
        if self.state.dash.is_some() {
            self.operator(&[], "[]0 d");
        }
        if self.state.bold {
            self.operator(&[0], "Tr");
        }
    }

    fn text(&mut self, at: Point, anchor: Anchor, style: Style, words: &str, glyphs: &mut Glyphs) {
        self.text_style(style);
        let (mut x, y) = self.place(at);
        let width = i64::from(font::width(words, style.size));
        x -= match anchor {
            Anchor::Left => 0,
            Anchor::Middle => width / 2,
            Anchor::Right => width,
        };
        let last = match self.state.line_start {
            Some(last) => last,
            None => {
                self.operator(&[], "BT");
                (0, 0)
            }
        };
        self.operator(&[x - last.0, y - last.1], "Td");
        self.state.line_start = Some((x, y));
        let mut shown = words.chars().filter_map(|c| Some((c, font::glyph(c)?))).peekable();
        while let Some(&(_, Glyph { face, .. })) = shown.peek() {
            self.font(face, style.size);
            self.out.push(b'(');
            while let Some((c, glyph)) = shown.next_if(|(_, glyph)| glyph.face == face) {
                for byte in glyphs.number(c, glyph).to_be_bytes() {
                    self.string_byte(byte);
                }
            }
            self.out.extend_from_slice(b")Tj\n");
        }
    }

    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
            // Readers take a bare one for the end of a line.
            b'\r' => self.out.extend_from_slice(b"\\r"),
            _ => self.out.push(byte),
        }
    }

    fn text_style(&mut self, style: Style) {
        self.fill(style.ink);
        if style.bold {
            self.stroke(style.ink);
            self.line_width(size(style.size) * BOLD_STROKE / 1000);
            self.dash(None);
        }
        if style.bold != self.state.bold {
            self.operator(&[if style.bold { 200 } else { 0 }], "Tr");
            self.state.bold = style.bold;
        }
    }

    fn font(&mut self, face: u8, points: u16) {
        if self.state.font != Some((face, points)) {
            self.name("F", face.into());
            self.operator(&[size(points)], "Tf");
            self.state.font = Some((face, points));
        }
    }

    fn end_text(&mut self) {
        if self.state.line_start.take().is_some() {
            self.operator(&[], "ET");
        }
    }

    /// Leaves text for lines drawn with `pen`.
    fn pen(&mut self, pen: Pen) {
        self.end_text();
        self.stroke(pen.ink);
        self.line_width(i64::from(pen.width) * 10);
        self.dash(pen.dash);
    }

    fn fill(&mut self, ink: Ink) {
        if self.state.fill.replace(ink) != Some(ink) {
            self.colour(ink, "rg");
        }
    }

    fn stroke(&mut self, ink: Ink) {
        if self.state.stroke.replace(ink) != Some(ink) {
            self.colour(ink, "RG");
        }
    }

    fn colour(&mut self, ink: Ink, operator: &str) {
        let parts = match ink {
            Ink::Black => [11, 13, 15],
            Ink::Grey => [36, 38, 40],
            Ink::Red => [68, 12, 11],
            Ink::Tint => [95, 94, 91],
        };
        self.operator(&parts, operator);
    }

    fn line_width(&mut self, width: i64) {
        if self.state.line_width.replace(width) != Some(width) {
            self.operator(&[width], "w");
        }
    }

    fn dash(&mut self, dash: Option<(u16, u16)>) {
        if self.state.dash == dash {
            return;
        }
        self.state.dash = dash;
        self.out.push(b'[');
        if let Some((dash, gap)) = dash {
            self.number(i64::from(dash) * 100);
            self.number(i64::from(gap) * 100);
        }
        self.out.extend_from_slice(b"]0 d\n");
    }

    fn rectangle(&mut self, at: Point, width: i32, height: i32) {
        let (x, y) = self.place(at);
        let (width, height) = (i64::from(width) * 100, i64::from(height) * 100);
        self.operator(&[x, y - height, width, height], "re");
    }

    fn ring(&mut self, middle: Point, radius: i32) {
        let (x, y) = self.place(middle);
        let r = i64::from(radius) * 100;
        let h = r * RING_HANDLE / 10_000;
        self.operator(&[x + r, y], "m");
        self.operator(&[x + r, y + h, x + h, y + r, x, y + r], "c");
        self.operator(&[x - h, y + r, x - r, y + h, x - r, y], "c");
        self.operator(&[x - r, y - h, x - h, y - r, x, y - r], "c");
        self.operator(&[x + h, y - r, x + r, y - h, x + r, y], "c");
        self.operator(&[], "s");
    }

    /// A place in hundredths of a tenth of a millimetre, the axis pointing up.
    fn place(&self, at: Point) -> (i64, i64) {
        (i64::from(at.x) * 100, i64::from(self.top - at.y) * 100)
    }

    fn operator(&mut self, operands: &[i64], operator: &str) {
        for &operand in operands {
            self.number(operand);
        }
        self.out.extend_from_slice(operator.as_bytes());
        self.out.push(b'\n');
    }

    fn name(&mut self, prefix: &str, number: usize) {
        // Writing to memory cannot fail.
        let _ = write!(self.out, "/{prefix}{number} ");
    }

    /// A number of hundredths, with no more places than it needs, and a blank.
    fn number(&mut self, hundredths: i64) {
        if hundredths < 0 {
            self.out.push(b'-');
        }
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        let mut digits = [0; 20];
        let mut first = digits.len();
        let mut left = whole;
        while left > 0 || first == digits.len() {
            first -= 1;
            digits[first] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.out.extend_from_slice(&digits[first..]);
        if rest > 0 {
            self.out.extend_from_slice(&[b'.', b'0' + (rest / 10) as u8]);
            if rest % 10 > 0 {
                self.out.push(b'0' + (rest % 10) as u8);
            }
        }
        self.out.push(b' ');
    }
}

/// A size in tenths of a point, in hundredths of a tenth of a millimetre.
fn size(points: u16) -> i64 {
    // A tenth of a point is 127/360 tenths of a millimetre.
    i64::from(points) * 12_700 / 360
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::page::at;

    #[track_caller]
    fn check(draw: impl FnOnce(&mut Drawing), expected: &Expect) {
        let mut drawing = Drawing::default();
        draw(&mut drawing);
        let mut out = Vec::new();
        encode(&drawing, 2970, &mut Glyphs::new(), &mut out);
        let shown = String::from_utf8_lossy(&out).into_owned();
        expected.assert_eq(&shown.replace(|c: char| c.is_control() && c != '\n', "~"));
    }

    #[test]
    fn lines_and_boxes_are_drawn_with_what_changed_only() {
        let pen = Pen::new(25, Ink::Black);
        check(
            |drawing| {
                drawing.across(140, 100, 1820, pen);
                drawing.down(140, 100, 50, pen.dashed(8, 6));
                drawing.ground(at(140, 100), 10, 20, Ink::Tint);
                drawing.form(at(140, 100), 0);
                drawing.frame(at(0, 0), 5, 5, pen);
            },
            &expect![[r#"
                0.11 0.13 0.15 RG
                2.5 w
                140 2870 m
                1960 2870 l
                S
                [8 6 ]0 d
                140 2870 m
                140 2820 l
                S
                0.95 0.94 0.91 rg
                140 2850 10 20 re
                f
                q
                []0 d
                1 0 0 1 140 2870 cm
                /X0 Do
                Q
                []0 d
                0 2965 5 5 re
                S
            "#]],
        );
    }

    #[test]
    fn text_runs_change_the_font_with_the_face_and_amounts_end_at_their_place() {
        check(
            |drawing| {
                drawing.text(at(100, 970), Anchor::Left, Style::new(100, Ink::Black), "王𠮷王");
                drawing.text(at(100, 970), Anchor::Right, Style::new(100, Ink::Red).bold(), "王");
            },
            &expect![[r#"
                0.11 0.13 0.15 rg
                BT
                100 2000 Td
                /F0 35.27 Tf
                (~~)Tj
                /F1 35.27 Tf
                (~~)Tj
                /F0 35.27 Tf
                (~~)Tj
                0.68 0.12 0.11 rg
                0.68 0.12 0.11 RG
                0.77 w
                2 Tr
                -35.27 0 Td
                (~~)Tj
                ET
            "#]],
        );
    }

    #[test]
    fn the_plain_character_stands_for_a_glyph_that_a_radical_shares() {
        assert_eq!(plainer('⼀', '一'), '一');
        assert_eq!(plainer('一', '⼀'), '一');
        assert_eq!(plainer('\u{A0}', ' '), ' ');
        assert_eq!(plainer('\u{F967}', '不'), '不');
    }
}
