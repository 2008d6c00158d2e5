//! What all printed vouchers have in common: rules, heads, labels and the columns for digits.
//!
//! There are two frames. The usual one rules a column for each digit from 亿 to 分; one with plain
//! columns takes amounts that have more digits than that.

use super::LABEL;
use crate::page::{Anchor, Drawing, Form, Ink, Pen, Style, at};

/// What the paper is called.
pub(super) const TITLE: &str = "记账凭证";

/// The width of a form's content.
pub(super) const WIDTH: i32 = 1820;
/// The height of a form's content.
pub(super) const HEIGHT: i32 = 1290;

/// The lines that a form has room for.
pub(super) const LINES: usize = 8;
/// The height of a line.
pub(super) const LINE: i32 = 96;

/// The baseline of entity, day and number.
pub(super) const META: i32 = 158;
/// Where the head of the table begins.
const TABLE: i32 = 185;
/// Where the names of the digits begin.
const PLACES_TOP: i32 = 235;
/// Where the lines begin.
pub(super) const ROWS: i32 = 285;
/// Where the row of the total begins.
pub(super) const TOTAL: i32 = ROWS + 8 * LINE;
/// Where the box ends.
pub(super) const BOX_END: i32 = TOTAL + LINE;
/// The baseline of the names.
pub(super) const NAMES: i32 = BOX_END + 60;
/// The baseline of what the voucher is linked with, and of the check code.
pub(super) const NOTE: i32 = BOX_END + 108;

/// Where the columns begin: account, debit, credit, the mark of posting, the strip at the edge.
pub(super) const ACCOUNT: i32 = 390;
pub(super) const DEBIT: i32 = 920;
pub(super) const CREDIT: i32 = DEBIT + AMOUNT;
pub(super) const POSTED: i32 = CREDIT + AMOUNT;
const EDGE: i32 = POSTED + 60;
/// The middle of the column that says that a line was posted.
pub(super) const POSTED_MIDDLE: i32 = (POSTED + EDGE) / 2;
/// Where the capitals of the total begin.
pub(super) const CAPITALS: i32 = 190;
/// The middle of the strip that counts the attachments, and where its figure stands.
pub(super) const ATTACHED: i32 = (EDGE + WIDTH) / 2;
pub(super) const ATTACHED_FIGURE: i32 = 678;

/// The width of the column of one digit.
const DIGIT: i32 = 35;
/// The width of a column of amounts.
pub(super) const AMOUNT: i32 = 11 * DIGIT;
/// What the columns of digits are called, from the highest.
const PLACES: [&str; 11] = ["亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"];
/// How many digits a ruled column holds.
pub(super) const DIGITS: usize = PLACES.len();

/// Where the four names at the foot begin, each after its label.
pub(super) const SIGNED: [(i32, &str); 4] =
    [(0, "审核："), (460, "记账："), (920, "出纳："), (1380, "制单：")];

const BORDER: Pen = Pen::new(35, Ink::Black);
const RULE: Pen = Pen::new(15, Ink::Black);
const THOUSANDS: Pen = Pen::new(18, Ink::Black);
const BETWEEN_DIGITS: Pen = Pen::new(8, Ink::Grey);
const DECIMAL_POINT: Pen = Pen::new(25, Ink::Red);
const HEAD: Style = Style::new(85, Ink::Black).bold();

/// How the amounts of a form are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amounts {
    /// A digit in each ruled column.
    Digits,
    /// As figures with commas.
    Figures,
}

/// The frames, in the order of their numbers.
pub(super) const FORMS: [Amounts; 2] = [Amounts::Digits, Amounts::Figures];

/// The number of the frame for amounts written in this way.
pub(super) const fn form_number(amounts: Amounts) -> usize {
    match amounts {
        Amounts::Digits => 0,
        Amounts::Figures => 1,
    }
}

/// The middle of the ruled column of the digit `from_right`, 0 for 分, of the amounts that begin
/// at `column`.
pub(super) fn digit_middle(column: i32, from_right: usize) -> i32 {
    let from_right = i32::try_from(from_right).unwrap_or(0);
    column + AMOUNT - DIGIT * from_right - DIGIT / 2
}

