//! The trial balance (科目余额表): opening, turnover, year to date and closing of every account, the
//! upper ones with those below them.

use std::collections::BTreeMap;

use domain::sheet::{Cell, Column, Content, Row, RowKind, Sheet};
use domain::statement::AccountTurnover;
use domain::{FiscalYear, Money, Term};

use super::Asked;
use super::words::{column, label, money, sides, two_sides};
use crate::problem::Problem;

/// What an account shows.
#[derive(Debug, Clone, Copy, Default)]
struct Figures {
    opening: Money,
    debit: Money,
    credit: Money,
    year_debit: Money,
    year_credit: Money,
}

impl Figures {
    fn add(&mut self, other: Figures) {
        self.opening += other.opening;
        self.debit += other.debit;
        self.credit += other.credit;
        self.year_debit += other.year_debit;
        self.year_credit += other.year_credit;
    }

    fn closing(self) -> Money {
        self.opening + self.debit - self.credit
    }

    fn cells(self) -> Vec<Cell> {
        let [opening_debit, opening_credit] = two_sides(self.opening);
        let [closing_debit, closing_credit] = two_sides(self.closing());
        vec![
            opening_debit,
            opening_credit,
            money(self.debit),
            money(self.credit),
            money(self.year_debit),
            money(self.year_credit),
            closing_debit,
            closing_credit,
        ]
    }
}

pub(super) fn balance(asked: &Asked<'_>) -> Result<Sheet, Problem> {
    let own = own_figures(asked)?;
    let mut sheet = asked.sheet(label("科目余额表", "Trial balance"), Vec::new());
    sheet.columns = columns();
    // Codes of sub-accounts begin with those above them, so an account adds to each of those.
    let mut whole: BTreeMap<&str, Figures> = BTreeMap::new();
    for (code, figures) in &own {
        let mut above = asked.chart.accounts.get(code);
        while let Some(account) = above {
            whole.entry(&account.what.code).or_default().add(*figures);
            let parent = account.what.parent.as_deref();
            above = parent.and_then(|code| asked.chart.accounts.get(code));
        }
    }
    for (code, figures) in whole {
        let Some(account) = asked.chart.accounts.get(code) else { continue };
        let named = [Cell::Text(code.to_owned()), Cell::Text(account.what.name.clone())];
        let cells = named.into_iter().chain(figures.cells()).collect();
        let level = u8::try_from(asked.chart.depth(&account.what)).unwrap_or(u8::MAX);
        sheet.rows.push(Row::new(RowKind::Line, cells).of_account(code).at_level(level));
    }
    sheet.rows.push(total(own.values().copied()));
    Ok(sheet)
}

/// Both sides of every account summed apart: a balance shows on the side on which it stands.
fn total(own: impl Iterator<Item = Figures>) -> Row {
    let mut sums = [Money::ZERO; 8];
    for figures in own {
        for (sum, cell) in sums.iter_mut().zip(figures.cells()) {
            if let Cell::Money(amount) = cell {
                *sum += amount;
            }
        }
    }
    let named = [Cell::Empty, Cell::Label(label("合计", "Total"))];
    Row::new(RowKind::Total, named.into_iter().chain(sums.map(Cell::Money)).collect())
}

fn columns() -> Vec<Column> {
    let mut columns = vec![
        column("科目编码", "Code", Content::Code),
        column("科目名称", "Account", Content::Text),
    ];
    columns.extend(sides("期初余额", "Opening"));
    columns.extend(sides("本期发生额", "Turnover"));
    columns.extend(sides("本年累计", "Year to date"));
    columns.extend(sides("期末余额", "Closing"));
    columns
}

/// The figures of every account that has lines of its own.
fn own_figures(asked: &Asked<'_>) -> Result<BTreeMap<String, Figures>, Problem> {
    let (reading, coop, term) = (asked.reading, asked.coop.id, asked.term());
    let before = term.first.yesterday().unwrap_or(term.first);
    let until = Term { first: FiscalYear::of(before).first_day(), last: before };
    let year = Term { first: asked.last.year().first_day(), last: term.last };
    let mut own: BTreeMap<String, Figures> = BTreeMap::new();
    for turnover in reading.turnovers(coop, until)? {
        own.entry(turnover.code.clone()).or_default().opening = turnover.closing();
    }
    for AccountTurnover { code, debit, credit, .. } in reading.turnovers(coop, term)? {
        let figures = own.entry(code).or_default();
        (figures.debit, figures.credit) = (debit, credit);
    }
    for AccountTurnover { code, debit, credit, .. } in reading.turnovers(coop, year)? {
        let figures = own.entry(code).or_default();
        (figures.year_debit, figures.year_credit) = (debit, credit);
    }
    Ok(own)
}
