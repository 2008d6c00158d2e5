//! The rows of a slip: for each pool one line of figures, which reads as the sum it is, and below
//! it what the member's base is made of.
//!
//! Rows that are too many or too long for one slip go on on a further one.

use domain::slip::{BaseItem, BasePart, Measure, Pool, Row, Working};
use domain::working::PATRONAGE_UNIT;
use domain::{Money, Quantity};

use super::frame;
use crate::figures::{grouped, quantity};
use crate::fit;
use crate::page::{Anchor, Drawing, Ink, Pen, Style, at};

/// The height of a line of figures with the first line of parts below it.
const FIRST: i32 = 87;
/// The height of each further line of parts.
const FURTHER: i32 = 30;
/// What stands above a line of parts that goes on from the slip before.
const GOES_ON: i32 = 14;
/// The room for rows on one slip.
const ROOM: i32 = frame::TOTAL - frame::ROWS;
/// The baseline of figures and of the line below them, from the top of a row.
const FIGURES: i32 = 40;
const PARTS: i32 = 72;

const FIGURE: Style = Style::new(85, Ink::Black);
const SMALL: Style = Style::new(70, Ink::Grey);
const LINE: Pen = Pen::new(10, Ink::Black);

/// What stands on one slip between the head of the table and the total.
#[derive(Default)]
pub(super) struct Body<'a> {
    pieces: Vec<Piece<'a>>,
}

/// What is not divided between two slips.
enum Piece<'a> {
    /// A row's figures with the first line of its parts.
    Figures(&'a Row, String),
    /// A further line of parts.
    Parts(String),
}

impl Piece<'_> {
    const fn height(&self) -> i32 {
        match self {
            Piece::Figures(..) => FIRST,
            Piece::Parts(_) => FURTHER,
        }
    }
}

/// The rows in as many slips as they need; at least one.
pub(super) fn bodies(rows: &[Row]) -> Vec<Body<'_>> {
    let mut bodies = vec![Body::default()];
    let mut used = 0;
    for row in rows {
        for (index, line) in part_lines(row).into_iter().enumerate() {
            let piece = if index == 0 { Piece::Figures(row, line) } else { Piece::Parts(line) };
            if used + piece.height() > ROOM {
                bodies.push(Body::default());
                used = if index == 0 { 0 } else { GOES_ON };
            }
            used += piece.height();
            if let Some(body) = bodies.last_mut() {
                body.pieces.push(piece);
            }
        }
    }
    bodies
}

impl Body<'_> {
    /// Draws the pieces, each row but the first under a line.
    pub(super) fn draw(&self, drawing: &mut Drawing) {
        let mut y = frame::ROWS;
        if let Some(Piece::Parts(_)) = self.pieces.first() {
            y += GOES_ON;
            let middle = at(frame::WORKING / 2, y + PARTS - FIRST + FURTHER);
            drawing.text(middle, Anchor::Middle, SMALL, "（接上张）");
        }
        for piece in &self.pieces {
            match piece {
                Piece::Figures(row, parts) => {
                    if y > frame::ROWS {
                        drawing.across(0, y, frame::WIDTH, LINE);
                    }
                    names(drawing, y, row);
                    figures(drawing, y + FIGURES, row);
                    part_line(drawing, y + PARTS, parts);
                }
                // The line stands as far below the one before as that below its figures.
                Piece::Parts(parts) => part_line(drawing, y + PARTS - FIRST + FURTHER, parts),
            }
            y += piece.height();
        }
        if y + FIRST <= frame::TOTAL {
            if y > frame::ROWS {
                drawing.across(0, y, frame::WIDTH, LINE);
            }
            let baseline = SMALL.baseline(y, y + FIRST);
            let middle = frame::WORKING / 2;
            drawing.text(at(middle, baseline), Anchor::Middle, SMALL, "（以下空白）");
        }
    }
}

/// The pool's name, and by what it is shared out.
fn names(drawing: &mut Drawing, y: i32, row: &Row) {
    let (name, by) = match row.pool {
        Pool::Patronage if in_yuan(&row.base.measure) => ("盈余返还", "按成员交易额"),
        Pool::Patronage => ("盈余返还", "按成员交易量"),
        Pool::Guaranteed => ("保底", "按成员股金"),
        Pool::Residual => ("剩余盈余分配", "按成员账户份额"),
    };
    let by = match &row.base.measure {
        Measure::Fen => by.to_owned(),
        Measure::FenDays { .. } => format!("{by}（元·天）"),
        Measure::Quantity { unit } => format!("{by}（{unit}）"),
    };
    let style = Style::new(90, Ink::Black).bold();
    let middle = frame::WORKING / 2;
    drawing.text(at(middle, y + FIGURES), Anchor::Middle, style, name);
    let style = SMALL.sized(fit::size(&by, frame::WORKING - 20, SMALL.size));
    drawing.text(at(middle, y + PARTS), Anchor::Middle, style, by);
}

