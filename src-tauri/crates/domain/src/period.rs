//! Spans of time in the books: the fiscal year (the calendar year, 37号 art. 60 and the accounting
//! law) and the month, which is what is closed.

use std::fmt;

use jiff::civil::Date;
use thiserror::Error;

/// Why a text or number names no year, month or day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PeriodError {
    /// Outside the years that books are kept for.
    #[error("{0} is no year between 1900 and 9999")]
    NoYear(i64),
    /// Not `2025-03`.
    #[error("`{0}` is no month such as 2025-03")]
    NoMonth(String),
    /// Not `2025-03-31`.
    #[error("`{0}` is no date such as 2025-03-31")]
    NoDate(String),
}

/// A calendar year of the books, 1900 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The year of this number.
    ///
    /// # Errors
    /// [`PeriodError::NoYear`] outside 1900 to 9999.
    pub fn new(year: i64) -> Result<Self, PeriodError> {
        match i16::try_from(year) {
            Ok(number) if (1900..=9999).contains(&number) => Ok(FiscalYear(number)),
            Ok(_) | Err(_) => Err(PeriodError::NoYear(year)),
        }
    }

    /// The year that `date` lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        FiscalYear(date.year())
    }

    /// The year's number.
    #[must_use]
    pub const fn number(self) -> i16 {
        self.0
    }

    /// 1 January.
    #[must_use]
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.0, 1, 1)
    }

    /// 31 December: the record date (基准日) of a distribution.
    #[must_use]
    pub fn last_day(self) -> Date {
        jiff::civil::date(self.0, 12, 31)
    }

    /// 365 or 366.
    #[must_use]
    pub fn days(self) -> u32 {
        if self.first_day().in_leap_year() { 366 } else { 365 }
    }

    /// The year before.
    #[must_use]
    pub const fn before(self) -> FiscalYear {
        FiscalYear(self.0 - 1)
    }

    /// January.
    #[must_use]
    pub const fn first_month(self) -> Month {
        Month { year: self.0, month: 1 }
    }

    /// December.
    #[must_use]
    pub const fn last_month(self) -> Month {
        Month { year: self.0, month: 12 }
    }

    /// From 1 January to 31 December.
    #[must_use]
    pub fn term(self) -> Term {
        Term { first: self.first_day(), last: self.last_day() }
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A month of the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month that `date` lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Month { year: date.year(), month: date.month() }
    }

    /// Reads `2025-03`.
    ///
    /// # Errors
    /// [`PeriodError::NoMonth`].
    pub fn read(text: &str) -> Result<Self, PeriodError> {
        let date = read_date(&format!("{text}-01"));
        date.map(Month::of).map_err(|_| PeriodError::NoMonth(text.to_owned()))
    }

    /// The month as a number that sorts, `202503`.
    #[must_use]
    pub fn number(self) -> i64 {
        i64::from(self.year) * 100 + i64::from(self.month)
    }

    /// The month of such a number; nothing where it is none.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        let year = i16::try_from(number / 100).ok()?;
        let month = i8::try_from(number % 100).ok()?;
        Date::new(year, month, 1).ok().map(Month::of)
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, self.month, 1)
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }

    /// The month after; nothing after the last that there is.
    #[must_use]
    pub fn next(self) -> Option<Month> {
        match self.month {
            12 => FiscalYear::new(i64::from(self.year) + 1).ok().map(|year| year.first_month()),
            month => Some(Month { year: self.year, month: month + 1 }),
        }
    }

    /// The month before; nothing before the first that there is.
    #[must_use]
    pub fn previous(self) -> Option<Month> {
        match self.month {
            1 => FiscalYear::new(i64::from(self.year) - 1).ok().map(|year| year.last_month()),
            month => Some(Month { year: self.year, month: month - 1 }),
        }
    }

    /// The year that it belongs to.
    #[must_use]
    pub const fn year(self) -> FiscalYear {
        FiscalYear(self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// From one day through another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// A term taken apart: the months that lie in it as a whole, and the days before and after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermParts {
    /// The first and the last whole month, where there is any.
    pub months: Option<(Month, Month)>,
    /// The days that make no whole month: at most one stretch before the months and one after.
    pub days: Vec<Term>,
}

impl Term {
    /// The whole months of the term, and the days that are left over. Nothing of a term that ends
    /// before it begins.
    #[must_use]
    pub fn parts(self) -> TermParts {
        let Term { first, last } = self;
        if first > last {
            return TermParts { months: None, days: Vec::new() };
        }
        let begins_whole = first.day() == 1;
        let ends_whole = last == last.last_of_month();
        let (of_first, of_last) = (Month::of(first), Month::of(last));
        let from = if begins_whole { Some(of_first) } else { of_first.next() };
        let through = if ends_whole { Some(of_last) } else { of_last.previous() };
        let months = from.zip(through).filter(|(from, through)| from <= through);
        let Some((from, through)) = months else {
            return TermParts { months: None, days: self.within_one_month_each() };
        };
        let head = (!begins_whole).then(|| Term { first, last: of_first.last_day() });
        let tail = (!ends_whole).then(|| Term { first: of_last.first_day(), last });
        let days = [head, tail].into_iter().flatten().collect();
        TermParts { months: Some((from, through)), days }
    }

    /// A term without a whole month, in one piece or in the two months that it touches.
    fn within_one_month_each(self) -> Vec<Term> {
        let Term { first, last } = self;
        if Month::of(first) == Month::of(last) {
            return vec![self];
        }
        vec![
            Term { first, last: Month::of(first).last_day() },
            Term { first: Month::of(last).first_day(), last },
        ]
    }
}

/// Reads a day written `2025-03-31`, in no other way.
///
/// # Errors
/// [`PeriodError::NoDate`], also for years before 1900.
pub fn read_date(text: &str) -> Result<Date, PeriodError> {
    let no_date = || PeriodError::NoDate(text.to_owned());
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return Err(no_date());
    }
    let number = |span: std::ops::Range<usize>| text[span].parse::<i16>().unwrap_or_default();
    let month = i8::try_from(number(5..7)).map_err(|_| no_date())?;
    let day = i8::try_from(number(8..10)).map_err(|_| no_date())?;
    let date = Date::new(number(0..4), month, day).map_err(|_| no_date())?;
    if date.year() < 1900 { Err(no_date()) } else { Ok(date) }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_read_in_one_way_only() {
        assert_eq!(read_date("2024-02-29"), Ok(jiff::civil::date(2024, 2, 29)));
        for text in
            ["2025-02-29", "2025-2-1", "20250201", "2025/02/01", "2025-13-01", "+025-01-01", ""]
        {
            assert_eq!(read_date(text), Err(PeriodError::NoDate(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let month = Month::read("2024-02").unwrap();
        assert_eq!((month.number(), month.to_string().as_str()), (202_402, "2024-02"));
        assert_eq!(month.last_day(), jiff::civil::date(2024, 2, 29));
        assert_eq!(Month::from_number(202_413), None);
        assert!(Month::read("2024-2").is_err());
    }

    #[test]
    fn a_leap_year_has_a_day_more() {
        let days = |year| FiscalYear::new(year).unwrap().days();
        assert_eq!((days(2024), days(2025), days(1900)), (366, 365, 365));
        assert!(FiscalYear::new(1899).is_err());
    }

    proptest! {
        #[test]
        fn a_term_is_its_whole_months_and_the_days_left_over(
            from in 0..1_500_i32, days in 0..800_i32,
        ) {
            let first = jiff::civil::date(2023, 1, 1).checked_add(from.days()).unwrap();
            let last = first.checked_add(days.days()).unwrap();
            let parts = Term { first, last }.parts();
            let mut pieces: Vec<(Date, Date)> =
                parts.days.iter().map(|days| (days.first, days.last)).collect();
            pieces.extend(parts.months.map(|(from, to)| (from.first_day(), to.last_day())));
            pieces.sort();
            // One after the other, and nothing between them.
            prop_assert_eq!(pieces.first().unwrap().0, first);
            prop_assert_eq!(pieces.last().unwrap().1, last);
            for pair in pieces.windows(2) {
                prop_assert_eq!(pair[0].1.tomorrow().unwrap(), pair[1].0);
            }
            // What is left over is less than a month each.
            for days in parts.days {
                prop_assert_eq!(Month::of(days.first), Month::of(days.last));
                let whole = days.first.day() == 1 && days.last == days.last.last_of_month();
                prop_assert!(!whole);
            }
        }
    }
}
