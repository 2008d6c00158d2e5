//! Sheets as a workbook (xlsx): for those who want to sort, add up and draw charts themselves.
//!
//! Amounts are numbers, days are days, and what somebody typed stays text: a code keeps its leading
//! zeros and a summary that begins with `=` is never worked out. One surprising thing: this is the
//! only place where money becomes a floating-point number, since a workbook knows no other.

use std::collections::BTreeSet;

use domain::sheet::{Cell, Content, Row, RowKind, Sheet};
use domain::{Money, Quantity};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use crate::DocumentError;
use crate::figures::{day, quantity};
use crate::sheets::SheetFrame;

/// The number formats of amounts and days; what is below zero is red.
const AMOUNT: &str = "#,##0.00;[Red]-#,##0.00";
const DAY: &str = "yyyy-mm-dd";
/// The number format that keeps what is typed into a cell as text.
const TEXT: &str = "@";

/// Digits that a spreadsheet keeps of a number.
const DIGITS: u32 = 15;

const FONT: &str = "宋体";
const TINT: Color = Color::RGB(0xF2_F0_E8);
const RULE: Color = Color::RGB(0x9A_9A_96);

/// Columns are at least and at most so many characters wide; longer texts are broken into lines.
const NARROWEST: u32 = 8;
const WIDEST: u32 = 44;
/// What is wider than so many characters is printed on its side.
const UPRIGHT: u32 = 96;
/// At most so many columns of texts stay in view when one scrolls to the right.
const KEPT_IN_VIEW: usize = 3;
/// The paper size A4, as workbooks number it.
const A4: u8 = 9;
/// The characters that the name of a sheet in a workbook may have.
const NAME: usize = 31;

/// The workbook of `sheets`, one sheet of the workbook for each.
///
/// The same sheets and frame give the same bytes.
///
/// # Errors
/// [`DocumentError::Empty`] without sheets or for one without columns;
/// [`DocumentError::Assembly`] where a sheet has more rows or a cell more characters than a
/// workbook holds.
pub fn xlsx(sheets: &[Sheet], frame: &SheetFrame) -> Result<Vec<u8>, DocumentError> {
    if sheets.is_empty() || sheets.iter().any(|sheet| sheet.columns.is_empty()) {
        return Err(DocumentError::Empty);
    }
    let failed = |error: XlsxError| DocumentError::Assembly(error.to_string());
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheets, frame).map_err(failed)?);
    for (sheet, name) in sheets.iter().zip(names(sheets)) {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name).map_err(failed)?;
        Page { sheet, worksheet }.write(frame).map_err(failed)?;
    }
    workbook.save_to_buffer().map_err(failed)
}

fn properties(sheets: &[Sheet], frame: &SheetFrame) -> Result<DocProperties, XlsxError> {
    let title = sheets.first().map_or("", |sheet| &sheet.title.zh);
    let author = frame.preparer.as_deref().unwrap_or_default();
    let made_on = date(frame.made_on)?;
    Ok(DocProperties::new().set_title(title).set_author(author).set_creation_datetime(&made_on))
}

/// What the sheets are called in the workbook: their titles, with the first fact where a title
/// comes twice; without what such a name may not have, in at most 31 characters, each once.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut name = |sheet: &Sheet| {
        let title = &sheet.title.zh;
        let is_alone = sheets.iter().filter(|other| other.title.zh == *title).count() == 1;
        let wanted = match sheet.facts.first() {
            Some(fact) if !is_alone => format!("{title} {}", fact.value.zh),
            Some(_) | None => title.clone(),
        };
        let wanted: String = wanted.trim().chars().map(allowed).collect();
        let wanted = if wanted.is_empty() { "表".to_owned() } else { wanted };
        let mut name = shortened(&wanted, "");
        for number in 2_u64.. {
            if taken.insert(name.to_lowercase()) {
                break;
            }
            name = shortened(&wanted, &format!("（{number}）"));
        }
        name
    };
    sheets.iter().map(&mut name).collect()
}

/// The character, or the one that looks like it where a sheet's name may not have it.
const fn allowed(c: char) -> char {
    match c {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        '\'' => '’',
        '\0'..='\x1F' => ' ',
        other => other,
    }
}

/// As much of `name` as leaves room for `end`, and `end`.
fn shortened(name: &str, end: &str) -> String {
    let units = |c: char| c.len_utf16();
    let room = NAME - end.chars().map(units).sum::<usize>();
    let mut used = 0;
    let fits = |c: &char| {
        used += units(*c);
        used <= room
    };
    name.chars().take_while(fits).chain(end.chars()).collect()
}

/// One sheet of the workbook that is being written.
struct Page<'a> {
    sheet: &'a Sheet,
    worksheet: &'a mut Worksheet,
}

