//! Printed vouchers (记账凭证): two to a sheet of A4, to be cut along one line and bound.
//!
//! A voucher with more lines than a form holds goes on on further forms, numbered 1/2 and 2/2; its
//! total stands on the last one. One surprising thing: a figure below zero is red and has a minus
//! as well, since a copy of the paper is grey.

mod frame;

use domain::Money;
use domain::voucher_paper::{PaperLine, VoucherPaper};

use crate::figures::day;
use crate::page::{Anchor, Drawing, Form, Ink, Paper, Pen, Style, WIDTH, at};
use crate::{DocumentError, MissingGlyph, fit, font, page, pdf};

use frame::{Amounts, CREDIT, DEBIT, FORMS, LINE, LINES};

/// The height of a form once it is cut.
pub const HEIGHT: i32 = page::HEIGHT / 2;

/// The forms of one sheet.
const PER_SHEET: usize = 2;

/// Where the content of each form of a sheet begins: as far from the cut line as from the edge.
const TOPS: [i32; PER_SHEET] = [page::MARGIN + 5, HEIGHT + 85];

/// The left edge of the content.
const LEFT: i32 = (WIDTH - frame::WIDTH) / 2;

/// What stays free between a rule and what is written beside it.
const PAD: i32 = 14;

const CUT: Pen = Pen::new(15, Ink::Grey).dashed(18, 12);
const STRUCK: Pen = Pen::new(20, Ink::Black);

const LABEL: Style = Style::new(85, Ink::Grey);
const VALUE: Style = Style::new(85, Ink::Black);
const DETAIL: Style = Style::new(75, Ink::Black);
const NOTE: Style = Style::new(65, Ink::Grey);

/// The PDF of `vouchers`, two forms to a page, in their order.
///
/// # Errors
/// [`DocumentError::MissingGlyphs`] where a text has a character that cannot be printed, named
/// before anything is made; [`DocumentError::Empty`] without vouchers.
pub fn pdf(vouchers: &[VoucherPaper]) -> Result<Vec<u8>, DocumentError> {
    let missing = missing_glyphs(vouchers);
    if !missing.is_empty() {
        return Err(DocumentError::MissingGlyphs(missing));
    }
    pdf::write(&title(vouchers), Paper::Portrait, &forms(), pages(vouchers))
}

/// The characters in `vouchers` that no face has, each with the words it stands in.
#[must_use]
pub fn missing_glyphs(vouchers: &[VoucherPaper]) -> Vec<MissingGlyph> {
    let of_voucher = |voucher: &VoucherPaper| -> Vec<MissingGlyph> {
        let named = font::missing_glyphs(texts(voucher)).map(|(character, words)| MissingGlyph {
            character,
            words: words.to_owned(),
            member: voucher.entity.clone(),
            serial_number: voucher.number.to_string(),
        });
        named.collect()
    };
    vouchers.iter().flat_map(of_voucher).collect()
}

/// Every text of a voucher that comes from the books.
fn texts(voucher: &VoucherPaper) -> impl Iterator<Item = &str> {
    let always = [voucher.entity.as_str(), &voucher.number.word];
    let links = [
        voucher.takes_back.as_ref().map(|link| link.number.word.as_str()),
        voucher.takes_back.as_ref().map(|link| link.reason.as_str()),
        voucher.taken_back_by.as_ref().map(|number| number.word.as_str()),
        voucher.check_code.as_deref(),
    ];
    let signed = &voucher.signatures;
    let names = [&signed.prepared_by, &signed.reviewed_by, &signed.posted_by, &signed.cashier];
    let names = names.into_iter().filter_map(|name| name.as_deref());
    let links = links.into_iter().flatten();
    always.into_iter().chain(links).chain(names).chain(voucher.lines.iter().flat_map(line_texts))
}

fn line_texts(line: &PaperLine) -> impl Iterator<Item = &str> {
    let PaperLine { summary, account, account_name, detail, .. } = line;
    let always = [summary, account, account_name].map(String::as_str);
    always.into_iter().chain(detail.as_deref())
}

