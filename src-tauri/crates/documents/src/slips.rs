//! The slips (分红单): three to a sheet of A4, to be cut along two lines.
//!
//! A slip has a fixed frame, one for units and one for households, and on it what the slip says.
//! One surprising thing: the three slips of a sheet do not stand at equal distances. Each is as far
//! from its cut line as it can be while the outer ones keep clear of the paper edges.

mod frame;
mod row;

use domain::slip::{BaseItem, Measure, Slip};

use crate::figures::day;
use crate::font;
use crate::page::{Anchor, Drawing, Form, Ink, Paper, Pen, Point, Style, WIDTH, at};
use crate::{DocumentError, MissingGlyph, fit, page, pdf};

use frame::{FORMS, form_number};

/// The height of a slip once it is cut.
pub const HEIGHT: i32 = 990;

/// The slips of one sheet.
const PER_SHEET: usize = 3;

/// Where the content of each slip of a sheet begins.
const TOPS: [i32; PER_SHEET] = [page::MARGIN, HEIGHT + 70, 2 * HEIGHT + 40];

/// The left edge of the content.
const LEFT: i32 = (WIDTH - frame::WIDTH) / 2;

const CUT: Pen = Pen::new(15, Ink::Grey).dashed(18, 12);

const LABEL: Style = Style::new(85, Ink::Grey);
const VALUE: Style = Style::new(85, Ink::Black);
const NOTE: Style = Style::new(65, Ink::Grey);

/// What is the same on all slips of a print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipOptions {
    /// The sentence at the foot that says where to turn with questions.
    pub note: String,
    /// The check code (校验码) of the book that they are printed from.
    pub check_code: Option<String>,
}

impl Default for SlipOptions {
    fn default() -> Self {
        let note = "如有疑问，请向本社监事会查询。".to_owned();
        SlipOptions { note, check_code: None }
    }
}

/// The PDF of `slips`, three to a page, in their order.
///
/// # Errors
/// [`DocumentError::MissingGlyphs`] where a name has a character that cannot be printed, named
/// before anything is made; [`DocumentError::Empty`] without slips.
pub fn pdf(slips: &[Slip], options: &SlipOptions) -> Result<Vec<u8>, DocumentError> {
    let missing = missing_glyphs(slips, options);
    if !missing.is_empty() {
        return Err(DocumentError::MissingGlyphs(missing));
    }
    pdf::write(&title(slips), Paper::Portrait, &forms(), pages(slips, options))
}

/// The characters in `slips` that no face has, each with the words it stands in.
#[must_use]
pub fn missing_glyphs(slips: &[Slip], options: &SlipOptions) -> Vec<MissingGlyph> {
    let of_slip = |slip: &'_ Slip| -> Vec<MissingGlyph> {
        let texts = texts(slip).chain([options.note.as_str()]);
        let named = font::missing_glyphs(texts).map(|(character, words)| MissingGlyph {
            character,
            words: words.to_owned(),
            member: slip.member.name.clone(),
            serial_number: slip.serial_number.clone(),
        });
        named.collect()
    };
    slips.iter().flat_map(of_slip).collect()
}

/// Every text of a slip that comes from the books.
fn texts(slip: &Slip) -> impl Iterator<Item = &str> {
    let (issuer, member) = (&slip.cooperative, &slip.member);
    let always =
        [&slip.serial_number, &issuer.name, &member.name, &member.code, &slip.resolution.number];
    let sometimes = [&issuer.credit_code, &issuer.alliance, &member.village, &member.township];
    let bases = slip.rows.iter().flat_map(|row| {
        let items = row.base.parts.iter().filter_map(|part| match &part.of {
            BaseItem::Capital { class: name } | BaseItem::Deliveries { product: name } => {
                name.as_deref()
            }
            BaseItem::Reserve
            | BaseItem::Subsidy
            | BaseItem::Donation
            | BaseItem::GuaranteedClaim => None,
        });
        let unit = match &row.base.measure {
            Measure::Quantity { unit } => Some(unit.as_str()),
            Measure::Fen | Measure::FenDays { .. } => None,
        };
        items.chain(unit)
    });
    let always = always.into_iter().map(String::as_str);
    always.chain(sometimes.into_iter().filter_map(|text| text.as_deref())).chain(bases)
}

