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
    /// Opening and turnover together; debit is positive. The balance at the end of the term, where
    /// the term begins on 1 January.
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

/// The result of a year from the turnovers of its whole chart, carry-forward vouchers of the year
/// left out.
///
/// The surplus is income (501, 502, 511) less cost (521 to 531): the credit of every
/// profit-and-loss account less its debit. Form 会农社02表, line 12. What was brought forward stands
/// on 331 and 332, and on the profit-and-loss accounts of an earlier year that was not closed;
/// `shared_out` is what earlier years' distributions took of it without a voucher so far.
#[must_use]
pub fn year_result(turnovers: &[AccountTurnover], shared_out: Money) -> YearResult {
    let mut result = YearResult::default();
    let mut brought_forward = -shared_out;
    for turnover in turnovers {
        let is_result = AccountClass::of_code(&turnover.code) == Some(AccountClass::ProfitLoss);
        if is_result {
            result.surplus += turnover.credit - turnover.debit;
        }
        if is_result || is_year_result(&turnover.code) {
            brought_forward -= turnover.opening;
        }
    }
    result.opening_undistributed = brought_forward.or_zero();
    result.opening_deficit = (-brought_forward).or_zero();
    result
}

/// 331 本年盈余 and 332 盈余分配, with their sub-accounts.
fn is_year_result(code: &str) -> bool {
    code.starts_with("331") || code.starts_with("332")
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
        assert_eq!(year_result(&books, Money::ZERO).surplus, Money::from_fen(710));
    }

    #[test]
    fn a_debit_brought_forward_is_a_loss_and_a_credit_is_surplus() {
        let loss = year_result(&[turnover("332-02", 300, 0, 0)], Money::ZERO);
        assert_eq!(loss.opening_deficit, Money::from_fen(300));
        assert_eq!(loss.opening_undistributed, Money::ZERO);
        let books = [turnover("332-02", -300, 0, 0), turnover("331", 100, 0, 0)];
        let kept = year_result(&books, Money::ZERO);
        assert_eq!(kept.opening_undistributed, Money::from_fen(200));
        assert_eq!(kept.opening_deficit, Money::ZERO);
    }

    #[test]
    fn a_year_that_was_not_closed_is_brought_forward_all_the_same() {
        let books = [turnover("501", -900, 0, 400), turnover("521", 950, 100, 0)];
        let result = year_result(&books, Money::ZERO);
        assert_eq!(result.surplus, Money::from_fen(300));
        assert_eq!(result.opening_deficit, Money::from_fen(50));
    }

    #[test]
    fn what_was_shared_out_before_is_not_shared_out_again() {
        let books = [turnover("332-02", -300, 0, 0)];
        let result = year_result(&books, Money::from_fen(260));
        assert_eq!(result.opening_undistributed, Money::from_fen(40));
    }
}