/// What the document is called.
fn title(vouchers: &[VoucherPaper]) -> String {
    let Some(first) = vouchers.first() else { return frame::TITLE.to_owned() };
    if vouchers.iter().any(|voucher| voucher.entity != first.entity) {
        return frame::TITLE.to_owned();
    }
    let (entity, month) = (&first.entity, first.number.month);
    if vouchers.iter().all(|voucher| voucher.number.month == month) {
        format!("{entity} {month} {}", frame::TITLE)
    } else {
        format!("{entity} {}", frame::TITLE)
    }
}

/// The forms that the pages of vouchers place.
#[must_use]
pub fn forms() -> Vec<Form> {
    FORMS.iter().map(|&amounts| frame::form(amounts)).collect()
}

/// The pages of `vouchers`, one after the other.
pub fn pages(vouchers: &[VoucherPaper]) -> impl Iterator<Item = Drawing> + '_ {
    let mut drawings = vouchers.iter().flat_map(drawings);
    std::iter::from_fn(move || {
        let sheet: Vec<Drawing> = drawings.by_ref().take(PER_SHEET).collect();
        (!sheet.is_empty()).then(|| page(sheet))
    })
}

fn page(vouchers: Vec<Drawing>) -> Drawing {
    let mut page = Drawing::default();
    page.across(page::MARGIN, HEIGHT, WIDTH - 2 * page::MARGIN, CUT);
    for (voucher, top) in vouchers.into_iter().zip(TOPS) {
        page.place(at(LEFT, top), voucher);
    }
    page
}

/// Which form of a voucher it is, and of how many.
#[derive(Clone, Copy)]
struct Part {
    number: usize,
    of: usize,
}

/// One form, and a further one for each lot of lines that the one before has no room for.
fn drawings(voucher: &VoucherPaper) -> Vec<Drawing> {
    let amounts = amounts(voucher);
    let mut parts: Vec<&[PaperLine]> = voucher.lines.chunks(LINES).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    let of = parts.len();
    let draw = |(lines, number): (&[PaperLine], usize)| {
        let part = Part { number, of };
        let mut drawing = Drawing::default();
        drawing.form(at(0, 0), frame::form_number(amounts));
        head(&mut drawing, voucher, part);
        for (line, index) in lines.iter().zip(0..) {
            let top = frame::ROWS + LINE * index;
            write_line(&mut drawing, line, top, amounts);
            if voucher.signatures.posted_by.is_some() {
                let place = at(frame::POSTED_MIDDLE, VALUE.baseline(top, top + LINE));
                drawing.text(place, Anchor::Middle, VALUE, "√");
            }
        }
        strike_out_blank(&mut drawing, lines.len());
        total(&mut drawing, voucher, part, amounts);
        foot(&mut drawing, voucher);
        drawing
    };
    parts.into_iter().zip(1..).map(draw).collect()
}

/// How the amounts of a voucher are written: digit by digit where all of them fit, the total with
/// the ¥ before it.
fn amounts(voucher: &VoucherPaper) -> Amounts {
    let signs = |amount: Money| usize::from(amount < Money::ZERO);
    let room = |amount: Money| digits(amount).len() + signs(amount);
    let lines = voucher.lines.iter().map(|line| room(line.entry.debit() + line.entry.credit()));
    let totals = [voucher.debit(), voucher.credit()].map(|total| room(total) + 1);
    if lines.chain(totals).all(|room| room <= frame::DIGITS) {
        Amounts::Digits
    } else {
        Amounts::Figures
    }
}

/// The digits of an amount without its sign. Below a yuan, nothing stands before the first digit
/// that counts, as the rules for writing amounts in ruled columns have it.
fn digits(amount: Money) -> String {
    amount.fen().unsigned_abs().to_string()
}

