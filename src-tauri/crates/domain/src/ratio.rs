//! Parts of a whole in per cent, as they are shown. Nothing is ever computed from them: what
//! decides is compared by cross-multiplication where it is decided.

/// `part` of `whole` in per cent with so many places, cut off and not rounded, so that 99.96 % of
/// a target is never shown as all of it: `99.9`. Nothing where there is no whole, or where the
/// figures leave 128 bits.
#[must_use]
pub fn percent(part: u128, whole: u128, places: u32) -> Option<String> {
    let scaled = part.checked_mul(scale(places)?)?;
    scaled.checked_div(whole).map(|percent| written(percent, places))
}

/// As [`percent`], but rounded up: for what may not be exceeded.
#[must_use]
pub fn percent_rounded_up(part: u128, whole: u128, places: u32) -> Option<String> {
    let scaled = part.checked_mul(scale(places)?)?;
    (whole > 0).then(|| written(scaled.div_ceil(whole), places))
}

/// As [`percent`], but rounded half up: for parts that stand beside each other in a table.
#[must_use]
pub fn percent_rounded(part: u128, whole: u128, places: u32) -> Option<String> {
    let scaled = part.checked_mul(scale(places)?)?;
    let half = whole / 2;
    scaled.checked_add(half)?.checked_div(whole).map(|percent| written(percent, places))
}

fn scale(places: u32) -> Option<u128> {
    10u128.checked_pow(places.checked_add(2)?)
}

fn written(percent: u128, places: u32) -> String {
    let digits = format!("{percent:0>width$}", width = places as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places as usize);
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cut_off_and_a_cap_is_rounded_up() {
        let shown = |part, whole| percent(part, whole, 1).unwrap();
        assert_eq!((shown(9_996, 10_000), shown(10_000, 10_000)), ("99.9".into(), "100.0".into()));
        assert_eq!((shown(0, 7), shown(1, 2_000)), ("0.0".into(), "0.0".into()));
        assert_eq!(percent(8, 160, 2).unwrap(), "5.00");
        assert_eq!(percent_rounded_up(8, 160, 2).unwrap(), "5.00");
        assert_eq!(percent_rounded_up(51, 1_019, 2).unwrap(), "5.01");
        assert_eq!(percent(1, 3, 0).unwrap(), "33");
        assert_eq!(percent_rounded(15_200, 1_015_200, 2).unwrap(), "1.50");
        assert_eq!(percent_rounded(1, 8, 0).unwrap(), "13");
    }

    #[test]
    fn there_is_no_part_of_nothing_and_none_beyond_128_bits() {
        assert_eq!(percent(1, 0, 1), None);
        assert_eq!(percent_rounded_up(0, 0, 1), None);
        assert_eq!(percent(u128::MAX, 1, 1), None);
        assert_eq!(percent(1, 1, u32::MAX), None);
    }
}
