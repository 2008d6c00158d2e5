//! The same marks by pdf-writer and nothing else: one face, one form for each frame, content
//! streams by its own methods. It lays out with our pages, so that only the writing differs.
#![allow(clippy::float_arithmetic, reason = "pdf-writer takes places and sizes as floats")]

use std::io::Write;

use documents::font;
use documents::page::{Anchor, Drawing, HEIGHT, Ink, Mark, Pen, Point, Style};
use documents::slips::{self, SlipOptions};
use domain::slip::Slip;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, TextRenderingMode, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

const FACE: &[u8] = include_bytes!("../../../../../assets/fonts/NotoSansSC-Regular.ttf");
const BASE_FONT: Name = Name(b"AAAAAA+NotoSansSC-Regular");
const SYSTEM: SystemInfo =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// Points in a tenth of a millimetre.
const SCALE: f32 = 72.0 / 254.0;

/// The face and the glyphs used of it.
struct Glyphs {
    face: Face<'static>,
    /// The new number of each character's glyph, zero for those not used.
    numbers: Vec<u16>,
    remapper: GlyphRemapper,
    used: Vec<(u16, char, f32)>,
}

impl Glyphs {
    fn number(&mut self, c: char) -> u16 {
        let known = self.numbers[c as usize];
        if known > 0 {
            return known;
        }
        let id = self.face.glyph_index(c).unwrap_or_default();
        let number = self.remapper.remap(id.0);
        let advance = self.face.glyph_hor_advance(id).unwrap_or(1000);
        self.used.push((number, c, f32::from(advance)));
        self.numbers[c as usize] = number;
        number
    }
}

/// The PDF of `slips` as the bare program writes it.
pub(crate) fn pdf(slips: &[Slip]) -> Vec<u8> {
    let Ok(face) = Face::parse(FACE, 0) else { return Vec::new() };
    let remapper = GlyphRemapper::new();
    let numbers = vec![0; 0x11_0000];
    let mut glyphs = Glyphs { face, numbers, remapper, used: Vec::new() };
    let mut pdf = Pdf::new();
    let mut next = Ref::new(1);
    let (catalog, tree, font) = (next.bump(), next.bump(), next.bump());
    pdf.catalog(catalog).pages(tree);

    let forms = slips::forms();
    let numbers: Vec<Ref> = forms.iter().map(|_| next.bump()).collect();
    for (form, &number) in forms.iter().zip(&numbers) {
        let content = deflated(&content(&form.drawing, 0, false, &mut glyphs));
        let mut object = pdf.form_xobject(number, &content);
        object.filter(Filter::FlateDecode);
        object.bbox(Rect::new(0.0, -(form.height as f32), form.width as f32, 0.0));
        object.resources().fonts().pair(Name(b"F0"), font);
    }

    let options = SlipOptions::default();
    let mut kids = Vec::new();
    for drawing in slips::pages(slips, &options) {
        let (page, stream) = (next.bump(), next.bump());
        let content = deflated(&content(&drawing, HEIGHT, true, &mut glyphs));
        pdf.stream(stream, &content).filter(Filter::FlateDecode);
        pdf.page(page).parent(tree).contents(stream);
        kids.push(page);
    }
    let mut pages = pdf.pages(tree);
    pages.count(i32::try_from(kids.len()).unwrap_or(0)).kids(kids);
    pages.media_box(Rect::new(0.0, 0.0, 595.276, 841.89));
    let mut resources = pages.resources();
    resources.fonts().pair(Name(b"F0"), font);
    let mut names = resources.x_objects();
    for (number, index) in numbers.into_iter().zip(0..) {
        names.pair(Name(format!("X{index}").as_bytes()), number);
    }
    names.finish();
    resources.finish();
    pages.finish();
    write_font(&mut pdf, font, &mut next, &glyphs);
    pdf.finish()
}

fn write_font(pdf: &mut Pdf, font: Ref, next: &mut Ref, glyphs: &Glyphs) {
    let (cid, descriptor, table, program) = (next.bump(), next.bump(), next.bump(), next.bump());
    pdf.type0_font(font)
        .base_font(BASE_FONT)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(table);
    let mut object = pdf.cid_font(cid);
    object.subtype(CidFontType::Type2).base_font(BASE_FONT).system_info(SYSTEM);
    object.font_descriptor(descriptor).cid_to_gid_map_predefined(Name(b"Identity"));
    object.default_width(1000.0);
    object.widths().consecutive(1, glyphs.used.iter().map(|&(_, _, advance)| advance));
    object.finish();
    pdf.font_descriptor(descriptor)
        .name(BASE_FONT)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(-1000.0, -1000.0, 3000.0, 1800.0))
        .italic_angle(0.0)
        .ascent(1160.0)
        .descent(-288.0)
        .cap_height(733.0)
        .stem_v(88.0)
        .font_file2(program);
    let mut characters = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
    for &(number, c, _) in &glyphs.used {
        characters.pair(number, c);
    }
    pdf.cmap(table, &deflated(&characters.finish())).filter(Filter::FlateDecode);
    let cut = subsetter::subset(FACE, 0, &glyphs.remapper).unwrap_or_default();
    pdf.stream(program, &deflated(&cut)).filter(Filter::FlateDecode);
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

