//! The papers of a cooperative, as PDF: what they look like and how they are written. Its books for
//! other programs stand beside them: as plain text in [`hledger`], as spreadsheets in [`workbook`].
//!
//! Reading order: [`page`] (marks on A4, in tenths of a millimetre), [`font`] (the three faces, how
//! wide a text is, which characters cannot be printed), [`fit`] (text made to fit its place),
//! [`slips`], [`vouchers`] and [`sheets`] (the layout of each paper) and [`pdf`] (pages to bytes).
//!
//! Papers are Chinese, whatever language the window speaks. The same data gives the same bytes:
//! nothing here asks for the day or draws a random number.

pub mod fit;
pub mod font;
pub mod hledger;
pub mod page;
pub mod pdf;
pub mod sheets;
pub mod slips;
pub mod vouchers;
pub mod workbook;

mod content;
mod figures;

use thiserror::Error;

/// Why a paper cannot be made.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// There is nothing to print: a document without pages is no document.
    #[error("there is nothing to print")]
    Empty,
    /// No face has these characters. A name is never printed with a box in it.
    #[error("{} cannot be printed: {}", .0.len(), shown(.0))]
    MissingGlyphs(Vec<MissingGlyph>),
    /// One of our own faces could not be cut to the characters used.
    #[error("the face {face} could not be cut to the characters used: {reason}")]
    Face {
        /// The face's name.
        face: &'static str,
        /// What the cutting said.
        reason: String,
    },
    /// The parts of the document did not come out as expected.
    #[error("the file could not be put together: {0}")]
    Assembly(String),
}

/// A character that none of our faces has, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The words it stands in: a name, most often.
    pub words: String,
    /// Whose paper it is: the member of a slip, the cooperative of others.
    pub member: String,
    /// The number of that paper.
    pub serial_number: String,
}

fn shown(missing: &[MissingGlyph]) -> String {
    let one = |glyph: &MissingGlyph| {
        let MissingGlyph { character, words, member, serial_number } = glyph;
        format!("U+{:04X} in {words} ({member}, {serial_number})", u32::from(*character))
    };
    missing.iter().map(one).collect::<Vec<_>>().join("; ")
}
