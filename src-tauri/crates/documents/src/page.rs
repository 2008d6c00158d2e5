//! A page as marks on A4: texts, rules, boxes and rings, in tenths of a millimetre from the upper
//! left corner. No fonts' outlines and no PDF: what is here can be read as text, and is tested so.
//!
//! One surprising thing: a text is placed by its baseline and by the end that must stand still, so
//! that amounts line up to the micrometre although pages count in tenths of a millimetre.

use std::borrow::Cow;
use std::fmt;

/// The width of A4 held upright.
pub const WIDTH: i32 = 2100;
/// The height of A4 held upright.
pub const HEIGHT: i32 = 2970;
/// What printers cannot be trusted with: no mark comes closer to a paper edge.
pub const MARGIN: i32 = 100;

/// How the A4 of a document is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Upright.
    Portrait,
    /// On its side, for what is wide.
    Landscape,
}

impl Paper {
    /// The width.
    #[must_use]
    pub const fn width(self) -> i32 {
        match self {
            Paper::Portrait => WIDTH,
            Paper::Landscape => HEIGHT,
        }
    }

    /// The height.
    #[must_use]
    pub const fn height(self) -> i32 {
        match self {
            Paper::Portrait => HEIGHT,
            Paper::Landscape => WIDTH,
        }
    }
}

/// A place on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Tenths of a millimetre from the left.
    pub x: i32,
    /// Tenths of a millimetre from the top.
    pub y: i32,
}

/// The place `x` from the left and `y` from the top.
#[must_use]
pub const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

/// The inks of a paper. Everything survives a grey printer: no two differ in meaning by ink alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Carbon black: text, figures and rules.
    Black,
    /// Labels and notes.
    Grey,
    /// The rule under a title, serial numbers and seals; amounts below zero and the rules that
    /// close an account. Nothing else is red.
    Red,
    /// The ground of table heads.
    Tint,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Left,
    /// Its middle is there.
    Middle,
    /// It ends there, as amounts do.
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The size in tenths of a point.
    pub size: u16,
    /// The ink.
    pub ink: Ink,
    /// Whether the strokes are thickened.
    pub bold: bool,
}

impl Style {
    /// Text of `size` tenths of a point in `ink`.
    #[must_use]
    pub const fn new(size: u16, ink: Ink) -> Self {
        Style { size, ink, bold: false }
    }

    /// The same, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Style { bold: true, ..self }
    }

    /// The same at another size.
    #[must_use]
    pub const fn sized(self, size: u16) -> Self {
        Style { size, ..self }
    }

    /// The baseline of a text in the middle between `top` and `bottom`. Ideographs and figures both
    /// have their middle about 0.37 of the size above the baseline.
    #[must_use]
    pub const fn baseline(self, top: i32, bottom: i32) -> i32 {
        // A tenth of a point is 127/360 tenths of a millimetre.
        (top + bottom) / 2 + (self.size as i32 * 127 * 37 + 18_000) / 36_000
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pen {
    /// Its width in hundredths of a millimetre.
    pub width: u16,
    /// The ink.
    pub ink: Ink,
    /// For a dashed line, the length of dashes and of gaps in tenths of a millimetre.
    pub dash: Option<(u16, u16)>,
}

impl Pen {
    /// A line `width` hundredths of a millimetre wide.
    #[must_use]
    pub const fn new(width: u16, ink: Ink) -> Self {
        Pen { width, ink, dash: None }
    }

    /// The same, dashed.
    #[must_use]
    pub const fn dashed(self, dash: u16, gap: u16) -> Self {
        Pen { dash: Some((dash, gap)), ..self }
    }
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Words on a baseline.
    Text {
        /// The anchor's place on the baseline.
        at: Point,
        /// Which end stands there.
        anchor: Anchor,
        /// Size, ink and weight.
        style: Style,
        /// What is written.
        words: Cow<'static, str>,
    },
    /// A straight line.
    Rule {
        /// Where it begins.
        from: Point,
        /// Where it ends.
        to: Point,
        /// How it is drawn.
        pen: Pen,
    },
    /// A box drawn with a pen.
    Frame {
        /// The upper left corner.
        at: Point,
        /// The width.
        width: i32,
        /// The height.
        height: i32,
        /// How it is drawn.
        pen: Pen,
    },
    /// A box filled with ink.
    Ground {
        /// The upper left corner.
        at: Point,
        /// The width.
        width: i32,
        /// The height.
        height: i32,
        /// What fills it.
        ink: Ink,
    },
    /// The place of a seal.
    Ring {
        /// The middle.
        at: Point,
        /// The radius.
        radius: i32,
        /// How it is drawn.
        pen: Pen,
    },
    /// A form of the document, placed with its upper left corner.
    Form {
        /// The corner's place.
        at: Point,
        /// The form's number in the document.
        number: usize,
    },
}

/// Marks in the order in which they are put on paper: a page, or a part of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The marks.
    pub marks: Vec<Mark>,
}