impl Page<'_> {
    fn write(mut self, frame: &SheetFrame) -> Result<(), XlsxError> {
        let head = self.about()?;
        let rows = self.headings(head)?;
        let mut next = rows;
        for row in &self.sheet.rows {
            self.row(next, row)?;
            next += 1;
        }
        let mut below = next + 1;
        for note in &self.sheet.notes {
            self.worksheet.write_string_with_format(below, 0, &note.zh, &plain())?;
            below += 1;
        }
        self.worksheet.write_string_with_format(below, 0, foot(frame), &plain())?;
        self.set_up(head, rows, next)
    }

    /// Title, entity, period and facts; returns the row in which the headings begin.
    fn about(&mut self) -> Result<u32, XlsxError> {
        let sheet = self.sheet;
        let title = plain().set_bold().set_font_size(16).set_align(FormatAlign::Center);
        self.merge((0, 0), (0, self.last_column()), &sheet.title.zh, &title)?;
        let has_money = sheet.columns.iter().any(|column| column.content == Content::Money);
        let unit = if has_money { "　　单位：元" } else { "" };
        let form = sheet.form.as_ref().map(|form| format!("　　{}", form.zh)).unwrap_or_default();
        let mut lines = vec![sheet.entity.clone(), format!("{}{unit}{form}", sheet.period.zh)];
        let facts = sheet.facts.iter();
        lines.extend(facts.map(|fact| format!("{}：{}", fact.name.zh, fact.value.zh)));
        let mut row = 1;
        for line in lines {
            self.worksheet.write_string_with_format(row, 0, line, &plain())?;
            row += 1;
        }
        Ok(row)
    }

    /// The headings from `row` on, groups above those that they hold; returns the row below them.
    fn headings(&mut self, row: u32) -> Result<u32, XlsxError> {
        let sheet = self.sheet;
        let format = bordered()
            .set_bold()
            .set_background_color(TINT)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let columns = &sheet.columns;
        let has_groups = columns.iter().any(|column| column.group.is_some());
        let last = row + u32::from(has_groups);
        for (column, index) in columns.iter().zip(0..) {
            let first = if column.group.is_some() { last } else { row };
            self.merge((first, index), (last, index), &column.heading.zh, &format)?;
        }
        let mut index = 0;
        for together in columns.chunk_by(|a, b| a.group.is_some() && a.group == b.group) {
            let end = index + u16::try_from(together.len()).unwrap_or(u16::MAX);
            if let Some(group) = &together[0].group {
                self.merge((row, index), (row, end - 1), &group.zh, &format)?;
            }
            index = end;
        }
        Ok(last + 1)
    }

    fn row(&mut self, number: u32, row: &Row) -> Result<(), XlsxError> {
        let tree = self.sheet.columns.iter().position(|column| column.content == Content::Text);
        for (index, (cell, column)) in row.cells.iter().zip(&self.sheet.columns).enumerate() {
            let format = if tree == Some(index) && row.level > 0 {
                of_kind(row.kind).set_indent(row.level)
            } else {
                of_kind(row.kind)
            };
            let index = u16::try_from(index).unwrap_or(u16::MAX);
            self.cell((number, index), cell, column.content, format)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        (row, column): (u32, u16),
        cell: &Cell,
        content: Content,
        format: Format,
    ) -> Result<(), XlsxError> {
        let sheet = &mut *self.worksheet;
        let right = |format: Format| format.set_align(FormatAlign::Right);
        match figure(cell) {
            Some(Figure { number: Some(number), format: shown, .. }) => {
                sheet.write_number_with_format(
                    row,
                    column,
                    number,
                    &format.set_num_format(shown),
                )?;
                return Ok(());
            }
            Some(Figure { words, .. }) => {
                let format = right(format.set_num_format(TEXT));
                sheet.write_string_with_format(row, column, words, &format)?;
                return Ok(());
            }
            None => {}
        }
        match cell {
            Cell::Day(on) => {
                let format = format.set_num_format(DAY).set_align(FormatAlign::Center);
                sheet.write_datetime_with_format(row, column, &date(*on)?, &format)?;
            }
            _ => {
                let words = words(cell);
                let format = format.set_num_format(TEXT);
                let format = match (cell, content) {
                    (Cell::Voucher(_), _) | (Cell::Label(_), Content::Code) => {
                        format.set_align(FormatAlign::Center)
                    }
                    _ => format.set_text_wrap(),
                };
                if words.is_empty() {
                    sheet.write_blank(row, column, &format)?;
                } else {
                    sheet.write_string_with_format(row, column, words, &format)?;
                }
            }
        }
        Ok(())
    }

    /// Widths, what stays in view, and how it is printed.
    fn set_up(&mut self, head: u32, rows: u32, end: u32) -> Result<(), XlsxError> {
        let widths = widths(self.sheet);
        for (&width, index) in widths.iter().zip(0..) {
            self.worksheet.set_column_width(index, width)?;
        }
        let last = self.last_column();
        let is_figure = |content| matches!(content, Content::Money | Content::Quantity);
        let texts = self.sheet.columns.iter().position(|column| is_figure(column.content));
        let kept = u16::try_from(texts.unwrap_or(0).min(KEPT_IN_VIEW)).unwrap_or(0);
        let sheet = &mut *self.worksheet;
        sheet.set_freeze_panes(rows, kept)?;
        // Codes are texts on purpose.
        sheet.ignore_error_range(rows, 0, end.max(rows), last, IgnoreError::NumberStoredAsText)?;
        sheet.set_repeat_rows(head, rows - 1)?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_print_center_horizontally(true);
        if widths.iter().sum::<u32>() > UPRIGHT {
            sheet.set_landscape();
        }
        sheet.set_footer("&C第 &P 页　共 &N 页");
        Ok(())
    }

    /// Writes words over all cells between two corners.
    fn merge(
        &mut self,
        first: (u32, u16),
        last: (u32, u16),
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if first == last {
            self.worksheet.write_string_with_format(first.0, first.1, words, format)?;
        } else {
            self.worksheet.merge_range(first.0, first.1, last.0, last.1, words, format)?;
        }
        Ok(())
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }
}