/// Whose voucher, of which day, under which number.
fn head(drawing: &mut Drawing, voucher: &VoucherPaper, part: Part) {
    let place = fit::Place { width: 600, lines: 2, size: 95, least: 80 };
    let (size, lines) = fit::lines(&voucher.entity, place);
    let lines = lines.into_iter().map(|line| (VALUE.sized(size), line)).collect();
    // One line stands on the baseline of the day, two about its middle.
    fit::stack(drawing, at(0, frame::META - 11), Anchor::Left, lines);

    let dated = day(voucher.date);
    drawing.text(at(frame::WIDTH / 2, frame::META), Anchor::Middle, VALUE, dated);

    let (word, number) = (&voucher.number.word, voucher.number.number);
    let part_number = match part.of {
        1 => String::new(),
        of => format!("（{}/{of}）", part.number),
    };
    let number = format!("{word}字第 {number:03} 号{part_number}");
    let style = Style::new(fit::size(&number, 620, 115), Ink::Red).bold();
    drawing.text(at(frame::WIDTH, frame::META), Anchor::Right, style, number);
    if part.number > 1 {
        drawing.text(at(frame::WIDTH, 100), Anchor::Right, LABEL, "承前页");
    }
    if voucher.takes_back.is_some() {
        stamp(drawing, "红字冲销");
    } else if voucher.taken_back_by.is_some() {
        stamp(drawing, "已被冲销");
    }
    let attached = voucher.attachments.to_string();
    let style = Style::new(fit::size(&attached, 62, 110), Ink::Black).bold();
    let place = at(frame::ATTACHED, frame::ATTACHED_FIGURE);
    drawing.text(place, Anchor::Middle, style, attached);
}

/// A stamp beside the title.
fn stamp(drawing: &mut Drawing, words: &'static str) {
    let (x, top, width, height) = (1260, 34, 240, 66);
    drawing.frame(at(x, top), width, height, Pen::new(30, Ink::Red));
    let style = Style::new(110, Ink::Red).bold();
    let baseline = style.baseline(top, top + height);
    drawing.text(at(x + width / 2, baseline), Anchor::Middle, style, words);
}

/// A line between `top` and the next rule.
fn write_line(drawing: &mut Drawing, line: &PaperLine, top: i32, amounts: Amounts) {
    let middle = top + LINE / 2;
    let width = frame::ACCOUNT - 2 * PAD;
    let summary = fit::block(&[(VALUE, &line.summary)], width, LINE - 4);
    fit::stack(drawing, at(PAD, middle), Anchor::Left, summary);

    let account = format!("{} {}", line.account, line.account_name);
    let mut texts = vec![(VALUE, account.as_str())];
    texts.extend(line.detail.iter().map(|detail| (DETAIL, detail.as_str())));
    let account = fit::block(&texts, DEBIT - frame::ACCOUNT - 2 * PAD, LINE - 4);
    fit::stack(drawing, at(frame::ACCOUNT + PAD, middle), Anchor::Left, account);

    for (column, amount) in [(DEBIT, line.entry.debit()), (CREDIT, line.entry.credit())] {
        if amount != Money::ZERO {
            write_amount(drawing, (column, top), amount, "", amounts);
        }
    }
}

fn styled(style: Style, (size, lines): (u16, Vec<String>)) -> Vec<(Style, String)> {
    lines.into_iter().map(|line| (style.sized(size), line)).collect()
}

/// An amount in the column and row that begin at `place`, with `sign` before its first digit.
fn write_amount(
    drawing: &mut Drawing,
    (column, top): (i32, i32),
    amount: Money,
    sign: &'static str,
    amounts: Amounts,
) {
    let ink = if amount < Money::ZERO { Ink::Red } else { Ink::Black };
    let style = Style { bold: !sign.is_empty(), ..Style::new(105, ink) };
    match amounts {
        Amounts::Digits => {
            let minus = if amount < Money::ZERO { "−" } else { "" };
            let written = format!("{minus}{sign}{}", digits(amount));
            let baseline = style.baseline(top, top + LINE);
            for (from_right, digit) in written.chars().rev().enumerate() {
                let place = at(frame::digit_middle(column, from_right), baseline);
                drawing.text(place, Anchor::Middle, style, one_character(digit));
            }
        }
        Amounts::Figures => {
            let figures = match amount.grouped().strip_prefix('−') {
                Some(figures) => format!("−{sign}{figures}"),
                None => format!("{sign}{}", amount.grouped()),
            };
            let style = style.sized(fit::size(&figures, frame::AMOUNT - 2 * PAD, 95));
            let place = at(column + frame::AMOUNT - PAD, style.baseline(top, top + LINE));
            drawing.text(place, Anchor::Right, style, figures);
        }
    }
}

