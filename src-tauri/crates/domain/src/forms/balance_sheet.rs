//! 资产负债表, 会农社01表.

use crate::account::AccountClass;
use crate::money::Money;
use crate::sheet::Label;

/// What the books stand at on a day; debit is above zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Position {
    /// The balance of every account that has lines of its own.
    pub accounts: Vec<(String, Money)>,
    /// The balance of 114 成员往来 of every member, which are never netted.
    pub members: Vec<Money>,
}

impl Position {
    /// What stands on an account and those below it.
    #[must_use]
    pub fn of(&self, code: &str) -> Money {
        let within = self.accounts.iter().filter(|(account, _)| account.starts_with(code));
        within.map(|(_, balance)| *balance).sum()
    }

    /// What stands on profit-and-loss accounts and is not carried to 331 yet.
    #[must_use]
    pub fn not_carried(&self) -> Money {
        let is_result = |code: &str| AccountClass::of_code(code) == Some(AccountClass::ProfitLoss);
        let within = self.accounts.iter().filter(|(code, _)| is_result(code));
        within.map(|(_, balance)| *balance).sum()
    }

    /// What members owe.
    #[must_use]
    pub fn members_due(&self) -> Money {
        self.members.iter().map(|balance| balance.or_zero()).sum()
    }

    /// What members are owed.
    #[must_use]
    pub fn members_owed(&self) -> Money {
        self.members.iter().map(|balance| (-*balance).or_zero()).sum()
    }
}

/// A line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// Its number (行次).
    pub number: u8,
    /// Its name as the form prints it.
    pub name: Label,
    /// Whether it is a sum of other lines.
    pub is_sum: bool,
    /// 期末余额.
    pub closing: Money,
    /// 年初余额.
    pub opening: Money,
}

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalanceSheet {
    /// Its lines, 1 to 42; the first 22 are the assets.
    pub lines: Vec<SheetLine>,
    /// What members owe at the end, which line 2 holds.
    pub members_due: Money,
    /// What members are owed at the end, which line 24 holds.
    pub members_owed: Money,
    /// The balance of 114 as a whole.
    pub members_net: Money,
    /// What line 40 holds that is not carried to 331 yet: income less cost.
    pub not_carried: Money,
    /// What stands on 181 at the end, which no line of the form holds.
    pub pending: Money,
}

/// What a line of the form is.
enum From {
    /// The debit of these accounts.
    Debit(&'static [&'static str]),
    /// The credit of these accounts.
    Credit(&'static [&'static str]),
    /// 113 and what members owe.
    Receivable,
    /// 211 and what members are owed.
    Payable,
    /// 331 and 332, and what is not carried there yet.
    Undistributed,
    /// The sum of these lines, those below zero taken off.
    Lines(&'static [i8]),
}

use From::{Credit, Debit, Lines, Payable, Receivable, Undistributed};

/// The lines in their order: name, and where it comes from.
const LINES: [(&str, &str, From); 42] = [
    ("货币资金", "Cash and bank", Debit(&["101", "102", "109"])),
    ("应收款项", "Receivables", Receivable),
    ("存货", "Inventories", Debit(&["121", "122", "124", "125", "127", "128", "401"])),
    ("消耗性生物资产", "Consumable biological assets", Debit(&["141"])),
    ("流动资产合计", "Total current assets", Lines(&[1, 2, 3, 4])),
    ("对外投资", "Investments", Debit(&["131"])),
    ("生产性生物资产原值", "Productive biological assets, cost", Debit(&["142"])),
    ("减：生产性生物资产累计折旧", "less: accumulated depreciation", Credit(&["143"])),
    ("生产性生物资产净值", "Productive biological assets, net", Lines(&[7, -8])),
    ("固定资产原值", "Fixed assets, cost", Debit(&["151"])),
    ("减：累计折旧", "less: accumulated depreciation", Credit(&["152"])),
    ("固定资产净值", "Fixed assets, net", Lines(&[10, -11])),
    ("在建工程", "Construction in progress", Debit(&["153"])),
    ("固定资产清理", "Disposal of fixed assets", Debit(&["154"])),
    ("固定资产小计", "Fixed assets, subtotal", Lines(&[12, 13, 14])),
    ("无形资产原值", "Intangible assets, cost", Debit(&["161"])),
    ("减：累计摊销", "less: accumulated amortisation", Credit(&["162"])),
    ("无形资产净值", "Intangible assets, net", Lines(&[16, -17])),
    ("公益性生物资产", "Public-welfare biological assets", Debit(&["144"])),
    ("长期待摊费用", "Long-term deferred expenses", Debit(&["171"])),
    ("非流动资产合计", "Total non-current assets", Lines(&[6, 9, 15, 18, 19, 20])),
    ("资产总计", "Total assets", Lines(&[5, 21])),
    ("短期借款", "Short-term loans", Credit(&["201"])),
    ("应付款项", "Payables", Payable),
    ("应付工资", "Wages payable", Credit(&["212"])),
    ("应付劳务费", "Labour fees payable", Credit(&["213"])),
    ("应交税费", "Taxes payable", Credit(&["214"])),
    ("应付利息", "Interest payable", Credit(&["215"])),
    ("应付盈余返还", "Patronage refunds payable", Credit(&["221"])),
    ("应付剩余盈余", "Residual dividends payable", Credit(&["222"])),
    ("流动负债合计", "Total current liabilities", Lines(&[23, 24, 25, 26, 27, 28, 29, 30])),
    ("长期借款", "Long-term loans", Credit(&["231"])),
    ("专项应付款", "Special payables", Credit(&["235"])),
    ("非流动负债合计", "Total non-current liabilities", Lines(&[32, 33])),
    ("负债合计", "Total liabilities", Lines(&[31, 34])),
    ("股金", "Share capital", Credit(&["301"])),
    ("专项基金", "Special fund", Credit(&["311"])),
    ("资本公积", "Capital surplus", Credit(&["321"])),
    ("盈余公积", "Surplus reserve", Credit(&["322"])),
    ("未分配盈余", "Undistributed surplus", Undistributed),
    ("所有者权益合计", "Total equity", Lines(&[36, 37, 38, 39, 40])),
    ("负债和所有者权益总计", "Total liabilities and equity", Lines(&[35, 41])),
];