impl Drawing {
    /// Writes `words` with their `anchor` end at the place.
    pub fn text(
        &mut self,
        at: Point,
        anchor: Anchor,
        style: Style,
        words: impl Into<Cow<'static, str>>,
    ) {
        self.marks.push(Mark::Text { at, anchor, style, words: words.into() });
    }

    /// Draws a straight line.
    pub fn rule(&mut self, from: Point, to: Point, pen: Pen) {
        self.marks.push(Mark::Rule { from, to, pen });
    }

    /// Draws a horizontal line from `x` for `width`.
    pub fn across(&mut self, x: i32, y: i32, width: i32, pen: Pen) {
        self.marks.push(Mark::Rule { from: at(x, y), to: at(x + width, y), pen });
    }

    /// Draws a vertical line from `y` for `height`.
    pub fn down(&mut self, x: i32, y: i32, height: i32, pen: Pen) {
        self.marks.push(Mark::Rule { from: at(x, y), to: at(x, y + height), pen });
    }

    /// Draws a box.
    pub fn frame(&mut self, at: Point, width: i32, height: i32, pen: Pen) {
        self.marks.push(Mark::Frame { at, width, height, pen });
    }

    /// Fills a box.
    pub fn ground(&mut self, at: Point, width: i32, height: i32, ink: Ink) {
        self.marks.push(Mark::Ground { at, width, height, ink });
    }

    /// Draws a ring.
    pub fn ring(&mut self, at: Point, radius: i32, pen: Pen) {
        self.marks.push(Mark::Ring { at, radius, pen });
    }

    /// Places a form of the document.
    pub fn form(&mut self, at: Point, number: usize) {
        self.marks.push(Mark::Form { at, number });
    }

    /// Puts another drawing's marks here, its corner at `corner`.
    pub fn place(&mut self, corner: Point, drawing: Drawing) {
        self.marks.extend(drawing.marks.into_iter().map(|mark| mark.moved(corner)));
    }
}

/// A part that many pages share, stored once in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Its marks, from its own upper left corner. It places no other form.
    pub drawing: Drawing,
}

impl Mark {
    fn moved(self, by: Point) -> Mark {
        let to = |place: Point| at(place.x + by.x, place.y + by.y);
        match self {
            Mark::Text { at, anchor, style, words } => {
                Mark::Text { at: to(at), anchor, style, words }
            }
            Mark::Rule { from, to: end, pen } => Mark::Rule { from: to(from), to: to(end), pen },
            Mark::Frame { at, width, height, pen } => {
                Mark::Frame { at: to(at), width, height, pen }
            }
            Mark::Ground { at, width, height, ink } => {
                Mark::Ground { at: to(at), width, height, ink }
            }
            Mark::Ring { at, radius, pen } => Mark::Ring { at: to(at), radius, pen },
            Mark::Form { at, number } => Mark::Form { at: to(at), number },
        }
    }
}

impl fmt::Display for Drawing {
    /// One mark a line; a text as `x y size words`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.marks.iter().try_for_each(|mark| writeln!(f, "{mark}"))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::Text { at, anchor, style, words } => {
                let anchor = match anchor {
                    Anchor::Left => "",
                    Anchor::Middle => "|",
                    Anchor::Right => "<",
                };
                write!(f, "{at}{anchor} {style} {words}")
            }
            Mark::Rule { from, to, pen } => write!(f, "rule {from} {to} {pen}"),
            Mark::Frame { at, width, height, pen } => {
                write!(f, "frame {at} {width} {height} {pen}")
            }
            Mark::Ground { at, width, height, ink } => {
                write!(f, "ground {at} {width} {height} {ink:?}")
            }
            Mark::Ring { at, radius, pen } => write!(f, "ring {at} {radius} {pen}"),
            Mark::Form { at, number } => write!(f, "form {at} {number}"),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.x, self.y)
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bold = if self.bold { "b" } else { "" };
        let ink = match self.ink {
            Ink::Black => "",
            Ink::Grey => "g",
            Ink::Red => "r",
            Ink::Tint => "t",
        };
        write!(f, "{}{bold}{ink}", self.size)
    }
}

impl fmt::Display for Pen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.width, self.ink)?;
        self.dash.map_or(Ok(()), |(dash, gap)| write!(f, " {dash}-{gap}"))
    }
}

#[cfg(test)]
pub(crate) mod clear;
