//! Days as people and spreadsheets write them: `2025/3/1`, `2025.3.1`, `2025年3月1日`, `20250301` and
//! `2025-03-01 0:00` are the same day to everyone.

use domain::period::{PeriodError, read_date};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Reads a day in any of these ways.
///
/// # Errors
/// [`PeriodError::NoDate`] with the text as it was given.
pub(crate) fn read(text: &str) -> Result<Date, PeriodError> {
    let no_date = |_| PeriodError::NoDate(text.to_owned());
    // Most files write it as the books do.
    read_date(text.trim()).or_else(|_| read_date(&dashed(text.trim()))).map_err(no_date)
}

fn dashed(text: &str) -> String {
    // A spreadsheet adds a time of nothing but zeros.
    let day = match text.split_once([' ', 'T']) {
        Some((day, time)) if time.chars().all(|c| matches!(c, '0' | ':' | '.')) => day,
        Some(_) | None => text,
    };
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
    }
    let parts: Vec<&str> = day.split(['/', '.', '年', '月', '-']).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            let day = day.strip_suffix('日').unwrap_or(day);
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ => day.to_owned(),
    }
}

/// A moment of the chain by the clock of this machine: `2025-03-31 16:20`.
pub(crate) fn clock(seconds: i64) -> String {
    let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_as_people_write_it() {
        let day = jiff::civil::date(2025, 3, 1);
        for text in
            ["2025-03-01", "2025/3/1", "2025.3.1", "2025年3月1日", "2025/3/1 0:00", "20250301"]
        {
            assert_eq!(read(text), Ok(day), "{text}");
        }
        for text in ["3/1/2025", "2025-02-30", "2025/3/1 8:30", "2025-3", ""] {
            assert_eq!(read(text), Err(PeriodError::NoDate(text.to_owned())), "{text}");
        }
    }
}