impl BalanceSheet {
    /// The form from what the books stand at on its day and at the start of its year.
    ///
    /// Line 40 holds 331 and 332 and, between two closings, also the income and cost that are not
    /// carried there yet, so that an interim form balances; [`BalanceSheet::not_carried`] says how
    /// much that is. 181 has no line: while it is not zero, lines 22 and 42 differ by it.
    #[must_use]
    pub fn of(closing: &Position, opening: &Position) -> Self {
        let (at_end, at_start) = (figures(closing), figures(opening));
        let lines = LINES.iter().zip(at_end.into_iter().zip(at_start)).zip(1..);
        let line = |((&(zh, en, ref from), (closing, opening)), number)| SheetLine {
            number,
            name: Label::new(zh, en),
            is_sum: matches!(from, Lines(_)),
            closing,
            opening,
        };
        BalanceSheet {
            lines: lines.map(line).collect(),
            members_due: closing.members_due(),
            members_owed: closing.members_owed(),
            members_net: closing.of("114"),
            not_carried: -closing.not_carried(),
            pending: closing.of("181"),
        }
    }

    /// What a line says at the end; zero of a number that is none.
    #[must_use]
    pub fn closing(&self, number: u8) -> Money {
        self.line(number).map_or(Money::ZERO, |line| line.closing)
    }

    /// What a line says at the start of the year.
    #[must_use]
    pub fn opening(&self, number: u8) -> Money {
        self.line(number).map_or(Money::ZERO, |line| line.opening)
    }

    fn line(&self, number: u8) -> Option<&SheetLine> {
        self.lines.get(usize::from(number).checked_sub(1)?)
    }
}

/// The figures of all lines, in order: a sum stands below what it adds up.
fn figures(position: &Position) -> Vec<Money> {
    let sum = |codes: &[&str]| -> Money { codes.iter().map(|code| position.of(code)).sum() };
    let mut figures: Vec<Money> = Vec::with_capacity(LINES.len());
    for (_, _, from) in &LINES {
        let figure = match from {
            Debit(codes) => sum(codes),
            Credit(codes) => -sum(codes),
            Receivable => position.of("113") + position.members_due(),
            Payable => -position.of("211") + position.members_owed(),
            Undistributed => -(position.of("331") + position.of("332") + position.not_carried()),
            Lines(numbers) => numbers
                .iter()
                .map(|&number| {
                    let index = usize::from(number.unsigned_abs()) - 1;
                    let figure = figures.get(index).copied().unwrap_or_default();
                    if number < 0 { -figure } else { figure }
                })
                .sum(),
        };
        figures.push(figure);
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(accounts: &[(&str, i64)], members: &[i64]) -> Position {
        let accounts = accounts.iter().map(|&(code, fen)| (code.to_owned(), Money::from_fen(fen)));
        let members = members.iter().map(|&fen| Money::from_fen(fen));
        Position { accounts: accounts.collect(), members: members.collect() }
    }

    #[test]
    fn what_members_owe_and_are_owed_is_never_netted() {
        let books = position(
            &[("102", 500), ("113", 20), ("114", -70), ("211-01", -10), ("301", -440)],
            &[30, -100],
        );
        let form = BalanceSheet::of(&books, &Position::default());
        assert_eq!((form.closing(2).fen(), form.closing(24).fen()), (50, 110));
        assert_eq!((form.closing(22).fen(), form.closing(42).fen()), (550, 550));
        assert_eq!(form.opening(22), Money::ZERO);
    }

    #[test]
    fn assets_stand_net_of_what_was_charged_off() {
        let books = position(
            &[("142", 900), ("143", -100), ("151", 800), ("152", -50), ("154", -7), ("161", 60)],
            &[],
        );
        let form = BalanceSheet::of(&books, &Position::default());
        assert_eq!((form.closing(8).fen(), form.closing(9).fen()), (100, 800));
        assert_eq!((form.closing(12).fen(), form.closing(14).fen()), (750, -7));
        assert_eq!((form.closing(15).fen(), form.closing(21).fen()), (743, 1_603));
    }

    #[test]
    fn between_two_closings_the_form_balances_and_says_what_is_not_carried() {
        let books = position(&[("102", 90), ("501", -100), ("521", 10)], &[]);
        let form = BalanceSheet::of(&books, &Position::default());
        assert_eq!((form.closing(40).fen(), form.closing(22).fen()), (90, 90));
        assert_eq!(form.not_carried.fen(), 90);
    }

    #[test]
    fn what_waits_on_181_is_missing_from_the_form() {
        let books = position(&[("141", 90), ("181-01", 10), ("301", -100)], &[]);
        let form = BalanceSheet::of(&books, &Position::default());
        assert_eq!(form.closing(42) - form.closing(22), form.pending);
    }
}