/// The frame for amounts that are written in this way.
pub(super) fn form(amounts: Amounts) -> Form {
    let mut drawing = Drawing::default();
    title(&mut drawing);
    grounds(&mut drawing);
    for column in [DEBIT, CREDIT] {
        match amounts {
            Amounts::Digits => digit_columns(&mut drawing, column),
            Amounts::Figures => {}
        }
    }
    rules(&mut drawing);
    heads(&mut drawing, amounts);
    let attached = [("附", 520), ("件", 580), ("张", 738)];
    for (word, y) in attached {
        drawing.text(at(ATTACHED, y), Anchor::Middle, Style::new(85, Ink::Black), word);
    }
    for (x, label) in SIGNED {
        drawing.text(at(x, NAMES), Anchor::Left, LABEL, label);
    }
    Form { width: WIDTH, height: HEIGHT, drawing }
}

fn title(drawing: &mut Drawing) {
    let style = Style::new(200, Ink::Black).bold();
    drawing.text(at(WIDTH / 2, 74), Anchor::Middle, style, TITLE);
    drawing.across(WIDTH / 2 - 240, 98, 480, Pen::new(50, Ink::Red));
    drawing.across(WIDTH / 2 - 240, 106, 480, Pen::new(20, Ink::Red));
}

fn grounds(drawing: &mut Drawing) {
    drawing.ground(at(0, TABLE), EDGE, ROWS - TABLE, Ink::Tint);
    drawing.ground(at(0, TOTAL), CAPITALS, LINE, Ink::Tint);
}

/// The rules between the digits: one after every three, a red one before 角.
fn digit_columns(drawing: &mut Drawing, column: i32) {
    for (index, place) in (0..).zip(PLACES) {
        let x = column + DIGIT * index;
        let pen = match index {
            0 => None,
            3 | 6 => Some(THOUSANDS),
            9 => Some(DECIMAL_POINT),
            _ => Some(BETWEEN_DIGITS),
        };
        if let Some(pen) = pen {
            drawing.down(x, PLACES_TOP, BOX_END - PLACES_TOP, pen);
        }
        let style = Style::new(65, Ink::Black);
        let baseline = style.baseline(PLACES_TOP, ROWS);
        drawing.text(at(x + DIGIT / 2, baseline), Anchor::Middle, style, place);
    }
}

fn rules(drawing: &mut Drawing) {
    for y in (ROWS..=TOTAL).step_by(LINE.unsigned_abs() as usize) {
        drawing.across(0, y, EDGE, RULE);
    }
    for x in [DEBIT, CREDIT, POSTED] {
        drawing.down(x, TABLE, BOX_END - TABLE, RULE);
    }
    drawing.down(ACCOUNT, TABLE, TOTAL - TABLE, RULE);
    drawing.down(CAPITALS, TOTAL, LINE, RULE);
    drawing.frame(at(0, TABLE), EDGE, BOX_END - TABLE, BORDER);
}

fn heads(drawing: &mut Drawing, amounts: Amounts) {
    let whole = HEAD.baseline(TABLE, ROWS);
    drawing.text(at(ACCOUNT / 2, whole), Anchor::Middle, HEAD, "摘　要");
    drawing.text(at(i32::midpoint(ACCOUNT, DEBIT), whole), Anchor::Middle, HEAD, "会 计 科 目");
    drawing.text(at(POSTED_MIDDLE, whole), Anchor::Middle, HEAD, "√");
    for (column, name) in [(DEBIT, ["借方金额", "（元）"]), (CREDIT, ["贷方金额", "（元）"])]
    {
        let middle = column + AMOUNT / 2;
        let (over, under) = (HEAD.baseline(TABLE, PLACES_TOP), HEAD.baseline(PLACES_TOP, ROWS));
        drawing.text(at(middle, over), Anchor::Middle, HEAD, name[0]);
        match amounts {
            Amounts::Digits => drawing.across(column, PLACES_TOP, AMOUNT, RULE),
            Amounts::Figures => drawing.text(at(middle, under), Anchor::Middle, HEAD, name[1]),
        }
    }
}