/// The line of figures.
fn figures(drawing: &mut Drawing, y: i32, row: &Row) {
    let share = row.exact_share();
    let (pool, total, signs) = match row.working {
        Working::Shared { pool, total_base, .. } => {
            (pool.grouped(), figure(total_base, &row.base.measure), ["×", "÷", "＝"])
        }
        Working::ByRate { rate } => {
            let days = match row.base.measure {
                Measure::FenDays { days_in_year } => format!(" ÷ {days_in_year} 天"),
                Measure::Fen | Measure::Quantity { .. } => String::new(),
            };
            ("—".to_owned(), format!("{} %{days}", rate.percent()), ["", "×", "＝"])
        }
    };
    let columns = [
        (frame::WORKING + 10, frame::POOL_END, pool),
        (frame::TIMES + 16, frame::BASE_END, figure(row.base.total(), &row.base.measure)),
        (frame::DIVIDED + 16, frame::TOTAL_BASE_END, total),
        (frame::EQUALS + 20, frame::SHARE_END, share.whole.grouped()),
        (frame::FRACTION, frame::REMAINDER_END, format!("0.{:03}", share.thousandths)),
        (frame::REMAINDER_END, frame::MOVED_END, i32::from(row.fen_moved()).to_string()),
    ];
    for (start, end, words) in columns {
        let style = FIGURE.sized(fit::size(&words, end - start, FIGURE.size));
        drawing.text(at(end, y), Anchor::Right, style, words);
    }
    for (middle, sign) in [frame::TIMES, frame::DIVIDED, frame::EQUALS].into_iter().zip(signs) {
        if !sign.is_empty() {
            drawing.text(at(middle, y), Anchor::Middle, FIGURE, sign);
        }
    }
    let amount = row.amount().grouped();
    let room = frame::AMOUNT_END - frame::AMOUNT - 10;
    let style = Style::new(fit::size(&amount, room, 100), Ink::Black).bold();
    drawing.text(at(frame::AMOUNT_END, y), Anchor::Right, style, amount);
}

fn part_line(drawing: &mut Drawing, y: i32, parts: &str) {
    let style = SMALL.sized(fit::size(parts, PART_WIDTH, SMALL.size));
    drawing.text(at(frame::WORKING + 18, y), Anchor::Left, style, parts.to_owned());
}

const PART_WIDTH: i32 = frame::SHARE_END - frame::WORKING - 18;

/// What the base is made of, in lines that break between parts only.
fn part_lines(row: &Row) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::from("基数：");
    for (index, part) in row.base.parts.iter().enumerate() {
        let words = part_words(part, &row.base.measure);
        let joined =
            if index == 0 { format!("{line}{words}") } else { format!("{line} ＋ {words}") };
        if index > 0 && fit::size(&joined, PART_WIDTH, SMALL.size) < SMALL.size {
            lines.push(std::mem::replace(&mut line, format!("＋ {words}")));
        } else {
            line = joined;
        }
    }
    lines.push(line);
    lines
}

fn part_words(part: &BasePart, measure: &Measure) -> String {
    let name = match &part.of {
        BaseItem::Capital { class: None } => "股金",
        BaseItem::Capital { class: Some(name) } | BaseItem::Deliveries { product: Some(name) } => {
            name
        }
        BaseItem::Deliveries { product: None } if in_yuan(measure) => "交易额",
        BaseItem::Deliveries { product: None } => "交易量",
        BaseItem::Reserve => "公积金份额",
        BaseItem::Subsidy => "国家补助份额",
        BaseItem::Donation => "捐赠份额",
        BaseItem::GuaranteedClaim => "应得保底",
    };
    let amount = part.amount;
    match (measure, &part.of) {
        (
            Measure::FenDays { days_in_year },
            BaseItem::Reserve | BaseItem::Subsidy | BaseItem::Donation,
        ) if amount.is_multiple_of(u128::from(*days_in_year)) => {
            let fen = figure(amount / u128::from(*days_in_year), &Measure::Fen);
            format!("{name} {fen} × {days_in_year} 天")
        }
        (Measure::FenDays { .. }, _) => format!("{name}积数 {}", figure(amount, measure)),
        (Measure::Quantity { unit }, _) => format!("{name} {} {unit}", figure(amount, measure)),
        (Measure::Fen, _) => format!("{name} {}", figure(amount, measure)),
    }
}

/// An amount in its measure: yuan with two places, quantities with those that they need.
fn figure(amount: u128, measure: &Measure) -> String {
    match measure {
        Measure::Fen | Measure::FenDays { .. } => match i64::try_from(amount) {
            Ok(fen) => Money::from_fen(fen).grouped(),
            Err(_) => format!("{}.{:02}", grouped(amount / 100), amount % 100),
        },
        Measure::Quantity { .. } if in_yuan(measure) => {
            let quantity = Quantity::from_millionths(amount).to_string();
            let places = quantity.split_once('.').map_or("", |(_, places)| places);
            format!("{}.{places:0<2}", grouped(amount / u128::from(Quantity::PARTS)))
        }
        Measure::Quantity { .. } => quantity(Quantity::from_millionths(amount)),
    }
}

/// Whether deliveries are counted by their amount (交易额) rather than by a quantity.
fn in_yuan(measure: &Measure) -> bool {
    matches!(measure, Measure::Quantity { unit } if unit == PATRONAGE_UNIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_and_keep_the_places_that_their_measure_has() {
        assert_eq!(figure(12_500_000, &Measure::Fen), "125,000.00");
        assert_eq!(figure(30_000_000_000_000_000_001, &Measure::Fen), "300,000,000,000,000,000.01");
        let jin = Measure::Quantity { unit: "斤".to_owned() };
        assert_eq!(figure(12_600_500_000, &jin), "12,600.5");
        assert_eq!(figure(12_600_000_000, &jin), "12,600");
        assert_eq!(figure(0, &jin), "0");
        let yuan = Measure::Quantity { unit: "元".to_owned() };
        assert_eq!(figure(12_600_500_000, &yuan), "12,600.50");
        assert_eq!(figure(12_600_000_000, &yuan), "12,600.00");
    }
}
