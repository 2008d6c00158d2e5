//! Values to and from columns: money, days, rates, quantities, ids and words.

use domain::voucher::VoucherNumber;
use domain::{Money, Month, Quantity, Rate};
use jiff::civil::Date;
use rusqlite::Row;

use crate::StoreError;

/// A day as the number that it is stored as: 20250331.
pub(crate) fn day_number(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// A quantity as the number that it is stored as; the registers hold up to 9 digits before the
/// point, which the import checks before.
pub(crate) fn quantity_number(quantity: Quantity) -> Result<i64, StoreError> {
    i64::try_from(quantity.millionths())
        .map_err(|_| bad("quantity_millionths", &quantity.to_string()))
}

pub(crate) fn bad(column: &'static str, value: &str) -> StoreError {
    StoreError::BadValue { column, value: value.to_owned() }
}

pub(crate) fn money(row: &Row<'_>, column: &'static str) -> Result<Money, StoreError> {
    Ok(Money::from_fen(row.get(column)?))
}

pub(crate) fn day(row: &Row<'_>, column: &'static str) -> Result<Date, StoreError> {
    let number: i64 = row.get(column)?;
    day_of(column, number)
}

pub(crate) fn day_or_none(row: &Row<'_>, column: &'static str) -> Result<Option<Date>, StoreError> {
    let number: Option<i64> = row.get(column)?;
    number.map(|number| day_of(column, number)).transpose()
}

/// A day of the number that it is stored as.
pub(crate) fn day_of(column: &'static str, number: i64) -> Result<Date, StoreError> {
    let wrong = || bad(column, &number.to_string());
    let part = |value: i64| i8::try_from(value).map_err(|_| wrong());
    let year = i16::try_from(number / 10_000).map_err(|_| wrong())?;
    Date::new(year, part(number / 100 % 100)?, part(number % 100)?).map_err(|_| wrong())
}

pub(crate) fn month(row: &Row<'_>, column: &'static str) -> Result<Month, StoreError> {
    let number: i64 = row.get(column)?;
    Month::from_number(number).ok_or_else(|| bad(column, &number.to_string()))
}

pub(crate) fn rate(row: &Row<'_>, column: &'static str) -> Result<Rate, StoreError> {
    rate_or_none(row, column)?.ok_or_else(|| bad(column, "NULL"))
}

pub(crate) fn rate_or_none(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<Rate>, StoreError> {
    let millionths: Option<u32> = row.get(column)?;
    let wrong = |millionths: u32| bad(column, &millionths.to_string());
    millionths.map(|m| Rate::from_millionths(m).ok_or_else(|| wrong(m))).transpose()
}

pub(crate) fn quantity(row: &Row<'_>, column: &'static str) -> Result<Quantity, StoreError> {
    quantity_or_none(row, column)?.ok_or_else(|| bad(column, "NULL"))
}

pub(crate) fn quantity_or_none(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<Quantity>, StoreError> {
    quantity_of(column, row.get(column)?)
}

/// A quantity of the number that it is stored as.
pub(crate) fn quantity_of(
    column: &'static str,
    millionths: Option<i64>,
) -> Result<Option<Quantity>, StoreError> {
    let read = |number: i64| {
        let wrong = |_| bad(column, &number.to_string());
        u128::try_from(number).map(Quantity::from_millionths).map_err(wrong)
    };
    millionths.map(read).transpose()
}

/// The voucher that was made of a row, where its month, word and number stand beside it.
pub(crate) fn voucher_or_none(row: &Row<'_>) -> Result<Option<VoucherNumber>, StoreError> {
    let number: Option<u32> = row.get("made_number")?;
    let Some(number) = number else { return Ok(None) };
    let (month, word) = (month(row, "made_month")?, row.get("made_word")?);
    Ok(Some(VoucherNumber { month, word, number }))
}

/// A word of one of the domain's closed lists.
pub(crate) fn word<T>(
    row: &Row<'_>,
    column: &'static str,
    of_word: impl Fn(&str) -> Option<T>,
) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    of_word(&text).ok_or_else(|| bad(column, &text))
}
