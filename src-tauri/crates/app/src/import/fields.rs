//! The fields of one row: each read once, every mistake noted, so that the accountant sees all of
//! them at once.

use std::borrow::Cow;
use std::collections::HashSet;

use domain::{FiscalYear, Money, Month, Quantity};
use jiff::civil::Date;

use super::table::{Table, TableRow};
use crate::failure::{number_text, period_text};
use crate::problem::Problem;
use crate::view::Text;

/// A column that an import knows: its English and Chinese header, and whether it may be missing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub name: &'static str,
    pub chinese: &'static [&'static str],
    pub required: bool,
}

impl Column {
    /// Whether a header names this column.
    fn is(&self, header: &str) -> bool {
        let plain = header.trim_matches('\u{feff}').trim();
        self.name.eq_ignore_ascii_case(plain) || self.chinese.contains(&plain)
    }
}

/// A column that must be there.
pub(crate) const fn required(name: &'static str, chinese: &'static [&'static str]) -> Column {
    Column { name, chinese, required: true }
}

/// A column that may be missing.
pub(crate) const fn optional(name: &'static str, chinese: &'static [&'static str]) -> Column {
    Column { name, chinese, required: false }
}

/// Where each column stands in a file.
pub(crate) struct Layout {
    /// Some ten columns, which a search from the first finds sooner than a hash.
    places: Vec<(&'static str, usize)>,
    headers: Vec<String>,
}

impl Layout {
    /// Where a column stands in the file.
    pub fn place(&self, column: &str) -> Option<usize> {
        let known = self.places.iter().find(|(name, _)| *name == column);
        known.map(|&(_, place)| place)
    }

    /// Finds the columns of a table by their headers.
    ///
    /// # Errors
    /// A column that is not known, stands twice, or is missing though required; all of them named.
    pub fn of(table: &Table, columns: &[Column]) -> Result<Self, Problem> {
        if let Some(title) = title_above_headers(table, columns) {
            return Err(super::refused_rows(&table.file_name, vec![title], true));
        }
        let mut places: Vec<(&'static str, usize)> = Vec::new();
        let mut faults = Vec::new();
        for (place, header) in table.headers.iter().enumerate() {
            let plain = header.trim_matches('\u{feff}').trim();
            match column_at(table, place, columns) {
                Named::Column(column) if places.iter().any(|(name, _)| *name == column.name) => {
                    faults.push(Text::new(
                        format!("第 1 行：列“{plain}”出现了两次"),
                        format!("row 1: the column “{plain}” stands twice"),
                    ));
                }
                Named::Column(column) => places.push((column.name, place)),
                Named::LeftOut => {}
                Named::Unknown if plain.is_empty() && all_empty(table, place) => {}
                Named::Unknown => faults.push(unknown_column(plain, columns)),
            }
        }
        for column in columns {
            if column.required && !places.iter().any(|(name, _)| *name == column.name) {
                let chinese = column.chinese.first().copied().unwrap_or_default();
                faults.push(Text::new(
                    format!("第 1 行：缺少列“{chinese}”（{}）", column.name),
                    format!("row 1: the column “{}” is missing", column.name),
                ));
            }
        }
        if faults.is_empty() {
            Ok(Layout { places, headers: table.headers.clone() })
        } else {
            Err(super::refused_rows(&table.file_name, faults, true))
        }
    }
}

/// Which of our columns stands at a place of a file.
enum Named<'a> {
    Column(&'a Column),
    LeftOut,
    Unknown,
}

fn column_at<'a>(table: &Table, place: usize, columns: &'a [Column]) -> Named<'a> {
    match &table.mapping {
        None => by_header(table, place, columns).map_or(Named::Unknown, Named::Column),
        Some(mapping) => match mapping.get(place).and_then(Option::as_deref) {
            None => Named::LeftOut,
            Some(name) => columns
                .iter()
                .find(|column| column.name == name)
                .map_or(Named::Unknown, Named::Column),
        },
    }
}

fn by_header<'a>(table: &Table, place: usize, columns: &'a [Column]) -> Option<&'a Column> {
    let header = table.headers.get(place)?;
    columns.iter().find(|column| column.is(header))
}

