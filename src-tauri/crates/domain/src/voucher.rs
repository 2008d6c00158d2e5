//! Vouchers (记账凭证): balanced entries with their lines. A voucher that exists is balanced.

use std::fmt;

use jiff::civil::Date;
use thiserror::Error;

use crate::account::AccountClass;
use crate::money::Money;
use crate::period::Month;
use crate::quantity::Quantity;

/// One debit or credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the line is for; nothing where it is what the voucher is for.
    pub summary: Option<String>,
    /// The code of the account.
    pub account: String,
    /// On which side, how much; below zero only in red (红字).
    pub entry: Entry,
    /// The code of the member that it concerns, demanded on 114, 221, 222 and 301.
    pub member: Option<String>,
    /// Another party, such as a buyer.
    pub counterparty: Option<String>,
    /// A project or batch.
    pub project: Option<String>,
    /// How much of what the account holds, where it keeps quantities; of a red line it is how much
    /// is taken back.
    pub quantity: Option<Quantity>,
    /// The unit price, shown and never used to compute.
    pub price: Option<Quantity>,
}

/// A debit or a credit: never both, never neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// 借方.
    Debit(Money),
    /// 贷方.
    Credit(Money),
}

impl Entry {
    /// The amount on the debit side.
    #[must_use]
    pub const fn debit(self) -> Money {
        match self {
            Entry::Debit(amount) => amount,
            Entry::Credit(_) => Money::ZERO,
        }
    }

    /// The amount on the credit side.
    #[must_use]
    pub const fn credit(self) -> Money {
        match self {
            Entry::Debit(_) => Money::ZERO,
            Entry::Credit(amount) => amount,
        }
    }

    /// The same amount below zero, on its own side (红字): the turnover of that side goes back to
    /// what it was, which a debit for a credit would not do.
    fn in_red(self) -> Entry {
        match self {
            Entry::Debit(amount) => Entry::Debit(-amount),
            Entry::Credit(amount) => Entry::Credit(-amount),
        }
    }
}

/// Why lines make no voucher.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VoucherError {
    /// Debit and credit differ.
    #[error("debit {debit}, credit {credit}")]
    Unbalanced {
        /// The sum of the debit side.
        debit: Money,
        /// The sum of the credit side.
        credit: Money,
    },
    /// A voucher needs a debit and a credit.
    #[error("a voucher needs at least two lines")]
    TooFewLines,
    /// The amounts add up to more than can be kept.
    #[error("the amounts add up to more than can be kept")]
    TooLarge,
    /// A line says nothing.
    #[error("line {line} has an amount of zero")]
    ZeroLine {
        /// Which line, from 1.
        line: usize,
    },
}

/// Why a voucher cannot be reversed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReversalError {
    /// It is itself a reversal: what it took back is entered anew.
    #[error("a reversal is not reversed")]
    IsReversal,
    /// Nobody says why.
    #[error("a reversal needs a reason")]
    NoReason,
    /// It would stand in the books before what it takes back.
    #[error("{on} is before {original}")]
    BeforeOriginal {
        /// The day of the voucher.
        original: Date,
        /// The day asked for.
        on: Date,
    },
}

/// How a posted voucher of a cooperative is named: month, word and number, `2025-03 记-031`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoucherNumber {
    /// The month that it is dated in: numbers begin anew with each.
    pub month: Month,
    /// The word before the number.
    pub word: String,
    /// The number, from 1.
    pub number: u32,
}

impl VoucherNumber {
    /// Reads `2025-03 记-031`, and also `2025-03/记-31`, `2025-03记31` and `2025-03/31`, where the
    /// word is 记; nothing where it is none of these.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (month, rest) = text.trim().split_at_checked(7)?;
        let month = Month::read(month).ok()?;
        if rest.starts_with('-') {
            // That is a day.
            return None;
        }
        let rest = rest.trim_start_matches([' ', '/']);
        if rest.starts_with('-') {
            // A number below zero is none, not the one above it.
            return None;
        }
        let word = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &rest[word.len()..];
        let word = word.trim_end_matches(['-', ' ', '/']).trim();
        let word = if word.is_empty() { Voucher::WORD } else { word };
        let number = digits.parse().ok().filter(|&number| number > 0)?;
        Some(VoucherNumber { month, word: word.to_owned(), number })
    }
}

