//! What the books say at the end of a year: the surplus (本年盈余), and what was brought forward.

use crate::account::AccountClass;
use crate::money::Money;

/// What an account stood at and what moved, signed: debit less credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountTurnover {
    /// The account's code.
    pub code: String,
    /// The account's name.
    pub name: String,
    /// The balance at the start of the calendar year; debit is positive.
    pub opening: Money,
    /// Debits of the term.
    pub debit: Money,
    /// Credits of the term.
    pub credit: Money,
}

impl AccountTurnover {
    /// The balance at the end of the term; debit is positive.
    #[must_use]
    pub fn closing(&self) -> Money {
        self.opening + self.debit - self.credit
    }
}

/// What a distribution starts from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YearResult {
    /// Income less cost of the year; below zero a loss.
    pub surplus: Money,
    /// The loss brought forward (debit of 331 and 332).
    pub opening_deficit: Money,
    /// The undistributed surplus brought forward (credit of 331 and 332).
    pub opening_undistributed: Money,
}

/// The result of a year from the turnovers of its whole chart, carry-forward vouchers left out.
///
/// The surplus is income (501, 502, 511) less cost (521 to 531): the credit of every
/// profit-and-loss account less its debit. Form 会农社02表, line 12.
#[must_use]
pub fn year_result(turnovers: &[AccountTurnover]) -> YearResult {
    let mut result = YearResult::default();
    let mut brought_forward = Money::ZERO;
    for turnover in turnovers {
        if AccountClass::of_code(&turnover.code) == Some(AccountClass::ProfitLoss) {
            result.surplus += turnover.credit - turnover.debit;
        } else if turnover.code.starts_with("331") || turnover.code.starts_with("332") {
            brought_forward -= turnover.opening;
        }
    }
    result.opening_undistributed = brought_forward.or_zero();
    result.opening_deficit = (-brought_forward).or_zero();
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turnover(code: &str, opening: i64, debit: i64, credit: i64) -> AccountTurnover {
        let fen = Money::from_fen;
        AccountTurnover {
            code: code.to_owned(),
            name: String::new(),
            opening: fen(opening),
            debit: fen(debit),
            credit: fen(credit),
        }
    }

    #[test]
    fn the_surplus_is_income_less_cost() {
        let books = [
            turnover("102", 0, 900, 200),
            turnover("501-01", 0, 0, 900),
            turnover("521", 0, 150, 0),
            turnover("524", 0, 50, 10),
        ];
        assert_eq!(year_result(&books).surplus, Money::from_fen(710));
    }

    #[test]
    fn a_debit_brought_forward_is_a_loss_and_a_credit_is_surplus() {
        let loss = year_result(&[turnover("332-02", 300, 0, 0)]);
        assert_eq!(loss.opening_deficit, Money::from_fen(300));
        assert_eq!(loss.opening_undistributed, Money::ZERO);
        let kept = year_result(&[turnover("332-02", -300, 0, 0), turnover("331", 100, 0, 0)]);
        assert_eq!(kept.opening_undistributed, Money::from_fen(200));
        assert_eq!(kept.opening_deficit, Money::ZERO);
    }
}