/// What the document is called.
fn title(slips: &[Slip]) -> String {
    let Some(first) = slips.first() else { return frame::TITLE.to_owned() };
    let (cooperative, year) = (&first.cooperative.name, first.year);
    if slips.iter().all(|slip| slip.cooperative.name == *cooperative && slip.year == year) {
        format!("{cooperative} {year} 年度{}", frame::TITLE)
    } else {
        frame::TITLE.to_owned()
    }
}

/// The forms that the pages of slips place.
#[must_use]
pub fn forms() -> Vec<Form> {
    FORMS.iter().map(|&recipient| frame::form(recipient)).collect()
}

/// The pages of `slips`, one after the other.
pub fn pages<'a>(
    slips: &'a [Slip],
    options: &'a SlipOptions,
) -> impl Iterator<Item = Drawing> + 'a {
    let count = slips.len();
    let sheets = move |(slip, number)| drawings(slip, number, count, options);
    let mut drawings = slips.iter().zip(1..).flat_map(sheets);
    std::iter::from_fn(move || {
        let sheet: Vec<Drawing> = drawings.by_ref().take(PER_SHEET).collect();
        (!sheet.is_empty()).then(|| page(sheet))
    })
}

fn page(slips: Vec<Drawing>) -> Drawing {
    let mut page = Drawing::default();
    for (index, (slip, top)) in slips.into_iter().zip(TOPS).enumerate() {
        if index + 1 < PER_SHEET {
            let cut = HEIGHT * (i32::try_from(index).unwrap_or(0) + 1);
            page.across(page::MARGIN, cut, WIDTH - 2 * page::MARGIN, CUT);
        }
        page.place(at(LEFT, top), slip);
    }
    page
}

/// One slip, and a further one for each lot of rows that the one before has no room for.
fn drawings(slip: &Slip, number: usize, count: usize, options: &SlipOptions) -> Vec<Drawing> {
    let bodies = row::bodies(&slip.rows);
    let sheets = bodies.len();
    let draw = |(body, sheet): (row::Body, usize)| {
        let mut drawing = Drawing::default();
        drawing.form(at(0, 0), form_number(slip.member.kind));
        head(&mut drawing, slip, (sheet, sheets));
        recipient(&mut drawing, slip);
        body.draw(&mut drawing);
        total(&mut drawing, slip, (sheet, sheets));
        if let Some(code) = &options.check_code {
            let code = format!("校验码 {code}");
            drawing.text(at(frame::WIDTH, frame::CODE), Anchor::Right, NOTE, code);
        }
        let style = NOTE.sized(fit::size(&options.note, 460, NOTE.size));
        let end = at(frame::WIDTH - 270, frame::FOOT);
        drawing.text(end, Anchor::Right, style, options.note.clone());
        let place = format!("第 {number} 张，共 {count} 张");
        drawing.text(at(frame::WIDTH, frame::FOOT), Anchor::Right, NOTE, place);
        drawing
    };
    bodies.into_iter().zip(1..).map(draw).collect()
}

