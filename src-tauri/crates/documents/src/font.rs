//! The three faces that our papers are set in, one after the other: which face has a character, how
//! wide it is, and which characters no face has.
//!
//! Text is set one character, one glyph: Chinese needs no shaping. One surprising thing: there is
//! no bold face. Bold is the same outline with a thin stroke round it.

use std::sync::{LazyLock, OnceLock};

use ttf_parser::Face;

/// One face of the chain, in the order in which a character is looked for.
pub(crate) struct FaceFile {
    /// The name under which it stands in a PDF.
    pub name: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

/// The chain; assets/fonts says where the faces come from and how they were cut.
pub(crate) static FACES: [FaceFile; 3] = [
    FaceFile {
        name: "NotoSansSC-Regular",
        bytes: include_bytes!("../../../../assets/fonts/NotoSansSC-Regular.ttf"),
    },
    FaceFile {
        name: "BaotuanRareSans-Regular",
        bytes: include_bytes!("../../../../assets/fonts/BaotuanRareSans.otf"),
    },
    FaceFile {
        name: "BaotuanRareMing-Regular",
        bytes: include_bytes!("../../../../assets/fonts/BaotuanRareMing.ttf"),
    },
];

/// The glyph of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Which of [`FACES`].
    pub face: u8,
    /// Its number in that face; above zero.
    pub id: u16,
    /// How far the next glyph stands from it, in thousandths of the size.
    pub advance: u16,
}

/// How far the next character stands from one that has no glyph: a full width, as in a list of
/// missing characters. Such a text is never printed.
const NO_GLYPH_ADVANCE: u16 = 1000;

/// Characters are looked up in blocks of so many, each filled when first asked for.
const BLOCK: usize = 256;
const BLOCKS: usize = 0x11_0000 / BLOCK;

type Block = Box<[Option<Glyph>]>;
static GLYPHS: [OnceLock<Block>; BLOCKS] = [const { OnceLock::new() }; BLOCKS];

#[expect(clippy::expect_used, reason = "the faces are part of the program and tested")]
static PARSED: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
    let parse = |file: &FaceFile| Face::parse(file.bytes, 0).expect("our own face");
    FACES.iter().map(parse).collect()
});

/// The parsed face of this number in [`FACES`].
pub(crate) fn parsed(face: usize) -> &'static Face<'static> {
    &PARSED[face]
}

/// The glyph of `c` in the first face that has it.
pub(crate) fn glyph(c: char) -> Option<Glyph> {
    let code = c as usize;
    let block = GLYPHS[code / BLOCK].get_or_init(|| {
        let first = code - code % BLOCK;
        let look_up = |code: usize| char::from_u32(u32::try_from(code).ok()?).and_then(find);
        (first..first + BLOCK).map(look_up).collect()
    });
    block[code % BLOCK]
}

fn find(c: char) -> Option<Glyph> {
    (0..FACES.len()).find_map(|number| {
        let face = parsed(number);
        let id = face.glyph_index(c).filter(|id| id.0 > 0)?;
        let units = u32::from(face.glyph_hor_advance(id)?);
        let advance = u16::try_from(units * 1000 / u32::from(face.units_per_em())).ok()?;
        Some(Glyph { face: u8::try_from(number).ok()?, id: id.0, advance })
    })
}

/// How wide `words` are, in thousandths of the size.
#[must_use]
pub fn advance(words: &str) -> u32 {
    words.chars().map(|c| u32::from(glyph(c).map_or(NO_GLYPH_ADVANCE, |g| g.advance))).sum()
}

/// How wide `words` are at `size` tenths of a point, in thousandths of a millimetre.
#[must_use]
pub fn width(words: &str, size: u16) -> u32 {
    // A point is 25.4 / 72 mm, which makes 127 / 3600 of a micrometre for each of these units.
    u32::try_from(u64::from(advance(words)) * u64::from(size) * 127 / 3600).unwrap_or(u32::MAX)
}

/// The characters of `texts` that no face has, each with the text it stands in.
pub fn missing_glyphs<'a>(
    texts: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (char, &'a str)> {
    let lacks = |c: &char| glyph(*c).is_none();
    texts.into_iter().flat_map(move |text| text.chars().filter(lacks).map(move |c| (c, text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn face_of(c: char) -> &'static str {
        FACES[usize::from(glyph(c).unwrap().face)].name
    }

    #[test]
    fn rare_characters_come_from_the_first_face_that_has_them() {
        assert_eq!(face_of('王'), "NotoSansSC-Regular");
        assert_eq!(face_of('䶮'), "NotoSansSC-Regular");
        assert_eq!(face_of('㛃'), "NotoSansSC-Regular");
        assert_eq!(face_of('𬭊'), "NotoSansSC-Regular");
        assert_eq!(face_of('𠮷'), "BaotuanRareSans-Regular");
        assert_eq!(face_of('\u{2B74B}'), "BaotuanRareMing-Regular");
    }

    #[test]
    fn every_sign_that_our_papers_use_has_a_glyph() {
        let signs =
            "№￥×÷＝−＋·—…〔〕（）：，。、％／0123456789,.负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整";
        assert_eq!(missing_glyphs([signs]).count(), 0);
    }

    #[test]
    fn what_no_face_has_is_named_with_the_text_it_stands_in() {
        let missing: Vec<_> = missing_glyphs(["王\u{2A708}", "李四", "a\nb"]).collect();
        assert_eq!(missing, [('\u{2A708}', "王\u{2A708}"), ('\n', "a\nb")]);
    }

    #[test]
    fn digits_have_one_width_and_ideographs_fill_the_square() {
        let digits: Vec<_> = ('0'..='9').map(|c| glyph(c).unwrap().advance).collect();
        assert!(digits.iter().all(|&advance| advance == digits[0]), "{digits:?}");
        assert_eq!(advance("鹅𠮷\u{2B74B}"), 3000);
        // Ten characters of ten points are a hundred points: 35.277 mm.
        assert_eq!(width("一二三四五六七八九十", 100), 35_277);
    }
}