impl fmt::Display for VoucherNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}-{:03}", self.month, self.word, self.number))
    }
}

/// A balanced voucher of one cooperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    date: Date,
    word: String,
    summary: String,
    lines: Vec<Line>,
    reason: Option<String>,
}

impl Voucher {
    /// The word of ordinary vouchers.
    pub const WORD: &'static str = "记";

    /// The word of the vouchers that closing makes: numbers of their own, so that an import of the
    /// month can still be taken back once the month is open again.
    pub const CLOSING_WORD: &'static str = "结";

    /// The word of the one voucher that the books open with, which is its alone.
    pub const OPENING_WORD: &'static str = "期初";

    /// Whether a word may stand before the numbers of vouchers: one to four letters, for nothing
    /// else could be told from the number, and not that of the opening balances.
    #[must_use]
    pub fn is_word(word: &str) -> bool {
        (1..=4).contains(&word.chars().count())
            && word.chars().all(char::is_alphabetic)
            && word != Self::OPENING_WORD
    }

    /// A voucher of these lines, checked to balance.
    ///
    /// # Errors
    /// Fewer than two lines, a line of zero, sides that differ or are beyond [`Money::LIMIT`].
    pub fn new(
        date: Date,
        word: String,
        summary: String,
        lines: Vec<Line>,
    ) -> Result<Self, VoucherError> {
        if lines.len() < 2 {
            return Err(VoucherError::TooFewLines);
        }
        let is_zero = |line: &Line| line.entry.debit() == line.entry.credit();
        if let Some(index) = lines.iter().position(is_zero) {
            return Err(VoucherError::ZeroLine { line: index + 1 });
        }
        let debit = side(&lines, Entry::debit).ok_or(VoucherError::TooLarge)?;
        let credit = side(&lines, Entry::credit).ok_or(VoucherError::TooLarge)?;
        if debit != credit {
            return Err(VoucherError::Unbalanced { debit, credit });
        }
        let in_one_line = |line: Line| Line {
            summary: line.summary.map(one_line),
            counterparty: line.counterparty.map(one_line),
            project: line.project.map(one_line),
            ..line
        };
        let lines = lines.into_iter().map(in_one_line).collect();
        Ok(Voucher { date, word, summary: one_line(summary), lines, reason: None })
    }

    /// The same voucher, known to be a reversal that was made for this reason.
    #[must_use]
    pub fn made_for(self, reason: String) -> Self {
        Voucher { reason: Some(reason), ..self }
    }

    /// The red voucher (红字冲销凭证) that takes this one back: every line below zero on its own
    /// side. Both stay in the books.
    ///
    /// # Errors
    /// No reason, a day before this voucher's, or a voucher that is itself a reversal.
    pub fn reversal(&self, on: Date, reason: &str) -> Result<Voucher, ReversalError> {
        let reason = reason.trim();
        if self.reason.is_some() {
            return Err(ReversalError::IsReversal);
        }
        if reason.is_empty() {
            return Err(ReversalError::NoReason);
        }
        if on < self.date {
            return Err(ReversalError::BeforeOriginal { original: self.date, on });
        }
        let in_red = |line: &Line| Line {
            summary: line.summary.as_deref().map(taken_back),
            entry: line.entry.in_red(),
            ..line.clone()
        };
        Ok(Voucher {
            date: on,
            word: self.word.clone(),
            summary: taken_back(&self.summary),
            lines: self.lines.iter().map(in_red).collect(),
            reason: Some(one_line(reason.to_owned())),
        })
    }

