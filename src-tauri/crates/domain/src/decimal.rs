//! Reading and writing plain decimal numbers, as they stand in files and in the window.
//!
//! Strict on purpose: no exponent, plus sign, separators or blanks. A number that two programs
//! could read in two ways is refused.

use rust_decimal::Decimal;
use thiserror::Error;

/// Why a text is not the number that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Not digits with at most one point between digits and at most a leading minus.
    #[error("`{0}` is not a plain decimal number such as 1200.50")]
    NotPlain(String),
    /// More places after the point than the figure may have.
    #[error("`{text}` has more than {places} places after the point")]
    TooManyPlaces {
        /// What was given.
        text: String,
        /// How many places are allowed.
        places: u32,
    },
    /// Further from zero than the figure may be.
    #[error("`{text}` is beyond the limit of {limit}")]
    TooLarge {
        /// What was given.
        text: String,
        /// The limit, written out.
        limit: &'static str,
    },
    /// Below zero where nothing below zero can be.
    #[error("`{0}` is negative")]
    Negative(String),
    /// Zero where the figure must be above zero.
    #[error("`{0}` must be above zero")]
    Zero(String),
}

/// Reads a plain decimal number with at most `whole_digits` before and `places` after the point.
///
/// # Errors
/// [`NumberError::NotPlain`], [`NumberError::TooManyPlaces`] or [`NumberError::TooLarge`] (with
/// `limit` as its figure). Zeros at the front do not count as digits.
pub(crate) fn read(
    text: &str,
    whole_digits: usize,
    places: u32,
    limit: &'static str,
) -> Result<Decimal, NumberError> {
    let not_plain = || NumberError::NotPlain(shortened(text));
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !fraction.is_none_or(all_digits) {
        return Err(not_plain());
    }
    if fraction.is_some_and(|fraction| fraction.len() > places as usize) {
        return Err(NumberError::TooManyPlaces { text: shortened(text), places });
    }
    if whole.trim_start_matches('0').len() > whole_digits {
        return Err(NumberError::TooLarge { text: shortened(text), limit });
    }
    let fraction = fraction.unwrap_or_default();
    let digit = |byte: u8| i128::from(byte - b'0');
    let all = whole.bytes().chain(fraction.bytes());
    let number = all.fold(0_i128, |number, byte| number * 10 + digit(byte));
    let number = if digits.len() < text.len() { -number } else { number };
    let scale = u32::try_from(fraction.len()).map_err(|_| not_plain())?;
    Decimal::try_from_i128_with_scale(number, scale).map_err(|_| not_plain())
}

/// A text that goes into a message: long ones would bury the sentence.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN {
        text.to_owned()
    } else {
        text.chars().take(SHOWN).chain(['…']).collect()
    }
}
