//! Vouchers (记账凭证): balanced entries with their lines. A voucher that exists is balanced.

use jiff::civil::Date;
use thiserror::Error;

use crate::account::AccountClass;
use crate::money::Money;
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
    /// How much of what the account holds, where it keeps quantities.
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

/// A balanced voucher of one cooperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    date: Date,
    word: String,
    summary: String,
    lines: Vec<Line>,
}

impl Voucher {
    /// The word of ordinary vouchers.
    pub const WORD: &'static str = "记";

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
        Ok(Voucher { date, word, summary, lines })
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
        let date = jiff::civil::date(2025, 1, 21);
        Voucher::new(date, Voucher::WORD.to_owned(), "收蛋款".to_owned(), lines)
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
    fn a_red_voucher_balances_below_zero() {
        let red = Money::from_fen(-1_760_000);
        let lines = vec![line("121", Entry::Debit(red)), line("211", Entry::Credit(red))];
        assert!(voucher(lines).is_ok());
    }
}
