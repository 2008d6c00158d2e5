//! The statutory forms (会计报表) of 财会〔2021〕37号: 资产负债表 (会农社01表), 盈余及盈余分配表 (02)
//! and 成员权益变动表 (03), line by line, and the checks between them.
//!
//! One surprising thing: 03 prints 弥补亏损 under 资本公积 as the ministry issued it, although losses
//! are covered from 322 盈余公积; what 322 covers has a row of its own, so that its column adds up.

mod balance_sheet;
mod equity;
mod surplus;

pub use balance_sheet::{BalanceSheet, Position, SheetLine};
pub use equity::{EquityChange, EquityColumn, EquityLine, EquityRow, EquityTable, Touching};
pub use surplus::{SurplusFigures, SurplusForm, SurplusLine};

use crate::money::Money;
use crate::sheet::Label;

/// A check between forms: two figures that must be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCheck {
    /// What is compared.
    pub what: Label,
    /// The figure on the left of the comparison.
    pub one: Money,
    /// The figure on the right.
    pub other: Money,
}

impl FormCheck {
    fn new(zh: &str, en: &str, one: Money, other: Money) -> Self {
        FormCheck { what: Label::new(zh, en), one, other }
    }

    /// Whether both are the same.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.one == self.other
    }

    /// By how much they differ.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.one - self.other
    }
}

/// The checks between the three forms of a year: 01 line 22 = 42, 02 line 20 = 01 line 40, the end
/// of each column of 03 = 01 lines 36 to 41, and that line 2 and 24 hold 114 by member.
#[must_use]
pub fn checks(
    sheet: &BalanceSheet,
    surplus: Option<&SurplusForm>,
    equity: Option<&EquityTable>,
) -> Vec<FormCheck> {
    let mut checks = vec![
        FormCheck::new(
            "01表 22行资产总计 = 42行负债和所有者权益总计（期末）",
            "01 line 22 = line 42, closing",
            sheet.closing(22),
            sheet.closing(42),
        ),
        FormCheck::new(
            "01表 22行 = 42行（年初）",
            "01 line 22 = line 42, opening",
            sheet.opening(22),
            sheet.opening(42),
        ),
        FormCheck::new(
            "01表 2行、24行所含成员往来之差 = 114 余额",
            "members' part of 01 lines 2 less 24 = balance of 114",
            sheet.members_due - sheet.members_owed,
            sheet.members_net,
        ),
    ];
    if let Some(form) = surplus {
        checks.push(FormCheck::new(
            "02表 20行年末未分配盈余 = 01表 40行",
            "02 line 20 = 01 line 40",
            form.this_year.line(20),
            sheet.closing(40),
        ));
    }
    if let Some(table) = equity {
        for (column, line) in EquityColumn::ALL.into_iter().zip(36..) {
            let name = column.name();
            checks.push(FormCheck::new(
                &format!("03表 {}年末余额 = 01表 {line}行", name.zh),
                &format!("03 closing {} = 01 line {line}", name.en.to_lowercase()),
                table.closing(column),
                sheet.closing(line),
            ));
        }
    }
    checks
}
