//! Pages to a PDF file.
//!
//! printpdf makes the document: its fonts, widths, the table by which text is searched and copied,
//! and its data about itself. The content of pages and forms is ours (`content`), since a typed
//! tree of some hundred operations per slip costs thirty times the memory of their bytes. The fonts
//! are cut to the glyphs used before printpdf gets them.
//!
//! One surprising thing: printpdf is given one page only, which shows every glyph once, so that it
//! puts in the fonts. That page is taken out again and ours are put in its place.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    Codepoint, FontId, FontMetrics, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Pt, TextItem,
};
use sha2::{Digest, Sha256};

use crate::DocumentError;
use crate::content::{self, Glyphs};
use crate::font::{self, FACES};
use crate::page::{Drawing, Form, Paper};

/// A tenth of a millimetre is 72/254 of a point.
const SCALE: &str = "0.2834646 0 0 0.2834646 0 0 cm\n";

/// The sides of A4 in points, the shorter one first.
const SIDES: [f32; 2] = [595.276, 841.89];

/// What the document says it was made with.
const CREATOR: &str = "抱团账 Baotuan";

/// The document `title` with `pages` of A4, held as `paper`, which may place `forms` by their
/// number.
///
/// The same title, forms and pages give the same bytes. Pages are taken one at a time and only
/// their compressed content is kept, so a long run needs little memory.
///
/// # Errors
/// [`DocumentError::Empty`] without a page; otherwise only where our own faces or the libraries
/// fail us.
pub fn write(
    title: &str,
    paper: Paper,
    forms: &[Form],
    pages: impl IntoIterator<Item = Drawing>,
) -> Result<Vec<u8>, DocumentError> {
    let mut glyphs = Glyphs::new();
    let mut digest = Sha256::new_with_prefix(title);
    let mut content = Vec::new();
    let mut compressed = |drawing: &Drawing, top: i32, head: &str| {
        content.clear();
        content.extend_from_slice(head.as_bytes());
        content::encode(drawing, top, &mut glyphs, &mut content);
        digest.update(&content);
        deflated(&content)
    };
    let forms: Vec<(&Form, Vec<u8>)> =
        forms.iter().map(|form| (form, compressed(&form.drawing, 0, ""))).collect();
    let pages: Vec<Vec<u8>> =
        pages.into_iter().map(|page| compressed(&page, paper.height(), SCALE)).collect();
    if pages.is_empty() {
        return Err(DocumentError::Empty);
    }

    let digest = digest.finalize();
    let mut document = with_fonts(title, &glyphs, &subset_tag(&digest))?;
    let resources = keep_fonts(&mut document)?;
    let resources = add_forms(&mut document, resources, forms);
    add_pages(&mut document, resources, paper, pages)?;
    describe(&mut document, &digest[..16])?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(assembly)?;
    Ok(bytes)
}

fn assembly(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Assembly(error.to_string())
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    // Writing to memory cannot fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

fn compressed_stream(mut dictionary: Dictionary, compressed: Vec<u8>) -> Stream {
    dictionary.set("Filter", "FlateDecode");
    Stream::new(dictionary, compressed).with_compression(false)
}

/// Six letters that mark a cut face; other documents, with other cuts, have others.
fn subset_tag(digest: &[u8]) -> String {
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// A document of printpdf with one page on which every glyph of `glyphs` is shown.
fn with_fonts(title: &str, glyphs: &Glyphs, tag: &str) -> Result<Document, DocumentError> {
    let mut document = PdfDocument::new(title);
    document.metadata.info.creator = CREATOR.to_owned();
    document.metadata.info.producer = CREATOR.to_owned();
    let mut ops = vec![Op::StartTextSection];
    for face in (0..FACES.len()).filter(|&face| glyphs.used(face).next().is_some()) {
        let id = FontId(format!("F{face}"));
        document.resources.fonts.map.insert(id.clone(), PdfFont::new(cut(face, glyphs, tag)?));
        let shown = glyphs.used(face).map(|(number, c, _)| Codepoint {
            gid: number,
            offset: 0.0,
            cid: Some(c.to_string()),
        });
        ops.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(9.0) });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown.collect())] });
    }
    ops.push(Op::EndTextSection);
    document.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops));

    let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let document = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(assembly(&warning.msg)),
        None => Ok(document),
    }
}