/// Who made the sheet and when, and the check code.
fn foot(frame: &SheetFrame) -> String {
    let preparer = frame.preparer.as_deref().unwrap_or("　　　　　　");
    let code = frame.check_code.as_ref().map(|code| format!("　　校验码 {code}"));
    format!("制表：{preparer}　{}{}", day(frame.made_on), code.unwrap_or_default())
}

/// A number of a cell, and how it is shown.
struct Figure {
    /// The number; nothing where it has more digits than a spreadsheet keeps.
    number: Option<f64>,
    format: String,
    words: String,
}

/// The figure of a cell that holds one.
fn figure(cell: &Cell) -> Option<Figure> {
    match cell {
        Cell::Money(amount) => Some(of_money(*amount)),
        Cell::Quantity(amount) => Some(of_quantity(*amount, "")),
        Cell::QuantityBelowZero(amount) => Some(of_quantity(*amount, "−")),
        Cell::Empty | Cell::Text(_) | Cell::Label(_) | Cell::Day(_) | Cell::Voucher(_) => None,
    }
}

fn of_money(amount: Money) -> Figure {
    Figure {
        number: number(amount.fen().into(), 100),
        format: AMOUNT.to_owned(),
        words: amount.grouped(),
    }
}

fn of_quantity(amount: Quantity, sign: &str) -> Figure {
    let words = format!("{sign}{}", quantity(amount));
    let places = words.split_once('.').map_or(0, |(_, places)| places.len());
    let shown = match places {
        0 => "#,##0".to_owned(),
        places => format!("#,##0.{}", "0".repeat(places)),
    };
    let millionths = i128::try_from(amount.millionths()).ok();
    let millionths = millionths.map(|amount| if sign.is_empty() { amount } else { -amount });
    Figure {
        number: millionths.and_then(|amount| number(amount, Quantity::PARTS)),
        format: format!("{shown};[Red]-{shown}"),
        words,
    }
}

/// `units / per` as the number whose shortest decimal form is exactly that amount; nothing where it
/// has more digits than a spreadsheet keeps, and would show another amount.
///
/// Both are whole numbers that a float holds exactly, so that the quotient is the float next to the
/// exact amount, and no other amount of as few digits has the same one.
#[expect(clippy::float_arithmetic, reason = "a workbook knows no other numbers")]
fn number(units: i128, per: u32) -> Option<f64> {
    let units = i64::try_from(units).ok()?;
    (units.unsigned_abs() < 10_u64.pow(DIGITS)).then(|| units as f64 / f64::from(per))
}

fn date(date: jiff::civil::Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

/// What a cell that holds no figure and no day says.
fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => words.clone(),
        Cell::Label(label) => label.zh.clone(),
        Cell::Voucher(number) => number.to_string(),
        Cell::Day(date) => date.to_string(),
        Cell::Empty | Cell::Money(_) | Cell::Quantity(_) | Cell::QuantityBelowZero(_) => {
            String::new()
        }
    }
}

/// How many characters each column is wide: an ideograph counts for two.
fn widths(sheet: &Sheet) -> Vec<u32> {
    let of_column = |(index, column): (usize, &domain::sheet::Column)| {
        let heading = width(&column.heading.zh);
        let of_row = |row: &Row| {
            let cell = row.cells.get(index)?;
            let words = figure(cell).map_or_else(|| words(cell), |figure| figure.words);
            Some(width(&words) + 2 * u32::from(row.level))
        };
        let widest = sheet.rows.iter().filter_map(of_row).max().unwrap_or(0);
        (widest.max(heading) + 2).clamp(NARROWEST, WIDEST)
    };
    sheet.columns.iter().enumerate().map(of_column).collect()
}

fn width(words: &str) -> u32 {
    let of_character = |c: char| if c.is_ascii() || c == '−' { 1 } else { 2 };
    words.chars().map(of_character).sum()
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(RULE)
}

/// How the cells of such a row look.
fn of_kind(kind: RowKind) -> Format {
    let format = bordered().set_align(FormatAlign::VerticalCenter);
    match kind {
        RowKind::Opening | RowKind::Line => format,
        RowKind::Subtotal => format.set_bold(),
        RowKind::Total => {
            format.set_bold().set_background_color(TINT).set_border_bottom(FormatBorder::Double)
        }
    }
}

#[cfg(test)]
mod tests;