/// Who gives, under which number, by which resolution.
fn head(drawing: &mut Drawing, slip: &Slip, (sheet, sheets): (usize, usize)) {
    let issuer = &slip.cooperative;
    let place = fit::Place { width: 610, lines: 2, size: 95, least: 80 };
    let (size, lines) = fit::lines(&issuer.name, place);
    let below = i32::try_from(lines.len() - 1).unwrap_or(0) * 33;
    for (line, y) in lines.into_iter().zip([36, 69]) {
        drawing.text(at(0, y), Anchor::Left, VALUE.sized(size), line);
    }
    if let Some(code) = &issuer.credit_code {
        let code = format!("统一社会信用代码 {code}");
        let style = LABEL.sized(fit::size(&code, 610, 75));
        drawing.text(at(0, 74 + below), Anchor::Left, style, code);
    }

    let serial = format!("№ {}", slip.serial_number);
    let style = Style::new(fit::size(&serial, 600, 115), Ink::Red).bold();
    drawing.text(at(frame::WIDTH, 38), Anchor::Right, style, serial);
    let year = match sheets {
        1 => format!("{} 年度", slip.year),
        _ => format!("{} 年度，本单 {sheets} 张之 {sheet}", slip.year),
    };
    drawing.text(at(frame::WIDTH, 82), Anchor::Right, LABEL, year);

    let alliance = issuer.alliance.as_deref().unwrap_or("—");
    field(drawing, at(0, frame::META), 550, "联盟：", (alliance, VALUE));
    let passed = &slip.resolution;
    let resolution = format!("{}（{}通过）", passed.number, day(passed.passed_on));
    field(drawing, at(590, frame::META), 770, "分配决议：", (&resolution, VALUE));
    let issued = slip.issued_on.map_or_else(|| "　　年　　月　　日".to_owned(), day);
    let label = frame::WIDTH - fit::width(&issued, VALUE.size);
    drawing.text(at(frame::WIDTH, frame::META), Anchor::Right, VALUE, issued);
    drawing.text(at(label, frame::META), Anchor::Right, LABEL, "发放日期：");
}

/// Who gets.
fn recipient(drawing: &mut Drawing, slip: &Slip) {
    let member = &slip.member;
    let place = [&member.township, &member.village].map(|part| part.as_deref().unwrap_or(""));
    let place = place.concat();
    let place = if place.is_empty() { "—" } else { &place };
    let y = VALUE.baseline(frame::RECIPIENT, frame::TABLE);
    let name = Style::new(100, Ink::Black).bold();
    field(drawing, at(22, y), 630, frame::member_label(member.kind), (&member.name, name));
    field(drawing, at(670, y), 380, "成员编号：", (&member.code, VALUE));
    field(drawing, at(1080, y), 270, "类别：", (frame::kind(member.kind), VALUE));
    field(drawing, at(1380, y), 422, "所在村：", (place, VALUE));
}

/// The sum, in capitals and in figures; on all but the last of several sheets, where it stands.
fn total(drawing: &mut Drawing, slip: &Slip, (sheet, sheets): (usize, usize)) {
    let words = if sheet == sheets {
        format!("人民币{}", slip.capitals())
    } else {
        format!("合计见本单第 {sheets} 张")
    };
    let style = Style::new(fit::size(&words, 1160, 110), Ink::Black).bold();
    let baseline = style.baseline(frame::TOTAL, frame::BOX_END);
    drawing.text(at(frame::WORKING + 18, baseline), Anchor::Left, style, words);
    if sheet == sheets {
        let amount = format!("￥{}", slip.total().grouped());
        let style = Style::new(fit::size(&amount, 290, 125), Ink::Black).bold();
        let baseline = style.baseline(frame::TOTAL, frame::BOX_END);
        drawing.text(at(frame::AMOUNT_END, baseline), Anchor::Right, style, amount);
    }
}

/// A label and its value within `width`; a long value takes two lines about the label's own.
fn field(
    drawing: &mut Drawing,
    place: Point,
    width: i32,
    label: &'static str,
    (value, style): (&str, Style),
) {
    drawing.text(place, Anchor::Left, LABEL, label);
    let indent = fit::width(label, LABEL.size);
    let room = fit::Place { width: width - indent, lines: 2, size: style.size, least: 75 };
    let (size, lines) = fit::lines(value, room);
    // Two lines stand so close that they stay between the rules above and below.
    let pitch = i32::from(size) * 38 / 100;
    let first = place.y - pitch / 2 * i32::try_from(lines.len() - 1).unwrap_or(0);
    for (line, index) in lines.into_iter().zip(0..) {
        let place = at(place.x + indent, first + pitch * index);
        drawing.text(place, Anchor::Left, style.sized(size), line);
    }
}

#[cfg(test)]
mod tests;
