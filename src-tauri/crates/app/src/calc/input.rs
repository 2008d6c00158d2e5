//! Reading the calculator's input strictly: amounts, rates, quantities and dates are texts, no field
//! is unknown or given twice, and nothing is guessed.
//!
//! What is wrong is said in two languages. serde carries an error as one text, so both stand in it
//! with [`BETWEEN`] between them until [`refusal`] takes them apart.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use domain::period::{PeriodError, read_date};
use domain::{FiscalYear, Money, NumberError, Quantity, Rate};
use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::Deserialize;

use super::CalcRefusal;
use crate::failure::{number_text, period_text};
use crate::view::Text;

/// Stands between the Chinese and the English of a message: a control character, which no text from
/// a message's own words contains.
const BETWEEN: char = '\u{1f}';

/// Reads all of `json` as one value.
pub(super) fn read<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, CalcRefusal> {
    // Notepad puts a mark in front of UTF-8.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let mut reader = serde_json::Deserializer::from_slice(json);
    let read = T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        let mut reader = serde_json::Deserializer::from_slice(json);
        match serde_path_to_error::deserialize::<_, T>(&mut reader) {
            Err(error) => refusal(error.path().to_string(), error.inner()),
            // Read to its end, and then there was more.
            Ok(_) => refusal(String::new(), &error),
        }
    })
}

/// What is wrong, and where.
fn refusal(path: String, error: &serde_json::Error) -> CalcRefusal {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let whole = error.to_string();
    let message = whole.strip_suffix(&place).unwrap_or(&whole);
    let at = |path: String, message: Text| {
        let root = path.is_empty() || path == ".";
        CalcRefusal { path: if root { "input".to_owned() } else { path }, message }
    };
    if !error.is_data() {
        let (line, column) = (error.line(), error.column());
        let zh = format!("第 {line} 行第 {column} 列起不是 JSON");
        return at(path, Text::new(zh, format!("no JSON at line {line}, column {column}: {message}")));
    }
    if let Some((zh, en)) = message.split_once(BETWEEN) {
        return at(path, in_place_of(zh, en));
    }
    if let Some(field) = message.strip_prefix("duplicate field `") {
        // Found when the object is put together, so the field is not in the path yet.
        let field = field.trim_end_matches('`');
        let root = path.is_empty() || path == ".";
        let path = if root { field.to_owned() } else { format!("{path}.{field}") };
        return at(path, twice());
    }
    if message.starts_with("unknown field ") {
        let known = message.split_once("expected ").map_or("", |(_, known)| known);
        let known = known.trim_start_matches("one of ");
        let zh = format!("没有这个字段；这里可以有 {known}");
        return at(path, Text::new(zh, format!("unknown field; {known} may stand here")));
    }
    at(path, Text::new("类型不对", message))
}

/// A message of ours, or what was expected where serde found another type.
fn in_place_of(zh: &str, en: &str) -> Text {
    match zh.strip_prefix("invalid type: ").and_then(|zh| zh.rsplit_once(", expected ")) {
        Some((_, expected)) => Text::new(format!("应是{expected}"), format!("must be {en}")),
        None => Text::new(zh, en),
    }
}

fn twice() -> Text {
    Text::new("给了两次", "is given twice")
}

fn said<E: Error>(text: &Text) -> E {
    E::custom(format_args!("{}{BETWEEN}{}", text.zh, text.en))
}

/// The value of a field that must be there.
pub(super) fn required<T>(value: Option<T>, path: impl fmt::Display) -> Result<T, CalcRefusal> {
    value.ok_or_else(|| CalcRefusal::new(path.to_string(), "缺少这一项", "is missing"))
}

/// A value written as text, such as an amount.
struct Written<T> {
    expected: &'static str,
    read: fn(&str) -> Result<T, Text>,
}

impl<T> Visitor<'_> for Written<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        (self.read)(text).map(Some).map_err(|text| said(&text))
    }
}

fn number<T>(read: Result<T, NumberError>) -> Result<T, Text> {
    read.map_err(|error| number_text(&error))
}

/// An amount that may be negative.
pub(super) fn amount<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    let expected = "加引号的金额，如 \"1200.00\"\u{1f}an amount in quotes, such as \"1200.00\"";
    reader.deserialize_str(Written { expected, read: |text| number(Money::read(text)) })
}

/// An amount that may not be negative.
pub(super) fn unsigned<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    let expected = "加引号的金额，如 \"1200.00\"\u{1f}an amount in quotes, such as \"1200.00\"";
    reader.deserialize_str(Written { expected, read: |text| number(Money::read_unsigned(text)) })
}

/// An amount above zero.
pub(super) fn positive<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    let expected = "加引号的金额，如 \"1200.00\"\u{1f}an amount in quotes, such as \"1200.00\"";
    let above_zero = |text: &str| match Money::read_unsigned(text) {
        Ok(Money::ZERO) => Err(NumberError::Zero(text.to_owned())),
        read => read,
    };
    reader.deserialize_str(Written { expected, read: |text| number(above_zero(text)) })
}

/// A rate from 0 to 1.
pub(super) fn rate<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Rate>, D::Error> {
    let expected = "加引号的 0 到 1 的小数，如 \"0.60\"\u{1f}a rate from 0 to 1 in quotes, such as \"0.60\"";
    reader.deserialize_str(Written { expected, read: |text| number(Rate::read(text)) })
}

/// A quantity.
pub(super) fn quantity<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Quantity>, D::Error> {
    let expected = "加引号的数量，如 \"12600.5\"\u{1f}a quantity in quotes, such as \"12600.5\"";
    reader.deserialize_str(Written { expected, read: |text| number(Quantity::read(text)) })
}

/// A day.
pub(super) fn day<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Date>, D::Error> {
    let expected = "加引号的日期，如 \"2025-03-31\"\u{1f}a date in quotes, such as \"2025-03-31\"";
    let read = |text: &str| read_date(text).map_err(|error| period_text(&error));
    reader.deserialize_str(Written { expected, read })
}