/// What is set, so that it is not set again.
#[derive(Default)]
struct State {
    fill: Option<Ink>,
    stroke: Option<Pen>,
    size: Option<u16>,
    bold: bool,
    line_start: Option<(f32, f32)>,
}

fn content(drawing: &Drawing, top: i32, scaled: bool, glyphs: &mut Glyphs) -> Vec<u8> {
    let mut content = Content::new();
    if scaled {
        content.transform([SCALE, 0.0, 0.0, SCALE, 0.0, 0.0]);
    }
    let place = |at: Point| (at.x as f32, (top - at.y) as f32);
    let mut state = State::default();
    for mark in &drawing.marks {
        if !matches!(mark, Mark::Text { .. }) && state.line_start.take().is_some() {
            content.end_text();
        }
        match mark {
            Mark::Text { at, anchor, style, words } => {
                text(&mut content, &mut state, place(*at), (*anchor, *style, words), glyphs);
            }
            Mark::Rule { from, to, pen } => {
                stroke(&mut content, &mut state, *pen);
                let (from, to) = (place(*from), place(*to));
                content.move_to(from.0, from.1).line_to(to.0, to.1).stroke();
            }
            Mark::Frame { at, width, height, pen } => {
                stroke(&mut content, &mut state, *pen);
                let (x, y) = place(*at);
                content.rect(x, y - *height as f32, *width as f32, *height as f32).stroke();
            }
            Mark::Ground { at, width, height, ink } => {
                fill(&mut content, &mut state, *ink);
                let (x, y) = place(*at);
                content.rect(x, y - *height as f32, *width as f32, *height as f32).fill_nonzero();
            }
            Mark::Ring { at, radius, pen } => {
                stroke(&mut content, &mut state, *pen);
                ring(&mut content, place(*at), *radius as f32);
            }
            Mark::Form { at, number } => {
                let (x, y) = place(*at);
                content.save_state();
                if state.stroke.is_some_and(|pen| pen.dash.is_some()) {
                    content.set_dash_pattern([], 0.0);
                }
                if state.bold {
                    content.set_text_rendering_mode(TextRenderingMode::Fill);
                }
                content.transform([1.0, 0.0, 0.0, 1.0, x, y]);
                content.x_object(Name(format!("X{number}").as_bytes())).restore_state();
            }
        }
    }
    if state.line_start.is_some() {
        content.end_text();
    }
    content.finish().to_vec()
}

fn text(
    content: &mut Content,
    state: &mut State,
    (mut x, y): (f32, f32),
    (anchor, style, words): (Anchor, Style, &str),
    glyphs: &mut Glyphs,
) {
    fill(content, state, style.ink);
    let points = f32::from(style.size) * 127.0 / 360.0;
    if style.bold {
        let width = (points * 2.2) as u16;
        stroke(content, state, Pen::new(width, style.ink));
    }
    if style.bold != state.bold {
        content.set_text_rendering_mode(if style.bold {
            TextRenderingMode::FillStroke
        } else {
            TextRenderingMode::Fill
        });
        state.bold = style.bold;
    }
    let width = font::width(words, style.size) as f32 / 100.0;
    x -= match anchor {
        Anchor::Left => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::Right => width,
    };
    let last = state.line_start.unwrap_or_else(|| {
        content.begin_text();
        (0.0, 0.0)
    });
    // Two places are enough, and shorter.
    let rounded = |number: f32| (number * 100.0).round() / 100.0;
    content.next_line(rounded(x - last.0), rounded(y - last.1));
    state.line_start = Some((x, y));
    if state.size.replace(style.size) != Some(style.size) {
        content.set_font(Name(b"F0"), rounded(points));
    }
    let numbers: Vec<u8> = words.chars().flat_map(|c| glyphs.number(c).to_be_bytes()).collect();
    content.show(Str(&numbers));
}

fn fill(content: &mut Content, state: &mut State, ink: Ink) {
    if state.fill.replace(ink) != Some(ink) {
        let [r, g, b] = colour(ink);
        content.set_fill_rgb(r, g, b);
    }
}

fn stroke(content: &mut Content, state: &mut State, pen: Pen) {
    let last = state.stroke.replace(pen);
    if last.map(|last| last.ink) != Some(pen.ink) {
        let [r, g, b] = colour(pen.ink);
        content.set_stroke_rgb(r, g, b);
    }
    if last.map(|last| last.width) != Some(pen.width) {
        content.set_line_width(f32::from(pen.width) / 10.0);
    }
    if last.and_then(|last| last.dash) != pen.dash {
        let dash = pen.dash.map(|(dash, gap)| [f32::from(dash), f32::from(gap)]);
        content.set_dash_pattern(dash.into_iter().flatten(), 0.0);
    }
}

fn colour(ink: Ink) -> [f32; 3] {
    match ink {
        Ink::Black => [0.11, 0.13, 0.15],
        Ink::Grey => [0.36, 0.38, 0.4],
        Ink::Red => [0.68, 0.12, 0.11],
        Ink::Tint => [0.95, 0.94, 0.91],
    }
}

fn ring(content: &mut Content, (x, y): (f32, f32), r: f32) {
    let h = r * 0.5523;
    content.move_to(x + r, y);
    content.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    content.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    content.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    content.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    content.close_and_stroke();
}
