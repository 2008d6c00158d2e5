//! Reads a PDF of ours back, for tests: the text of each page in the order of drawing, by the
//! tables that readers search and copy by.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// The text of each page, texts of the forms that it places among it.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let of_page = |(_, id)| {
        let content = document.get_page_content(id);
        let (_, inherited) = document.get_page_resources(id).unwrap();
        let resources = document.get_dictionary(inherited[0]).unwrap();
        text(&document, resources, &content)
    };
    document.get_pages().into_iter().map(of_page).collect()
}

fn text(document: &Document, resources: &Dictionary, content: &[u8]) -> String {
    let mut shown = String::new();
    let mut table = BTreeMap::new();
    for operation in Content::decode(content).unwrap().operations {
        match (operation.operator.as_str(), operation.operands.first()) {
            ("Tf", Some(Object::Name(name))) => {
                let fonts = document.get_dict_in_dict(resources, b"Font").unwrap();
                table = to_unicode(document, document.get_dict_in_dict(fonts, name).unwrap());
            }
            ("Tj", Some(Object::String(glyphs, _))) => {
                let number = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
                shown.extend(glyphs.chunks(2).map(|pair| table[&number(pair)].as_str()));
            }
            ("Do", Some(Object::Name(name))) => {
                let forms = document.get_dict_in_dict(resources, b"XObject").unwrap();
                let form = forms.get_deref(name, document).unwrap().as_stream().unwrap();
                let own = document.get_dict_in_dict(&form.dict, b"Resources").unwrap();
                shown += &text(document, own, &form.decompressed_content().unwrap());
            }
            _ => {}
        }
    }
    shown
}

/// The table by which a font's glyphs are read as text: glyph number to characters.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let table = font.get_deref(b"ToUnicode", document).unwrap().as_stream().unwrap();
    let table = String::from_utf8(table.decompressed_content().unwrap()).unwrap();
    let mut characters = BTreeMap::new();
    let hex = |word: &str| -> Vec<u16> {
        let digits = word.trim_matches(['<', '>']);
        let unit = |at: usize| u16::from_str_radix(&digits[at..at + 4], 16).unwrap();
        (0..digits.len()).step_by(4).map(unit).collect()
    };
    let mut in_table = false;
    for line in table.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [_, "beginbfchar" | "beginbfrange"] => in_table = true,
            ["endbfchar" | "endbfrange"] => in_table = false,
            [glyph, text] if in_table => {
                characters.insert(hex(glyph)[0], String::from_utf16(&hex(text)).unwrap());
            }
            [first, last, text] if in_table => {
                for (step, glyph) in (hex(first)[0]..=hex(last)[0]).enumerate() {
                    let mut units = hex(text);
                    *units.last_mut().unwrap() += u16::try_from(step).unwrap();
                    characters.insert(glyph, String::from_utf16(&units).unwrap());
                }
            }
            _ => {}
        }
    }
    characters
}
