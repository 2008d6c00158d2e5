//! Amounts in capitals (大写), as the rules for payment instruments (支付结算办法, its annex on
//! filling in instruments) want them on anything that money is handed out by: figures can be
//! changed with one stroke, 壹 cannot.
//!
//! One surprising thing: a group that ends in 0 asks for no 零 before the next one. 107,000.53 is
//! 壹拾万柒仟元零伍角叁分, since the group of 万 is full and the next begins with its 仟.

use crate::money::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// The places inside a group of four digits, from the highest.
const PLACES: [(u64, &str); 4] = [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")];

/// The groups of four digits, from the highest. Amounts that may be entered end with 万亿; the first
/// is for sums of them.
const GROUPS: [(u64, &str); 5] = [
    (10_000_000_000_000_000, "亿亿"),
    (1_000_000_000_000, "万亿"),
    (100_000_000, "亿"),
    (10_000, "万"),
    (1, ""),
];

/// `amount` in capitals: 1,600,000.00 is 壹佰陆拾万元整, 1,409.50 is 壹仟肆佰零玖元伍角.
///
/// A negative amount begins with 负, zero is 零元整. 整 stands only after 元.
#[must_use]
pub fn capitals(amount: Money) -> String {
    let fen = amount.fen().unsigned_abs();
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut shown = String::new();
    if amount < Money::ZERO {
        shown.push('负');
    }
    if yuan > 0 {
        push_yuan(&mut shown, yuan);
        shown.push('元');
    }
    if (jiao, fen) == (0, 0) {
        shown.push_str(if yuan > 0 { "整" } else { "零元整" });
        return shown;
    }
    if yuan > 0 && (yuan.is_multiple_of(10) || jiao == 0) {
        shown.push('零');
    }
    if jiao > 0 {
        shown.push(digit(jiao));
        shown.push('角');
    }
    if fen > 0 {
        shown.push(digit(fen));
        shown.push('分');
    }
    shown
}

/// The whole yuan, group by group. Between two groups stands one 零 where a group was skipped or
/// where the next one has no 仟.
fn push_yuan(shown: &mut String, yuan: u64) {
    let mut written = false;
    let mut skipped = false;
    for (index, (value, name)) in GROUPS.into_iter().enumerate() {
        let group = yuan / value % 10_000;
        if group == 0 {
            skipped = true;
            continue;
        }
        if written && (skipped || group < 1000) {
            shown.push('零');
        }
        push_group(shown, group);
        let hundred_millions_follow = GROUPS
            .get(index + 1)
            .is_some_and(|&(below, name)| name == "亿" && !(yuan / below).is_multiple_of(10_000));
        shown.push_str(if hundred_millions_follow { "万" } else { name });
        (written, skipped) = (true, false);
    }
}

/// Four digits with their places, without zeros at the ends: 1050 is 壹仟零伍拾, 7 is 柒.
fn push_group(shown: &mut String, group: u64) {
    let mut written = false;
    let mut skipped = false;
    for (value, place) in PLACES {
        let number = group / value % 10;
        if number == 0 {
            skipped = true;
            continue;
        }
        if written && skipped {
            shown.push('零');
        }
        shown.push(digit(number));
        shown.push_str(place);
        (written, skipped) = (true, false);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a digit is below ten")]
const fn digit(number: u64) -> char {
    DIGITS[number as usize]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(yuan: &str, expected: &str) {
        assert_eq!(capitals(Money::read(yuan).unwrap()), expected, "{yuan}");
    }

    #[test]
    fn the_rules_own_examples_are_written_as_there() {
        check("1600000.00", "壹佰陆拾万元整");
        check("1409.50", "壹仟肆佰零玖元伍角");
        check("6007.14", "陆仟零柒元壹角肆分");
        check("1680.32", "壹仟陆佰捌拾元零叁角贰分");
        check("107000.53", "壹拾万柒仟元零伍角叁分");
        check("16409.02", "壹万陆仟肆佰零玖元零贰分");
        check("325.04", "叁佰贰拾伍元零肆分");
        check("100010000.00", "壹亿零壹万元整");
        check("6099429338.53", "陆拾亿玖仟玖佰肆拾贰万玖仟叁佰叁拾捌元伍角叁分");
        check("0.05", "伍分");
    }

    #[test]
    fn nothing_below_zero_and_below_a_yuan_have_their_own_forms() {
        check("0.00", "零元整");
        check("-0.05", "负伍分");
        check("-2255.93", "负贰仟贰佰伍拾伍元玖角叁分");
        check("0.50", "伍角");
        check("10.05", "壹拾元零伍分");
        check("100000.50", "壹拾万元零伍角");
    }

    #[test]
    fn between_groups_stands_one_zero_where_a_group_or_its_thousands_are_missing() {
        check("100005000.00", "壹亿零伍仟元整");
        check("100000005.00", "壹亿零伍元整");
        check("105000.00", "壹拾万伍仟元整");
        check("20010002.00", "贰仟零壹万零贰元整");
        check("1010.00", "壹仟零壹拾元整");
    }

    #[test]
    fn ten_thousand_hundred_millions_keep_their_name_only_before_an_empty_group() {
        check("9000000000000.00", "玖万亿元整");
        check("1000050000000.00", "壹万亿零伍仟万元整");
        check("1234500000000.00", "壹万贰仟叁佰肆拾伍亿元整");
        check("1000500000000.00", "壹万零伍亿元整");
        check("8999999999999.99", "捌万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
    }

    /// Reads capitals back into fen, in the way that one reads them aloud.
    fn read_back(text: &str) -> i128 {
        let (negative, text) = text.strip_prefix('负').map_or((false, text), |rest| (true, rest));
        let (mut fen, mut hundred_millions, mut ten_thousands) = (0, 0, 0);
        let (mut group, mut digit) = (0, 0);
        let mut before = ' ';
        for c in text.chars() {
            match c {
                '拾' | '佰' | '仟' => {
                    group +=
                        digit * [10, 100, 1000]["拾佰仟".chars().position(|p| p == c).unwrap()];
                }
                '万' => (ten_thousands, group) = (ten_thousands + (group + digit) * 10_000, 0),
                '亿' if before == '亿' => hundred_millions *= 100_000_000,
                '亿' => {
                    hundred_millions += (ten_thousands + group + digit) * 100_000_000;
                    (ten_thousands, group) = (0, 0);
                }
                '元' => fen = (hundred_millions + ten_thousands + group + digit) * 100,
                '角' => fen += digit * 10,
                '分' => fen += digit,
                _ => {}
            }
            digit = DIGITS.iter().position(|&d| d == c).unwrap_or(0) as i128;
            before = c;
        }
        if negative { -fen } else { fen }
    }

    proptest! {
        #[test]
        fn capitals_read_back_to_the_same_fen(
            fen in prop_oneof![
                any::<i64>(),
                -900_000_000_000_000..=900_000_000_000_000_i64,
                0..100_000_000_i64,
                (0..9_i64, 0..16_u32).prop_map(|(digit, places)| digit * 10_i64.pow(places)),
            ],
        ) {
            let shown = capitals(Money::from_fen(fen));
            prop_assert_eq!(read_back(&shown), i128::from(fen), "{}", shown);
            prop_assert!(!shown.contains("零零"), "{}", shown);
            prop_assert!(!shown.contains("零元") || fen == 0, "{}", shown);
        }
    }
}
