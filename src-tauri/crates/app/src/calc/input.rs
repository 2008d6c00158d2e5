//! Reading the calculator's input strictly: amounts, rates, quantities and dates are texts, no
//! field is unknown or given twice, and nothing is guessed.
//!
//! What is wrong is said in two languages. serde carries an error as one text, so both stand in it
//! with [`BETWEEN`] between them until [`refusal`] takes them apart.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use domain::period::read_date;
use domain::{FiscalYear, Money, NumberError, Quantity, Rate};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::CalcRefusal;
use crate::failure::{number_text, period_text};
use crate::view::Text;

/// Stands between the Chinese and the English of a message: a control character, which no text from
/// a message's own words contains.
const BETWEEN: char = '\u{1f}';

/// Reads all of `json` as one value.
pub(crate) fn read<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, CalcRefusal> {
    // Notepad puts a mark in front of UTF-8.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let mut reader = serde_json::Deserializer::from_slice(json);
    let read = T::deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        let mut reader = serde_json::Deserializer::from_slice(json);
        match serde_path_to_error::deserialize::<_, T>(&mut reader) {
            Err(error) => refusal(&error.path().to_string(), error.inner()),
            // Read to its end, and then there was more.
            Ok(_) => refusal("", &error),
        }
    })
}

/// What is wrong, and where.
fn refusal(path: &str, error: &serde_json::Error) -> CalcRefusal {
    // The end of the text stands at no field yet.
    let path = path.trim_end_matches(['.', '?']);
    let place = format!(" at line {} column {}", error.line(), error.column());
    let whole = error.to_string();
    let message = whole.strip_suffix(&place).unwrap_or(&whole);
    if let Some(field) = message.strip_prefix("duplicate field `") {
        // Found when the object is put together, so the field is not in the path yet.
        let field = field.trim_end_matches('`');
        let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        return CalcRefusal { path, message: twice() };
    }
    let path = if path.is_empty() { CalcRefusal::WHOLE } else { path };
    let message = if !error.is_data() {
        let (line, column) = (error.line(), error.column());
        Text::new(
            format!("第 {line} 行第 {column} 列不是 JSON"),
            format!("no JSON at line {line}, column {column}: {message}"),
        )
    } else if let Some((zh, en)) = message.split_once(BETWEEN) {
        in_place_of(zh, en)
    } else if let Some((_, known)) = message.split_once("`, expected ") {
        let known = known.trim_start_matches("one of ");
        Text::new(
            format!("没有这个字段；这里可以有 {known}"),
            format!("unknown field; {known} may stand here"),
        )
    } else {
        Text::new("不能这样写", message)
    };
    CalcRefusal { path: path.to_owned(), message }
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

/// The path of a field of an object in a list; written out only where something is wrong.
pub(super) struct At {
    pub(super) list: &'static str,
    pub(super) index: usize,
    pub(super) field: &'static str,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}].{}", self.list, self.index, self.field)
    }
}

/// The year that a key names, such as `2025`, written in no other way.
pub(super) fn year_of(key: &str) -> Result<FiscalYear, Text> {
    let year = key.parse().ok().and_then(|year| FiscalYear::new(year).ok());
    year.filter(|year| year.to_string() == key).ok_or_else(|| {
        Text::new(
            "应是 1900 到 9999 之间的年份，如 2025",
            "must be a year from 1900 to 9999, such as 2025",
        )
    })
}

/// Reads a value that is written as text; whatever is no text is refused as not `expected`.
fn written<'de, T, D: Deserializer<'de>>(
    reader: D,
    expected: &'static str,
    read: fn(&str) -> Result<T, Text>,
) -> Result<Option<T>, D::Error> {
    reader.deserialize_str(Written { expected, read }).map(Some)
}

struct Written<T> {
    /// In both languages.
    expected: &'static str,
    read: fn(&str) -> Result<T, Text>,
}

impl<T> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(|text| said(&text))
    }
}