    /// The day that it is dated.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The word before its number, such as 记.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What it is for.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Why it takes another voucher back; nothing where it takes none back.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// Whether it carries income and cost to 331 本年盈余 (结转损益): it has a line there and
    /// otherwise only lines on profit-and-loss accounts. It is left out of the year's surplus.
    #[must_use]
    pub fn carries_forward(&self) -> bool {
        let is_331 = |line: &Line| line.account.starts_with("331");
        let is_result =
            |line: &Line| AccountClass::of_code(&line.account) == Some(AccountClass::ProfitLoss);
        self.lines.iter().any(is_331)
            && self.lines.iter().any(is_result)
            && self.lines.iter().all(|line| is_331(line) || is_result(line))
    }

    /// Its lines, in order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The sum of its debit side, which is that of its credit side.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.lines.iter().map(|line| line.entry.debit()).sum()
    }
}

/// A text without line breaks and tabs, which no paper can print and a spreadsheet brings along.
fn one_line(text: String) -> String {
    if text.chars().any(char::is_control) { text.replace(char::is_control, " ") } else { text }
}

/// What a reversal says for a summary.
fn taken_back(summary: &str) -> String {
    format!("冲销 {summary}")
}

/// A voucher with the number that posting gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedVoucher {
    /// Its number, from 1 without gaps in its cooperative, month and word.
    pub number: u32,
    /// What was posted.
    pub voucher: Voucher,
}