/// A digit or sign as words, without an allocation for each.
fn one_character(character: char) -> std::borrow::Cow<'static, str> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    match character.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)) {
        Some(&digit) => digit.into(),
        None => character.to_string().into(),
    }
}

/// Strikes out the amounts of lines that were left blank, so that nothing can be put in later
/// (会计基础工作规范 art. 51).
fn strike_out_blank(drawing: &mut Drawing, used: usize) {
    if used < LINES {
        let used = i32::try_from(used).unwrap_or(0);
        let from = at(frame::POSTED, frame::ROWS + LINE * used);
        drawing.rule(from, at(DEBIT, frame::TOTAL), STRUCK);
    }
}

/// The sum, in capitals and in figures; on all but the last of several forms, where it stands.
fn total(drawing: &mut Drawing, voucher: &VoucherPaper, part: Part, amounts: Amounts) {
    let is_last = part.number == part.of;
    let label = Style::new(90, Ink::Black).bold();
    let baseline = label.baseline(frame::TOTAL, frame::BOX_END);
    let name = if is_last { "合　计" } else { "过次页" };
    drawing.text(at(frame::CAPITALS / 2, baseline), Anchor::Middle, label, name);
    let ink = if is_last && voucher.debit() < Money::ZERO { Ink::Red } else { Ink::Black };
    let words = if is_last {
        format!("人民币{}", voucher.capitals())
    } else {
        format!("合计见本凭证第 {} 张", part.of)
    };
    let width = DEBIT - frame::CAPITALS - 2 * PAD;
    let place = fit::Place { width, lines: 2, size: 105, least: 85 };
    let lines = styled(Style::new(105, ink).bold(), fit::lines(&words, place));
    let middle = i32::midpoint(frame::TOTAL, frame::BOX_END);
    fit::stack(drawing, at(frame::CAPITALS + PAD, middle), Anchor::Left, lines);
    if is_last {
        for (column, amount) in [(DEBIT, voucher.debit()), (CREDIT, voucher.credit())] {
            write_amount(drawing, (column, frame::TOTAL), amount, "¥", amounts);
        }
    }
}

/// Who signed, what the voucher is linked with, and the check code.
fn foot(drawing: &mut Drawing, voucher: &VoucherPaper) {
    let signed = &voucher.signatures;
    let names = [&signed.reviewed_by, &signed.posted_by, &signed.cashier, &signed.prepared_by];
    for ((x, label), name) in frame::SIGNED.into_iter().zip(names) {
        let x = x + fit::width(label, LABEL.size);
        match name.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => {
                let place = fit::Place { width: 330, lines: 2, size: 85, least: 75 };
                let lines = styled(VALUE, fit::lines(name, place));
                fit::stack(drawing, at(x, frame::NAMES - 11), Anchor::Left, lines);
            }
            None => drawing.across(x, frame::NAMES + 8, 260, Pen::new(15, Ink::Black)),
        }
    }
    let links = links(voucher);
    if !links.is_empty() {
        let place = fit::Place { width: 1330, lines: 2, size: 75, least: 65 };
        let (size, lines) = fit::lines(&links, place);
        let style = Style::new(size, Ink::Red);
        for (line, y) in lines.into_iter().zip([frame::NOTE, frame::NOTE + 28]) {
            drawing.text(at(0, y), Anchor::Left, style, line);
        }
    }
    if let Some(code) = &voucher.check_code {
        let code = format!("校验码 {code}");
        let style = NOTE.sized(fit::size(&code, 440, NOTE.size));
        drawing.text(at(frame::WIDTH, frame::NOTE), Anchor::Right, style, code);
    }
}

/// Which voucher it takes back and why, and which takes it back.
fn links(voucher: &VoucherPaper) -> String {
    let mut links = String::new();
    if let Some(link) = &voucher.takes_back {
        links += &format!("冲销 {}，原因：{}。", link.number, link.reason);
    }
    if let Some(number) = &voucher.taken_back_by {
        links += &format!("被 {number} 冲销。");
    }
    links
}

#[cfg(test)]
mod tests;