/// A face cut to the glyphs used, under the numbers that the content streams give them.
fn cut(face: usize, glyphs: &Glyphs, tag: &str) -> Result<ParsedFont, DocumentError> {
    let name = FACES[face].name;
    let program = subsetter::subset(FACES[face].bytes, 0, &glyphs.remapper(face))
        .map_err(|error| DocumentError::Face { face: name, reason: error.to_string() })?;
    let parsed = font::parsed(face);
    // Widths come in thousandths, so the other measures must as well.
    let thousandths = |units: i16| {
        let units = i32::from(units) * 1000 / i32::from(parsed.units_per_em());
        i16::try_from(units).unwrap_or(i16::MAX)
    };
    let mut font = ParsedFont::with_glyph_data(
        program,
        0,
        Some(format!("{tag}+{name}")),
        std::collections::BTreeMap::new(),
        glyphs.used(face).map(|(number, _, advance)| (number, advance)).collect(),
        1000,
        FontMetrics {
            ascent: thousandths(parsed.ascender()),
            descent: thousandths(parsed.descender()),
        },
    );
    let outline = parsed.global_bounding_box();
    font.pdf_font_metrics.x_min = thousandths(outline.x_min);
    font.pdf_font_metrics.y_min = thousandths(outline.y_min);
    font.pdf_font_metrics.x_max = thousandths(outline.x_max);
    font.pdf_font_metrics.y_max = thousandths(outline.y_max);
    font.pdf_font_metrics.us_weight_class = parsed.weight().to_number();
    Ok(font)
}

/// Takes out all but the fonts, and returns the resources that are left.
fn keep_fonts(document: &mut Document) -> Result<Dictionary, DocumentError> {
    let page = document.page_iter().next().ok_or_else(|| assembly("no page for the fonts"))?;
    let page = document.get_dictionary(page).map_err(assembly)?;
    let resources = document.get_dict_in_dict(page, b"Resources").map_err(assembly)?;
    let fonts = document.get_dict_in_dict(resources, b"Font").map_err(assembly)?.clone();

    let pages = pages_id(document)?;
    let kept = dictionary! {
        "Type" => "Pages",
        "Resources" => dictionary! { "Font" => fonts },
    };
    document.set_object(pages, kept);
    document.prune_objects();
    document.renumber_objects();
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            let content = deflated(&stream.content);
            *stream = compressed_stream(std::mem::take(&mut stream.dict), content);
        }
    }
    // The new numbers reach into the resources, so they are read again.
    let pages = document.get_dictionary(pages_id(document)?).map_err(assembly)?;
    document.get_dict_in_dict(pages, b"Resources").map_err(assembly).cloned()
}

fn pages_id(document: &Document) -> Result<ObjectId, DocumentError> {
    let catalog = document.catalog().map_err(assembly)?;
    catalog.get(b"Pages").and_then(Object::as_reference).map_err(assembly)
}

/// Adds the forms, and returns the number of the resources that forms and pages share.
fn add_forms(
    document: &mut Document,
    mut resources: Dictionary,
    forms: Vec<(&Form, Vec<u8>)>,
) -> ObjectId {
    let fonts = document.add_object(resources.clone());
    let mut names = Dictionary::new();
    for (number, (form, content)) in forms.into_iter().enumerate() {
        let corners = [0, -form.height, form.width, 0];
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => corners.map(Object::from).to_vec(),
            "Resources" => fonts,
        };
        let id = document.add_object(compressed_stream(form, content));
        names.set(format!("X{number}"), id);
    }
    if names.is_empty() {
        return fonts;
    }
    resources.set("XObject", names);
    document.add_object(resources)
}

