//! What people type into a field: blanks around it do not count, and nothing but blanks is nothing.

use crate::problem::Problem;
use crate::view::Text;

/// What was typed, without blanks around it; nothing where it is empty.
pub(crate) fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The same, to be kept.
pub(crate) fn optional(text: Option<&str>) -> Option<String> {
    filled(text).map(str::to_owned)
}

/// What must be typed.
///
/// # Errors
/// Nothing was.
pub(crate) fn wanted(
    text: Option<&str>,
    field: &str,
    (zh, en): (&str, &str),
) -> Result<String, Problem> {
    optional(text).ok_or_else(|| {
        let said =
            Text::new(format!("{zh}没有填。填上再存。"), format!("{en} is missing. Write it."));
        Problem::input("input.missing", said).about(field)
    })
}