const AMOUNT: &str = "加引号的金额，如 \"1200.00\"\u{1f}an amount in quotes, such as \"1200.00\"";
const RATE: &str =
    "加引号的 0 到 1 的小数，如 \"0.60\"\u{1f}a rate from 0 to 1 in quotes, such as \"0.60\"";
const QUANTITY: &str =
    "加引号的数量，如 \"12600.5\"\u{1f}a quantity in quotes, such as \"12600.5\"";
const DAY: &str = "加引号的日期，如 \"2025-03-31\"\u{1f}a date in quotes, such as \"2025-03-31\"";
const TEXT: &str = "加引号的文本\u{1f}a text in quotes";
const YEAR: &str = "不加引号的年份，如 2025\u{1f}a year without quotes, such as 2025";
const COUNT: &str = "不加引号的整数，如 10\u{1f}a whole number without quotes, such as 10";
const FLAG: &str = " true 或 false\u{1f}true or false";
const OBJECT: &str = "一个对象 {…}\u{1f}an object {…}";
const LIST: &str = "一个列表 […]\u{1f}a list […]";

/// An amount that may be negative.
pub(super) fn amount<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    written(reader, AMOUNT, |text| Money::read(text).map_err(|error| number_text(&error)))
}

/// An amount that may not be negative.
pub(super) fn unsigned<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    written(reader, AMOUNT, |text| Money::read_unsigned(text).map_err(|error| number_text(&error)))
}

/// An amount above zero.
pub(super) fn positive<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Money>, D::Error> {
    written(reader, AMOUNT, |text| match Money::read_unsigned(text) {
        Ok(Money::ZERO) => Err(number_text(&NumberError::Zero(text.to_owned()))),
        read => read.map_err(|error| number_text(&error)),
    })
}

/// A rate from 0 to 1.
pub(super) fn rate<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Rate>, D::Error> {
    written(reader, RATE, |text| {
        Rate::read(text).map_err(|error| {
            if let NumberError::NotPlain(text) = error {
                Text::new(
                    format!("“{text}”不是 0 到 1 的小数，应写成 0.60 的样子"),
                    format!("“{text}” is no rate from 0 to 1; write it like 0.60"),
                )
            } else {
                number_text(&error)
            }
        })
    })
}

/// A quantity.
pub(super) fn quantity<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Quantity>, D::Error> {
    written(reader, QUANTITY, |text| Quantity::read(text).map_err(|error| number_text(&error)))
}

/// A day.
pub(super) fn day<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Date>, D::Error> {
    written(reader, DAY, |text| read_date(text).map_err(|error| period_text(&error)))
}

/// One of the words that `T` is read from.
pub(super) fn word<'de, T: Word, D: Deserializer<'de>>(reader: D) -> Result<Option<T>, D::Error> {
    written(reader, TEXT, |text| {
        let chosen = T::WORDS.iter().find(|(word, _)| *word == text);
        chosen.map(|&(_, value)| value).ok_or_else(|| {
            let words: Vec<&str> = T::WORDS.iter().map(|&(word, _)| word).collect();
            Text::new(
                format!("没有这个取值，可以是 {}", words.join("、")),
                format!("no such word, it may be {}", words.join(", ")),
            )
        })
    })
}

/// A choice that the input makes by a word.
pub(super) trait Word: Copy + 'static {
    /// Every word with what it means.
    const WORDS: &[(&str, Self)];
}

/// A text, not copied where it stands in the input as it is.
pub(super) fn text<'de, D: Deserializer<'de>>(
    reader: D,
) -> Result<Option<Cow<'de, str>>, D::Error> {
    reader.deserialize_str(AnyText).map(Some)
}

/// A text of its own.
pub(crate) fn owned_text<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<String>, D::Error> {
    Ok(text(reader)?.map(Cow::into_owned))
}

/// A count of papers: a text, or the number as a program writes it.
pub(crate) fn count_text<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<String>, D::Error> {
    reader.deserialize_any(CountText).map(Some)
}