fn add_pages(
    document: &mut Document,
    resources: ObjectId,
    paper: Paper,
    pages: Vec<Vec<u8>>,
) -> Result<(), DocumentError> {
    let parent = pages_id(document)?;
    let mut kids = Vec::with_capacity(pages.len());
    for content in pages {
        let contents = document.add_object(compressed_stream(Dictionary::new(), content));
        let page = dictionary! { "Type" => "Page", "Parent" => parent, "Contents" => contents };
        kids.push(Object::from(document.add_object(page)));
    }
    let [short, long] = SIDES;
    let (width, height) = match paper {
        Paper::Portrait => (short, long),
        Paper::Landscape => (long, short),
    };
    let tree = dictionary! {
        "Type" => "Pages",
        "Count" => i64::try_from(kids.len()).map_err(assembly)?,
        "Kids" => kids,
        "MediaBox" => [0.0, 0.0, width, height].map(Object::Real).to_vec(),
        "Resources" => resources,
    };
    document.set_object(parent, tree);
    Ok(())
}

/// What the document says of itself: no day, and a number that follows from its content.
fn describe(document: &mut Document, id: &[u8]) -> Result<(), DocumentError> {
    "1.7".clone_into(&mut document.version);
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let about = document.trailer.get(b"Info").and_then(Object::as_reference).map_err(assembly)?;
    let about = document.get_dictionary_mut(about).map_err(assembly)?;
    let unwanted = [
        "CreationDate",
        "ModDate",
        "GTS_PDFXVersion",
        "Identifier",
        "Trapped",
        "Author",
        "Subject",
        "Keywords",
    ];
    for key in unwanted {
        about.remove(key.as_bytes());
    }
    let catalog = document.catalog_mut().map_err(assembly)?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

#[cfg(test)]
pub(crate) mod read_back;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Anchor, Ink, Style, at};

    fn page(words: &'static str) -> Drawing {
        let mut drawing = Drawing::default();
        drawing.text(at(200, 200), Anchor::Left, Style::new(100, Ink::Black), words);
        drawing
    }

    #[test]
    fn pages_are_a4_and_carry_the_title_and_no_day() {
        let bytes = write("盈余分红单", Paper::Portrait, &[], [page("甲"), page("乙")]).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let document = Document::load_mem(&bytes).unwrap();
        assert_eq!(document.get_pages().len(), 2);
        let pages = document.get_dictionary(pages_id(&document).unwrap()).unwrap();
        let sides = pages.get(b"MediaBox").and_then(Object::as_array).unwrap();
        assert_eq!(sides[2].as_float().unwrap().to_string(), "595.276");
        assert_eq!(sides[3].as_float().unwrap().to_string(), "841.89");
        let about = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
        let title = about.get(b"Title").and_then(Object::as_str).unwrap();
        assert_eq!(title, b"\xFE\xFF\x76\xC8\x4F\x59\x52\x06\x7E\xA2\x53\x55");
        let mut keys: Vec<_> = about.iter().map(|(key, _)| key.as_slice()).collect();
        keys.sort_unstable();
        assert_eq!(keys, [b"Creator".as_slice(), b"Producer", b"Title"]);
    }

    #[test]
    fn a_page_on_its_side_is_as_wide_as_an_upright_one_is_high() {
        let bytes = write("科目余额表", Paper::Landscape, &[], [page("甲")]).unwrap();
        let document = Document::load_mem(&bytes).unwrap();
        let pages = document.get_dictionary(pages_id(&document).unwrap()).unwrap();
        let sides = pages.get(b"MediaBox").and_then(Object::as_array).unwrap();
        assert_eq!(sides[2].as_float().unwrap().to_string(), "841.89");
        assert_eq!(sides[3].as_float().unwrap().to_string(), "595.276");
    }

    #[test]
    fn brackets_and_ends_of_lines_in_glyph_numbers_do_not_break_a_text() {
        // Among the first two hundred numbers are those of brackets, backslash and line ends.
        let words: String = ('一'..='俿').collect();
        let words: &'static str = words.leak();
        let bytes = write("", Paper::Portrait, &[], [page(words)]).unwrap();
        assert_eq!(read_back::pages(&bytes), [words]);
    }

    #[test]
    fn a_document_without_pages_is_refused() {
        assert!(matches!(write("", Paper::Portrait, &[], []), Err(DocumentError::Empty)));
    }
}
