//! 盈余及盈余分配表, 会农社02表.

use super::equity::EquityChange;
use crate::account::AccountClass;
use crate::money::Money;
use crate::sheet::Label;
use crate::statement::AccountTurnover;

/// A line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurplusLine {
    /// Its number (行次).
    pub number: u8,
    /// Its name as the form prints it.
    pub name: Label,
    /// Whether it is worked out of other lines.
    pub is_sum: bool,
    /// 本年金额.
    pub this_year: Money,
    /// 上年金额; nothing where there were no books.
    pub last_year: Option<Money>,
}

/// The figures of one year, lines 1 to 20.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurplusFigures([Money; 20]);

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurplusForm {
    /// This year's figures.
    pub this_year: SurplusFigures,
    /// Last year's; nothing where there were no books.
    pub last_year: Option<SurplusFigures>,
}

/// The lines in their order, and whether each is worked out of others.
const LINES: [(&str, &str, bool); 20] = [
    ("一、经营收入", "1. Operating income", false),
    ("加：投资收益", "plus: investment income", false),
    ("减：经营支出", "less: operating cost", false),
    ("税金及附加", "taxes and surcharges", false),
    ("管理费用", "administration", false),
    ("财务费用", "finance cost", false),
    ("二、经营收益", "2. Operating result", true),
    ("加：其他收入", "plus: other income", false),
    ("减：其他支出", "less: other cost", false),
    ("三、盈余总额", "3. Surplus before tax", true),
    ("减：所得税费用", "less: income tax", false),
    ("四、本年盈余", "4. Surplus of the year", true),
    ("加：年初未分配盈余", "plus: undistributed at the start", false),
    ("其他转入", "transferred in", false),
    ("减：提取盈余公积", "less: taken to the reserve", false),
    ("五、可分配盈余", "5. Distributable surplus", true),
    ("减：盈余返还", "less: patronage refunds", false),
    ("剩余盈余分配", "residual dividends", false),
    ("转为成员出资", "turned into capital", false),
    ("六、年末未分配盈余", "6. Undistributed at the end", true),
];

impl SurplusFigures {
    /// The figures of a year: from what moved without the vouchers that carry forward, from what
    /// was undistributed at its start, and from what changed on 332.
    #[must_use]
    pub fn of(moved: &[AccountTurnover], opening: Money, change: &EquityChange) -> Self {
        let credit = |code: &str| -> Money {
            let within = moved.iter().filter(|turnover| turnover.code.starts_with(code));
            within.map(|turnover| turnover.credit - turnover.debit).sum()
        };
        let mut lines = [Money::ZERO; 20];
        let mut set = |number: usize, figure: Money| lines[number - 1] = figure;
        let (income, invested) = (credit("501"), credit("511"));
        let costs = ["521", "522", "523", "524"].map(|code| -credit(code));
        let operating = income + invested - costs.into_iter().sum();
        let (other_income, other_cost, tax) = (credit("502"), -credit("529"), -credit("531"));
        let before_tax = operating + other_income - other_cost;
        let surplus = before_tax - tax;
        set(1, income);
        set(2, invested);
        for (number, cost) in (3..).zip(costs) {
            set(number, cost);
        }
        set(7, operating);
        set(8, other_income);
        set(9, other_cost);
        set(10, before_tax);
        set(11, tax);
        set(12, surplus);
        set(13, opening);
        set(14, change.transferred_in);
        set(15, change.to_reserve);
        let distributable = surplus + opening + change.transferred_in - change.to_reserve;
        set(16, distributable);
        set(17, change.patronage);
        set(18, change.residual);
        set(19, change.to_capital);
        set(20, distributable - change.patronage - change.residual - change.to_capital);
        SurplusFigures(lines)
    }

    /// What a line says; zero of a number that is none.
    #[must_use]
    pub fn line(&self, number: u8) -> Money {
        let index = usize::from(number).checked_sub(1);
        index.and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }

    /// Income less cost that no line of the form names: accounts of class 5 beyond the chart's.
    #[must_use]
    pub fn not_on_the_form(moved: &[AccountTurnover]) -> Money {
        const NAMED: [&str; 9] = ["501", "502", "511", "521", "522", "523", "524", "529", "531"];
        let other = moved.iter().filter(|turnover| {
            AccountClass::of_code(&turnover.code) == Some(AccountClass::ProfitLoss)
                && !NAMED.iter().any(|code| turnover.code.starts_with(code))
        });
        other.map(|turnover| turnover.credit - turnover.debit).sum()
    }
}

impl SurplusForm {
    /// Its lines, in order.
    #[must_use]
    pub fn lines(&self) -> Vec<SurplusLine> {
        let lines = LINES.iter().zip(1..);
        let line = |(&(zh, en, is_sum), number)| SurplusLine {
            number,
            name: Label::new(zh, en),
            is_sum,
            this_year: self.this_year.line(number),
            last_year: self.last_year.as_ref().map(|year| year.line(number)),
        };
        lines.map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_goes_from_income_to_what_is_kept() {
        let fen = Money::from_fen;
        let turnover = |code: &str, debit, credit| AccountTurnover {
            code: code.to_owned(),
            name: String::new(),
            opening: Money::ZERO,
            debit: fen(debit),
            credit: fen(credit),
        };
        let moved = [
            turnover("501-01", 5, 1_005),
            turnover("511", 20, 0),
            turnover("521", 300, 0),
            turnover("524", 10, 2),
            turnover("502", 0, 50),
            turnover("529", 40, 0),
            turnover("531", 18, 0),
            turnover("102", 9, 9),
        ];
        let change = EquityChange {
            transferred_in: fen(6),
            to_reserve: fen(60),
            patronage: fen(300),
            residual: fen(200),
            to_capital: fen(7),
            ..EquityChange::default()
        };
        let figures = SurplusFigures::of(&moved, fen(100), &change);
        let told: Vec<i64> = (1..=20).map(|number| figures.line(number).fen()).collect();
        let expected = [
            1_000, -20, 300, 0, 0, 8, 672, 50, 40, 682, 18, 664, 100, 6, 60, 710, 300, 200, 7, 203,
        ];
        assert_eq!(told, expected);
    }
}