/// What the headers of a file say of our columns, each taken once: the names to go by where
/// nobody says otherwise.
pub(super) fn mapping_by_headers(table: &Table, columns: &[Column]) -> Vec<Option<String>> {
    let mut taken = HashSet::new();
    let places = 0..table.headers.len();
    let named = places.map(|place| {
        let column = by_header(table, place, columns)?;
        taken.insert(column.name).then(|| column.name.to_owned())
    });
    named.collect()
}

/// A title that stands where the column names should: no cell of the first row is one.
fn title_above_headers(table: &Table, columns: &[Column]) -> Option<Text> {
    let mut places = 0..table.headers.len();
    if places.any(|place| matches!(column_at(table, place, columns), Named::Column(_))) {
        return None;
    }
    let chinese: Vec<&str> =
        columns.iter().filter_map(|column| column.chinese.first()).copied().collect();
    let english: Vec<&str> = columns.iter().map(|column| column.name).collect();
    Some(Text::new(
        format!(
            "第 1 行没有认得的列名，像是标题或数据。列名要写在第 1 行，可用的有：{}",
            chinese.join("、")
        ),
        format!(
            "row 1 names no column that is known; it looks like a title or data. Known are: {}",
            english.join(", ")
        ),
    ))
}

fn all_empty(table: &Table, place: usize) -> bool {
    table.rows.iter().all(|row| row.cells.get(place).is_none_or(str::is_empty))
}

fn unknown_column(header: &str, columns: &[Column]) -> Text {
    let chinese: Vec<&str> =
        columns.iter().filter_map(|column| column.chinese.first()).copied().collect();
    let english: Vec<&str> = columns.iter().map(|column| column.name).collect();
    Text::new(
        format!("第 1 行：不认识的列“{header}”，可用的列有：{}", chinese.join("、")),
        format!("row 1: unknown column “{header}”; known are: {}", english.join(", ")),
    )
}

/// A mistake in a file.
#[derive(Debug)]
pub(crate) struct Fault {
    /// The row that it is about; nothing where it is about all of them.
    pub row: Option<u32>,
    /// Which of its cells, where one is to blame.
    pub place: Option<usize>,
    /// What is wrong, without the row.
    pub text: Text,
}

impl Fault {
    /// The whole sentence.
    fn sentence(self) -> Text {
        let Text { zh, en } = self.text;
        match self.row {
            None => Text { zh, en },
            Some(row) => Text::new(format!("第 {row} 行：{zh}"), format!("row {row}: {en}")),
        }
    }
}

/// Every mistake found in a file.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    /// As they were found.
    found: Vec<Fault>,
    /// Whether any of them is unreadable input rather than a refusal by the books.
    pub unreadable: bool,
}

impl Faults {
    /// Notes that a row cannot be read.
    pub fn unreadable(&mut self, row: u32, place: Option<usize>, text: &Text) {
        self.unreadable = true;
        self.found.push(Fault { row: Some(row), place, text: text.clone() });
    }

    /// Notes that the books say no to a row.
    pub fn refused(&mut self, row: u32, text: &Text) {
        self.found.push(Fault { row: Some(row), place: None, text: text.clone() });
    }

    /// Notes that the books say no to all rows together.
    pub fn refused_whole(&mut self, text: Text) {
        self.found.push(Fault { row: None, place: None, text });
    }

    /// Whether no mistake was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The mistakes in the order of the rows.
    pub fn in_order(mut self) -> Vec<Fault> {
        self.found.sort_by_key(|fault| fault.row);
        self.found
    }

    /// The sentences in the order of the rows.
    pub fn sentences(self) -> Vec<Text> {
        self.in_order().into_iter().map(Fault::sentence).collect()
    }
}

/// One row, read field by field.
pub(crate) struct Fields<'row, 'file> {
    layout: &'file Layout,
    row: &'row TableRow,
    faults: &'file mut Faults,
}

impl<'row, 'file> Fields<'row, 'file> {
    pub fn new(layout: &'file Layout, row: &'row TableRow, faults: &'file mut Faults) -> Self {
        if row.cells.iter().skip(layout.headers.len()).any(|cell| !cell.is_empty()) {
            let text = Text::new(
                format!("有 {} 格，列名只有 {} 个", row.cells.len(), layout.headers.len()),
                format!("{} cells, but only {} columns", row.cells.len(), layout.headers.len()),
            );
            faults.unreadable(row.number, None, &text);
        }
        Fields { layout, row, faults }
    }