/// The sum of one side, or nothing where it is beyond what an amount may be.
fn side(lines: &[Line], of: impl Fn(Entry) -> Money) -> Option<Money> {
    let sum = lines.iter().try_fold(Money::ZERO, |sum, line| sum.checked_add(of(line.entry)));
    sum.filter(|sum| sum.abs() <= Money::LIMIT)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn line(account: &str, entry: Entry) -> Line {
        Line {
            summary: None,
            account: account.to_owned(),
            entry,
            member: None,
            counterparty: None,
            project: None,
            quantity: None,
            price: None,
        }
    }

    fn voucher(lines: Vec<Line>) -> Result<Voucher, VoucherError> {
        Voucher::new(date(2025, 1, 21), Voucher::WORD.to_owned(), "收蛋款".to_owned(), lines)
    }

    #[test]
    fn both_sides_must_be_equal() {
        let fen = Money::from_fen;
        let debit = line("102", Entry::Debit(fen(120_000)));
        let credit = |amount| line("501", Entry::Credit(fen(amount)));
        assert!(voucher(vec![debit.clone(), credit(120_000)]).is_ok());
        let unbalanced = VoucherError::Unbalanced { debit: fen(120_000), credit: fen(119_999) };
        assert_eq!(voucher(vec![debit.clone(), credit(119_999)]), Err(unbalanced));
        assert_eq!(voucher(vec![debit.clone()]), Err(VoucherError::TooFewLines));
        let zero = VoucherError::ZeroLine { line: 2 };
        assert_eq!(voucher(vec![debit, credit(0)]), Err(zero));
    }

    #[test]
    fn income_carried_to_the_years_result_is_a_closing_voucher() {
        let fen = Money::from_fen;
        let to_331 =
            vec![line("501-01", Entry::Debit(fen(900))), line("331", Entry::Credit(fen(900)))];
        assert!(voucher(to_331).unwrap().carries_forward());
        let sale =
            vec![line("102", Entry::Debit(fen(900))), line("501-01", Entry::Credit(fen(900)))];
        assert!(!voucher(sale).unwrap().carries_forward());
        let year_end =
            vec![line("331", Entry::Debit(fen(900))), line("332-02", Entry::Credit(fen(900)))];
        assert!(!voucher(year_end).unwrap().carries_forward());
    }

    #[test]
    fn a_summary_is_one_line() {
        let lines = vec![
            line("102", Entry::Debit(Money::from_fen(5))),
            line("501", Entry::Credit(Money::from_fen(5))),
        ];
        let day = date(2025, 1, 21);
        let voucher = Voucher::new(day, "记".to_owned(), "买\t料\n".to_owned(), lines).unwrap();
        assert_eq!(voucher.summary(), "买 料 ");
    }

    #[test]
    fn a_red_voucher_balances_below_zero() {
        let red = Money::from_fen(-1_760_000);
        let lines = vec![line("121", Entry::Debit(red)), line("211", Entry::Credit(red))];
        assert!(voucher(lines).is_ok());
    }

    #[test]
    fn feed_booked_on_the_wrong_account_is_taken_back_in_red() {
        let fen = Money::from_fen;
        let feed = Line {
            summary: Some("玉米".to_owned()),
            ..line("121-01", Entry::Debit(fen(1_760_000)))
        };
        let bought = voucher(vec![feed, line("211", Entry::Credit(fen(1_760_000)))]).unwrap();
        let red = bought.reversal(date(2025, 2, 3), " 科目记错 ").unwrap();
        assert_eq!((red.date(), red.word()), (date(2025, 2, 3), "记"));
        assert_eq!((red.summary(), red.reason()), ("冲销 收蛋款", Some("科目记错")));
        assert_eq!(red.lines()[0].summary.as_deref(), Some("冲销 玉米"));
        assert_eq!(red.lines()[0].entry, Entry::Debit(fen(-1_760_000)));
        assert_eq!(red.lines()[1].entry, Entry::Credit(fen(-1_760_000)));
        assert_eq!(red.amount(), fen(-1_760_000));
    }

    #[test]
    fn a_reversal_has_a_reason_and_a_later_day_and_is_not_reversed_itself() {
        let fen = Money::from_fen;
        let lines = vec![line("102", Entry::Debit(fen(5))), line("501", Entry::Credit(fen(5)))];
        let sale = voucher(lines).unwrap();
        let (sold, on) = (sale.date(), date(2025, 1, 20));
        assert_eq!(sale.reversal(sold, "  "), Err(ReversalError::NoReason));
        let early = ReversalError::BeforeOriginal { original: sold, on };
        assert_eq!(sale.reversal(on, "重复"), Err(early));
        let red = sale.reversal(sold, "重复").unwrap();
        assert_eq!(red.reversal(sold, "反悔"), Err(ReversalError::IsReversal));
        let kept = sale.made_for("重复".to_owned());
        assert_eq!(kept.reversal(sold, "反悔"), Err(ReversalError::IsReversal));
    }

    #[test]
    fn a_number_is_read_as_lists_print_it_and_as_people_type_it() {
        let number = VoucherNumber {
            month: Month::read("2025-03").unwrap(),
            word: "记".to_owned(),
            number: 31,
        };
        assert_eq!(number.to_string(), "2025-03 记-031");
        for text in ["2025-03 记-031", "2025-03/记-31", "2025-03记31", " 2025-03/31"] {
            assert_eq!(VoucherNumber::read(text).as_ref(), Some(&number), "{text}");
        }
        let wrong = [
            "",
            "记-031",
            "2025-13 记-1",
            "2025-03 记",
            "2025-03 记-0",
            "2025-03-31",
            "2025-03/-1",
        ];
        for text in wrong {
            assert_eq!(VoucherNumber::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_voucher_and_its_reversal_leave_every_account_as_it_was(
            amounts in prop::collection::vec((1..=9_000_000_i64, 0..4_usize, any::<bool>()), 1..9)
        ) {
            let accounts = ["102", "121-01", "211", "501"];
            let mut lines: Vec<Line> = Vec::new();
            for (fen, place, red) in amounts {
                let amount = Money::from_fen(if red { -fen } else { fen });
                lines.push(line(accounts[place], Entry::Debit(amount)));
                lines.push(line(accounts[3 - place], Entry::Credit(amount)));
            }
            let original = voucher(lines).unwrap();
            let red = original.reversal(original.date(), "错").unwrap();
            // Not only the balances: the turnover of each side is taken back as well.
            let mut sides: BTreeMap<&str, (Money, Money)> = BTreeMap::new();
            for line in original.lines().iter().chain(red.lines()) {
                let (debit, credit) = sides.entry(&line.account).or_default();
                *debit += line.entry.debit();
                *credit += line.entry.credit();
            }
            prop_assert!(sides.values().all(|&sides| sides == (Money::ZERO, Money::ZERO)));
            prop_assert_eq!(original.amount() + red.amount(), Money::ZERO);
            prop_assert_eq!(original.carries_forward(), red.carries_forward());
        }
    }
}