struct CountText;

impl Visitor<'_> for CountText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(COUNT)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_u64<E: Error>(self, count: u64) -> Result<String, E> {
        Ok(count.to_string())
    }
}

struct AnyText;

impl<'de> Visitor<'de> for AnyText {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(TEXT)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// Reads a whole number; whatever is none is refused as not `expected`.
struct Whole<T> {
    expected: &'static str,
    read: fn(i128) -> Result<T, Text>,
}

impl<T> Visitor<'_> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        (self.read)(number.into()).map_err(|text| said(&text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        (self.read)(number.into()).map_err(|text| said(&text))
    }
}

/// A year of the books.
pub(super) fn year<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<FiscalYear>, D::Error> {
    let read = |number: i128| {
        let year = FiscalYear::new(i64::try_from(number).unwrap_or(i64::MAX));
        year.map_err(|error| period_text(&error))
    };
    reader.deserialize_any(Whole { expected: YEAR, read }).map(Some)
}

/// A number of places, 0 or more; more than there can be villages counts as that many.
pub(super) fn count<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<u32>, D::Error> {
    let read = |number: i128| match number {
        ..0 => Err(number_text(&NumberError::Negative(number.to_string()))),
        0.. => Ok(u32::try_from(number).unwrap_or(u32::MAX)),
    };
    reader.deserialize_any(Whole { expected: COUNT, read }).map(Some)
}

/// Yes or no.
pub(super) fn flag<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<bool>, D::Error> {
    reader.deserialize_bool(Flag).map(Some)
}

struct Flag;

impl Visitor<'_> for Flag {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FLAG)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<bool, E> {
        Ok(flag)
    }
}

/// A `T` that is written as an object. serde would also take a list of its fields in their order.
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(ObjectOf(PhantomData)).map(Object)
    }
}

struct ObjectOf<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectOf<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(OBJECT)
    }

    fn visit_map<M: MapAccess<'de>>(self, fields: M) -> Result<T, M::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}

/// A field that is an object.
pub(super) fn object<'de, T, D>(reader: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Object::deserialize(reader).map(|Object(value)| Some(value))
}

/// A field that is a list of objects.
pub(crate) fn list<'de, T, D>(reader: D) -> Result<Option<Vec<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    reader.deserialize_seq(ListOf(PhantomData)).map(Some)
}

struct ListOf<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListOf<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(LIST)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<Vec<T>, S::Error> {
        let mut list = Vec::new();
        while let Some(Object(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list)
    }
}

/// An object whose keys are data: each stands once, in the order given.
pub(super) struct Keyed<T>(pub(super) Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(KeyedOf(PhantomData))
    }
}

/// A field that is an object whose keys are data.
pub(super) fn keyed<'de, T, D>(reader: D) -> Result<Option<Keyed<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Keyed::deserialize(reader).map(Some)
}

struct KeyedOf<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for KeyedOf<T> {
    type Value = Keyed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(OBJECT)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<Self::Value, M::Error> {
        let mut seen = HashSet::new();
        let mut entries = Vec::new();
        while let Some(key) = fields.next_key_seed(NewKey(&seen))? {
            seen.insert(key.clone());
            entries.push((key, fields.next_value()?));
        }
        Ok(Keyed(entries))
    }
}

/// A key that was not there yet. Checked while it is read, so that the path names it.
struct NewKey<'a>(&'a HashSet<String>);

impl<'de> DeserializeSeed<'de> for NewKey<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<String, D::Error> {
        let key = String::deserialize(reader)?;
        if self.0.contains(&key) { Err(said(&twice())) } else { Ok(key) }
    }
}

/// An amount that may not be negative, as a value in an object.
pub(super) struct Unsigned(pub(super) Money);

impl<'de> Deserialize<'de> for Unsigned {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        unsigned(reader).map(|amount| Unsigned(amount.unwrap_or_default()))
    }
}
