//! Figures and days as papers write them.

use domain::Quantity;
use jiff::civil::Date;

/// A whole number with a comma after every three digits from the right.
pub(crate) fn grouped(whole: u128) -> String {
    let digits = whole.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A quantity with the places that it needs: 12,600.5 and 12,600.
pub(crate) fn quantity(quantity: Quantity) -> String {
    let whole = grouped(quantity.millionths() / u128::from(Quantity::PARTS));
    match quantity.to_string().split_once('.') {
        Some((_, places)) => format!("{whole}.{places}"),
        None => whole,
    }
}

/// A day as it is written on papers: 2026 年 1 月 18 日.
pub(crate) fn day(date: Date) -> String {
    format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day())
}