    /// The row's number in the file.
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// Notes that the books say no to this row.
    pub fn refuse(&mut self, text: &Text) {
        self.faults.refused(self.row.number, text);
    }

    /// What stands in a column; nothing where it is empty or missing.
    pub fn optional(&self, column: &str) -> Option<&'row str> {
        let place = self.layout.place(column)?;
        self.row.cells.get(place).filter(|cell| !cell.is_empty())
    }

    /// The same as a text of its own.
    pub fn optional_text(&self, column: &str) -> Option<String> {
        self.optional(column).map(str::to_owned)
    }

    /// What stands in a column that must be filled.
    pub fn filled(&mut self, column: &str) -> Option<&'row str> {
        let text = self.optional(column);
        if text.is_none() {
            self.unreadable(column, &Text::new("没有填写", "is empty"));
        }
        text
    }

    /// The same as a text of its own.
    pub fn text(&mut self, column: &str) -> Option<String> {
        self.filled(column).map(str::to_owned)
    }

    /// An amount, below zero or not.
    pub fn money(&mut self, column: &str) -> Option<Money> {
        let text = self.filled(column)?;
        self.read(column, read_money(text))
    }

    /// An amount that is not below zero.
    pub fn unsigned_money(&mut self, column: &str) -> Option<Money> {
        let text = plain_amount(self.filled(column)?);
        self.read(column, Money::read_unsigned(&text).map_err(|error| number_text(&error)))
    }

    /// A quantity above zero.
    pub fn quantity(&mut self, column: &str) -> Option<Quantity> {
        let text = self.filled(column)?;
        let quantity = self.read(column, read_quantity(text))?;
        if quantity == Quantity::ZERO {
            self.unreadable(column, &Text::new("必须大于零", "must be above zero"));
            return None;
        }
        Some(quantity)
    }

    /// A quantity or price that may be missing.
    pub fn optional_quantity(&mut self, column: &str) -> Option<Quantity> {
        let text = self.optional_text(column)?;
        self.read(column, read_quantity(&text))
    }

    /// A day.
    pub fn date(&mut self, column: &str) -> Option<Date> {
        let text = self.filled(column)?;
        self.read_date(column, text)
    }

    /// A day that may be missing.
    pub fn optional_date(&mut self, column: &str) -> Option<Date> {
        let text = self.optional_text(column)?;
        self.read_date(column, &text)
    }

    fn read_date(&mut self, column: &str, text: &str) -> Option<Date> {
        let date = crate::day::read(text);
        self.read(column, date.map_err(|error| period_text(&error)))
    }

    /// A month.
    pub fn month(&mut self, column: &str) -> Option<Month> {
        let text = self.filled(column)?;
        // A spreadsheet turns 2025-01 into a date as soon as it is typed.
        let text = text.strip_suffix("-01").filter(|rest| rest.len() == 7).unwrap_or(text);
        self.read(column, Month::read(text).map_err(|error| period_text(&error)))
    }

    /// A year.
    pub fn year(&mut self, column: &str) -> Option<FiscalYear> {
        let text = self.filled(column)?;
        let number = text.strip_suffix('年').unwrap_or(text).parse().unwrap_or(0);
        let year = FiscalYear::new(number)
            .map_err(|_| Text::new(format!("“{text}”不是年份"), format!("“{text}” is no year")));
        self.read(column, year)
    }

    /// Yes or no; no where it is missing.
    pub fn flag(&mut self, column: &str) -> bool {
        let word = self.optional(column).unwrap_or("0");
        let value = match word.to_lowercase().as_str() {
            "1" | "true" | "yes" | "y" | "是" | "有" | "√" => Ok(true),
            "0" | "false" | "no" | "n" | "否" | "无" | "×" => Ok(false),
            _ => Err(Text::new(
                format!("“{word}”应写成 是 或 否（1 或 0）"),
                format!("“{word}” must be yes or no (1 or 0)"),
            )),
        };
        self.read(column, value).unwrap_or_default()
    }

    /// A number that is a name, such as an ID number or a bank account, which a spreadsheet likes
    /// to turn into `6.22848E+18`.
    pub fn optional_code(&mut self, column: &str) -> Option<String> {
        let text = self.optional_text(column)?;
        if text.contains("E+") || text.contains("e+") {
            let fault = Text::new(
                format!("“{text}”是 Excel 改过的数，原来的号码已丢失；把该列设为文本再填"),
                format!(
                    "“{text}” was altered by the spreadsheet and the number is lost; format the \
                     column as text and type it again"
                ),
            );
            self.unreadable(column, &fault);
            return None;
        }
        Some(text)
    }

    /// A word of a closed list.
    pub fn word<T>(
        &mut self,
        column: &str,
        of: impl Fn(&str) -> Option<T>,
        known: &Text,
    ) -> Option<T> {
        let text = self.filled(column)?;
        let value = of(text).ok_or_else(|| {
            Text::new(
                format!("“{text}”不认识，可以写：{}", known.zh),
                format!("“{text}” is not known; write one of: {}", known.en),
            )
        });
        self.read(column, value)
    }

    fn read<T>(&mut self, column: &str, value: Result<T, Text>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(text) => {
                self.unreadable(column, &text);
                None
            }
        }
    }

    /// Notes that a field cannot be read.
    pub fn unreadable(&mut self, column: &str, text: &Text) {
        let place = self.layout.place(column);
        let header = place.and_then(|place| self.layout.headers.get(place));
        let header = header.map_or(column, String::as_str);
        let text = Text::new(format!("“{header}”{}", text.zh), format!("{header}: {}", text.en));
        self.faults.unreadable(self.row.number, place, &text);
    }
}

/// Reads an amount, below zero or not, as people and spreadsheets write it.
pub(crate) fn read_money(text: &str) -> Result<Money, Text> {
    Money::read(&plain_amount(text)).map_err(|error| number_text(&error))
}

/// Reads a quantity or price of at most 9 digits before the point: millions of them still add up.
pub(crate) fn read_quantity(text: &str) -> Result<Quantity, Text> {
    const LIMIT: u128 = 1_000_000_000 * 1_000_000;
    let quantity = Quantity::read(&plain_amount(text)).map_err(|error| number_text(&error))?;
    if quantity.millionths() >= LIMIT {
        return Err(Text::new(
            format!("“{text}”超过上限 999999999"),
            format!("“{text}” is beyond the limit of 999999999"),
        ));
    }
    Ok(quantity)
}

/// An amount as people and spreadsheets write it, brought to plain digits: `￥1,200.00`, `１２００`,
/// `1200元` and `1200.500` mean one thing. Commas count only where they stand between thousands.
fn plain_amount(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '−' => '-',
        _ => c,
    };
    let text: String = text.chars().map(narrow).collect();
    let text = text.trim_start_matches(['¥', '￥']).trim_end_matches('元').trim();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    let whole = if grouped { whole.replace(',', "") } else { whole.to_owned() };
    // Zeros behind the fen say nothing.
    let kept = fraction.trim_end_matches('0').len().max(fraction.len().min(2));
    match &fraction[..kept.min(fraction.len())] {
        "" => Cow::Owned(format!("{sign}{whole}")),
        fraction => Cow::Owned(format!("{sign}{whole}.{fraction}")),
    }
}

/// Whether an amount is written in plain digits already, as files of programs are.
fn is_plain(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "00"));
    let digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    digits && !whole.is_empty() && (1..=2).contains(&fraction.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_understood_as_people_write_it() {
        for (text, plain) in [
            ("1,200.00", "1200.00"),
            ("￥1200.5", "1200.5"),
            ("１，２００．００", "1200.00"),
            ("1200元", "1200"),
            ("-1,234,567.8", "-1234567.8"),
            ("1200.100", "1200.10"),
            ("1200.123", "1200.123"),
            ("12,00", "12,00"),
            ("1,2000.00", "1,2000.00"),
            ("一千", "一千"),
        ] {
            assert_eq!(plain_amount(text), plain, "{text}");
        }
    }
}
